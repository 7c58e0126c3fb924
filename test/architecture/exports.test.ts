/** The public API: named, in the story's order, each name with a docstring where it is defined. */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { root } from './import-graph.ts'
import { folders } from './import-table.ts'

interface Exported {
  readonly name: string
  readonly from: string
  readonly types: boolean
}

const doors = ['engine/index.ts', 'engine/plugin/index.ts']

function treeOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true)
}

/** What a door gives out; every statement of it must be a named re-export. */
function exportsOf(door: string): readonly Exported[] {
  return treeOf(door).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) throw new Error(`${door}: not a re-export: ${statement.getText()}`)
    const { exportClause, isTypeOnly, moduleSpecifier } = statement
    if (!exportClause || !ts.isNamedExports(exportClause) || !moduleSpecifier || !ts.isStringLiteral(moduleSpecifier))
      throw new Error(`${door}: names are missing: ${statement.getText()}`)
    const from = posix.join(posix.dirname(door), moduleSpecifier.text)
    return exportClause.elements.map(({ name }) => ({ name: name.text, from, types: isTypeOnly }))
  })
}

/** Whether a file defines an exported name with a docstring, or passes on one that has it. */
function isDescribed({ name, from }: Exported): boolean {
  return treeOf(from).statements.some((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      const passed = statement.exportClause.elements.some((element) => element.name.text === name)
      const { moduleSpecifier } = statement
      if (!passed || !moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return false
      return isDescribed({ name, from: posix.join(posix.dirname(from), moduleSpecifier.text), types: true })
    }
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map((declaration) => declaration.name.getText())
      : [(statement as ts.Statement & { readonly name?: ts.Node }).name?.getText()]
    return names.includes(name) && ts.getJSDocCommentsAndTags(statement).length > 0
  })
}

describe.each(doors)('%s', (door) => {
  const exported = exportsOf(door)

  test('re-exports by name', () => {
    expect(exported.length).toBeGreaterThan(5)
    expect(exported.filter(({ from }) => !existsSync(join(root, from)))).toEqual([])
    expect(exported.map(({ name }) => name)).toEqual([...new Set(exported.map(({ name }) => name))])
  })

  test('gives what it names', async () => {
    const module: Record<string, unknown> = await import(join(root, door))
    const values = exported.filter(({ types }) => !types).map(({ name }) => name)
    expect(Object.keys(module).sort()).toEqual([...values].sort())
  })

  test('describes each function, class and type at its source', () => {
    expect(exported.filter(({ types }) => !types).length).toBeGreaterThan(1)
    expect(exported.filter((found) => !isDescribed(found)).map(({ name, from }) => `${from} ${name}`)).toEqual([])
  })
})

test('the API tells the story in order', () => {
  const order = folders.map(({ folder }) => folder)
  const told = exportsOf('engine/index.ts').map(({ from }) => order.indexOf(from.split('/').slice(0, 2).join('/')))
  expect(told).not.toContain(-1)
  expect(told).toEqual([...told].sort((a, b) => a - b))
})

test('the plugin door gives nothing that the API hides', () => {
  const names = new Set(exportsOf('engine/index.ts').map(({ name }) => name))
  expect(exportsOf('engine/plugin/index.ts').filter(({ name }) => !names.has(name))).toEqual([])
})

test('the package offers these doors, built', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(exports).toEqual({
    '.': './dist/engine/index.js',
    './plugin': './dist/engine/plugin/index.js',
  })
})
