/** The import arrow: the table of `import-table.ts` against every import there is. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { cyclesOf, importsOf, isBelow, readSources, root, type Source } from './import-graph.ts'
import { doors, type Folder, folders, narrow, pins, surroundings } from './import-table.ts'

const sources = readSources()
const edges = sources.flatMap(({ path, imports }) => imports.map((found) => ({ from: path, ...found })))
const ours = edges.filter((edge) => edge.ours)
const packages = edges.filter((edge) => !edge.ours)
const rows: readonly Folder[] = [...surroundings, ...folders]

function folderOf(path: string): Folder | undefined {
  return rows.find(({ folder }) => isBelow(path, folder))
}

describe('the walk', () => {
  test('sees the source, so that nothing passes on an empty graph', () => {
    expect(sources.length).toBeGreaterThan(200)
    expect(ours.length).toBeGreaterThan(700)
    expect(packages.length).toBeGreaterThan(40)
    expect(ours.filter(({ types }) => types).length).toBeGreaterThan(200)
  })

  test('ends every import at a file that exists', () => {
    expect(ours.filter(({ to }) => !existsSync(join(root, to)))).toEqual([])
  })

  test('knows every way to import', () => {
    const text = [
      "import { a } from './a.ts'",
      "import type { B } from './b.ts'",
      "import { type C } from './c.ts'",
      "export { d } from './d.ts'",
      "export type { E } from './e.ts'",
      "const f = () => import('./f.ts')",
      "type G = import('./g.ts').G",
      "import './h.ts'",
      "import * as i from '@scope/i/deep'",
    ].join('\n')
    const found = importsOf('x/y.ts', ts.createSourceFile('x/y.ts', text, ts.ScriptTarget.ES2022, true))
    // `import { type C }` stays as an import of nothing, which still runs the file.
    expect(found.map(({ to, types }) => `${to} ${types ? 'T' : 'all'}`)).toEqual([
      'x/a.ts all',
      'x/b.ts T',
      'x/c.ts all',
      'x/d.ts all',
      'x/e.ts T',
      'x/f.ts all',
      'x/g.ts T',
      'x/h.ts all',
      '@scope/i all',
    ])
  })
})

describe('our own files', () => {
  test('all stand in a folder of the table', () => {
    expect(sources.map(({ path }) => path).filter((path) => !folderOf(path))).toEqual([])
  })

  test.each(rows.map((row) => [row.folder, row] as const))('%s imports only what its row allows', (name, { may }) => {
    const wrong = ours.filter(({ from, to, types }) => {
      if (folderOf(from)?.folder !== name) return false
      const target = folderOf(to)?.folder
      if (target === name) return false
      const right = target === undefined ? undefined : may[target]
      return right === undefined || (right === 'types' && !types)
    })
    expect(wrong.map(told)).toEqual([])
  })

  test.each(doors)('what is in $to is reached through its door', ({ to, from }) => {
    const behind = ours.filter((edge) => isBelow(edge.to, to) && !isBelow(edge.from, to) && !edge.types)
    expect(behind.length).toBeGreaterThan(0)
    expect(behind.filter((edge) => !from.some((door) => isBelow(edge.from, door))).map(told)).toEqual([])
  })

  test.each(narrow)('$from knows only $only of $to', ({ from, to, only }) => {
    const found = ours.filter((edge) => isBelow(edge.from, from) && isBelow(edge.to, to))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((edge) => !only.includes(edge.to)).map(told)).toEqual([])
  })

  test('the table follows the story: values of a later row are taken only where a reason stands', () => {
    const order = folders.map(({ folder }) => folder)
    const down = folders.flatMap(({ folder, may }, at) =>
      Object.entries(may).flatMap(([to, right]) =>
        right === 'all' && order.indexOf(to) > at ? [`${folder} -> ${to}`] : [],
      ),
    )
    expect(down).toEqual(['engine/project -> engine/host'])
  })

  test('import no test', () => {
    expect(ours.filter(({ to }) => isBelow(to, 'test')).map(told)).toEqual([])
  })

  test('never import each other in a circle', () => {
    expect(cyclesOf(sources)).toEqual([])
  })

  test('a circle would be found', () => {
    const file = (path: string, ...to: string[]): Source => {
      const imports = to.map((target) => ({ to: target, ours: true, types: false }))
      return { path, imports, lines: 1, tree: ts.createSourceFile(path, '', ts.ScriptTarget.ES2022) }
    }
    const found = cyclesOf([file('a', 'b'), file('b', 'c'), file('c', 'b', 'd'), file('d'), file('e', 'e')])
    expect(found.map((group) => [...group].sort())).toEqual([['b', 'c'], ['e']])
  })
})

describe('packages', () => {
  test('are imported only where they are pinned', () => {
    const wrong = packages.filter(({ from, to, types }) => {
      if (to.startsWith('node:') && !Object.hasOwn(pins, to)) return false
      const pin = pins[to]
      const allowed = [...(pin?.all ?? []), ...(types ? (pin?.types ?? []) : [])]
      return !allowed.some((place) => isBelow(from, place))
    })
    expect(wrong.map(told)).toEqual([])
  })

  test('are named by no other file, not even as text', () => {
    const wrong = sources.flatMap(({ path, tree }) =>
      textsOf(tree)
        .filter((text) => Object.hasOwn(pins, text) && /[^a-z]/.test(text))
        .filter(
          (text) => ![...(pins[text]?.all ?? []), ...(pins[text]?.types ?? [])].some((place) => isBelow(path, place)),
        )
        .map((text) => `${path} names ${text}`),
    )
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(pins))('%s is used where it is pinned', (name) => {
    const users = sources.filter(
      ({ tree, imports }) => imports.some(({ to }) => to === name) || textsOf(tree).includes(name),
    )
    expect(users).not.toEqual([])
  })
})

function textsOf(tree: ts.SourceFile): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function told({ from, to, types }: { readonly from: string; readonly to: string; readonly types: boolean }): string {
  return `${from} -> ${to}${types ? ' (types)' : ''}`
}
