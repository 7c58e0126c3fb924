/** The pure folders know no world: no Node, no clock, no chance, no locale data, no promise. */
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { isBelow, readSources, root } from './import-graph.ts'
import { folders } from './import-table.ts'

const pure = folders.filter((row) => row.pure).map(({ folder }) => folder)
const sources = readSources().filter(({ path }) => pure.some((folder) => isBelow(path, folder)))

/** Names of the world that the compiler knows even without Node's types, or that a type might smuggle in. */
const worldly = new Set(
  'Intl setTimeout setInterval setImmediate queueMicrotask fetch console performance crypto Buffer WeakRef globalThis'.split(
    ' ',
  ),
)

/** What a file touches of the world, each with its line. */
function touches(tree: ts.SourceFile): readonly string[] {
  const found: string[] = []
  const say = (node: ts.Node, what: string) => {
    found.push(`${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1} ${what}`)
  }
  const visit = (node: ts.Node): void => {
    const what = touch(node)
    if (what !== undefined) say(node, what)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function touch(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const text = `${node.expression.text}.${node.name.text}`
    if (['Date.now', 'Math.random', 'process.env', 'process.cwd', 'process.argv'].includes(text)) return text
    if (worldly.has(node.expression.text)) return node.expression.text
  }
  if (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    [...worldly, 'Date'].includes(node.expression.text)
  )
    return node.expression.text
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    const { text } = node.expression
    if (text === 'Promise' || worldly.has(text)) return text
    if (text === 'Date' && (node.arguments?.length ?? 0) === 0) return 'new Date()'
  }
  if (ts.isPropertyAccessExpression(node) && /^toLocale/.test(node.name.text)) return node.name.text
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async'
  if (ts.isAwaitExpression(node)) return 'await'
  return undefined
}

describe('the pure folders', () => {
  test('are looked at', () => {
    expect(pure).toHaveLength(8)
    for (const folder of pure)
      expect(
        sources.some(({ path }) => isBelow(path, folder)),
        folder,
      ).toBe(true)
    expect(sources.length).toBeGreaterThan(100)
  })

  test('are the folders that are compiled without the types of Node', () => {
    const { include } = ts.readConfigFile(join(root, 'tsconfig.pure.json'), ts.sys.readFile).config
    expect([...include].sort()).toEqual(pure.map((folder) => `${folder}/**/*.ts`).sort())
  })

  test('import nothing of Node', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.filter(({ to }) => to.startsWith('node:')).map(({ to }) => `${path} -> ${to}`),
    )
    expect(wrong).toEqual([])
  })

  test('touch no clock, no chance, no locale and no promise', () => {
    expect(sources.flatMap(({ tree }) => touches(tree))).toEqual([])
  })

  test.each([
    'const a = Date.now()',
    'const a = new Date()',
    'const a = Date()',
    'const a = Math.random()',
    'const a = new Intl.NumberFormat()',
    'setTimeout(() => {}, 1)',
    "console.log('a')",
    'async function a() {}',
    'const a = new Promise(() => {})',
    'const a = (1).toLocaleString()',
    'const a = process.env.HOME',
  ])('%s would be found', (text) => {
    expect(touches(ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true))).toHaveLength(1)
  })

  test.each([
    'const a = new Date(0)',
    "const a = Date.parse('2026-01-05')",
    'const a = draft.process.id',
    'const a = (process: { id: string }) => process.id',
  ])('%s is allowed', (text) => {
    expect(touches(ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true))).toEqual([])
  })
})

test('the compiler knows no world there: a dependency of the pure folders brings in no types of Node', () => {
  const file = join(root, 'tsconfig.pure.json')
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(file, ts.sys.readFile).config, ts.sys, root)
  const strange = join(root, 'engine/step/strange.ts')
  const text = "export const a = [process.pid, setTimeout, console, require('fs'), Buffer]\n"
  const host = ts.createCompilerHost(config.options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => name === strange || fileExists.call(host, name)
  host.getSourceFile = (name, ...rest) =>
    name === strange
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
      : getSourceFile.call(host, name, ...rest)
  const program = ts.createProgram([...config.fileNames, strange], config.options, host)
  const unknown = program
    .getSemanticDiagnostics(program.getSourceFile(strange))
    .map(({ start = 0, length = 0 }) => text.slice(start, start + length))
  expect(unknown).toEqual(['process', 'setTimeout', 'console', 'require', 'Buffer'])
})
