/** The real import graph of the source, read from the syntax tree of every file. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

export interface Import {
  /** Path of a file of ours, or the name of a package. */
  readonly to: string
  readonly ours: boolean
  /** Vanishes when the file is compiled. */
  readonly types: boolean
}

export interface Source {
  /** Path from the root, with `/`. */
  readonly path: string
  readonly tree: ts.SourceFile
  readonly lines: number
  readonly imports: readonly Import[]
}

/** TypeScript of `engine`, `plugins` and `cli`, without what is generated. */
export function readSources(): readonly Source[] {
  return ['engine', 'plugins', 'cli'].flatMap(filesBelow).map(readSource)
}

/** Paths of the TypeScript files below a folder. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
    .sort()
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  return { path, tree, lines: text.split('\n').length - 1, imports: importsOf(path, tree) }
}

/** Imports of a file, also the lazy ones, `import('…')` as a type, and what is re-exported. */
export function importsOf(path: string, tree: ts.SourceFile): readonly Import[] {
  const found: Import[] = []
  const add = (name: ts.Node | undefined, types: boolean) => {
    if (name && ts.isStringLiteral(name)) found.push(resolve(path, name.text, types))
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function resolve(from: string, name: string, types: boolean): Import {
  if (name.startsWith('.')) return { to: posix.join(posix.dirname(from), name), ours: true, types }
  const [first = name, second] = name.split('/')
  return { to: first.startsWith('@') ? `${first}/${second}` : first, ours: false, types }
}

/** Whether a path is that of the file or folder, or lies in it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** Groups of files that import each other at run time, each in a circle. */
export function cyclesOf(sources: readonly Source[]): readonly (readonly string[])[] {
  const next = new Map(
    sources.map(({ path, imports }) => [path, imports.filter(({ ours, types }) => ours && !types).map(({ to }) => to)]),
  )
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const cycles: string[][] = []
  const visit = (path: string): number => {
    const number = order.size
    order.set(path, number)
    open.push(path)
    let lowest = number
    for (const to of next.get(path) ?? []) {
      if (!order.has(to)) lowest = Math.min(lowest, visit(to))
      else if (open.includes(to)) lowest = Math.min(lowest, low.get(to) ?? order.get(to) ?? lowest)
      if (to === path) cycles.push([path])
    }
    low.set(path, lowest)
    if (lowest === number) {
      const group = open.splice(open.indexOf(path))
      if (group.length > 1) cycles.push(group)
    }
    return lowest
  }
  for (const { path } of sources) if (!order.has(path)) visit(path)
  return cycles
}
