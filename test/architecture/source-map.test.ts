/** `engine/README.md` is the source map: a row a folder, and the import table as it is enforced. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from './import-graph.ts'
import { folders } from './import-table.ts'
import { tableText } from './table-text.ts'

const map = readFileSync(join(root, 'engine/README.md'), 'utf8')

test('the map has one row for each folder, in the order of the table', () => {
  const rows = [...map.matchAll(/^\| `([a-z/]+)` \|/gm)].map(([, name]) => `engine/${name}`)
  expect(rows).toEqual(folders.map(({ folder }) => folder))
})

test('the folders of the table are the folders there are', () => {
  const there = readdirSync(join(root, 'engine'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(there.map(({ name }) => `engine/${name}`).sort()).toEqual(folders.map(({ folder }) => folder).sort())
})

test('the map shows the table that is enforced', () => {
  expect(map).toContain(tableText())
})

test.each(['engine/README.md', 'docs/architecture.md', 'README.md', 'README.zh.md'])(
  '%s names only files that exist',
  (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    const sources = ['engine', 'cli', 'test'].flatMap((folder) => filesBelow(folder))
    const named = [...text.matchAll(/`((?:[a-z-]+\/)*[a-z][a-z-]*(?:\.test)?\.ts)`/g)].map(([, name]) => name ?? '')
    const lost = named.filter((name) => !sources.some((path) => path === name || path.endsWith(`/${name}`)))
    expect(lost).toEqual([])
  },
)

test.each(['README.md', 'README.zh.md', 'engine/README.md', 'docs/architecture.md'])(
  '%s links to files that exist',
  (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target]) => target ?? '')
    expect(targets.length).toBeGreaterThan(0)
    const lost = targets.filter((target) => !exists(join(root, document, '..', target)))
    expect(lost).toEqual([])
  },
)

function exists(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch (thrown) {
    return (thrown as { readonly code?: string }).code === 'EISDIR'
  }
}
