/** Walking the syntax of an expression. */
import type { ExpressionNode } from './parse-expression.ts'

/** A part of an expression and all parts inside it, outer ones first. */
export function* partsOf(node: ExpressionNode): Generator<ExpressionNode> {
  yield node
  for (const inner of innerParts(node)) yield* partsOf(inner)
}

/** The parts a part is made of. */
export function innerParts(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'select':
    case 'not':
    case 'minus':
      return [node.of]
    case 'index':
      return [node.of, node.index]
    case 'list':
      return node.items
    case 'record':
      return node.entries.flat()
    case 'call':
      return node.args
    case 'choice':
      return [node.test, node.yes, node.no]
    case 'and':
    case 'or':
    case 'binary':
      return [node.left, node.right]
    default:
      return []
  }
}

/** The names of a path such as `data.area.weight`; undefined for every other part. */
export function pathOf(node: ExpressionNode): readonly string[] | undefined {
  if (node.kind === 'name') return [node.name]
  if (node.kind !== 'select') return undefined
  const base = pathOf(node.of)
  return base && [...base, node.field]
}

/** The longest paths an expression reads, each part of which is a name; those inside `has()` are asked for, not read. */
export function pathsRead(node: ExpressionNode): readonly (readonly string[])[] {
  const path = pathOf(node)
  if (path) return [path]
  if (node.kind === 'call' && node.name === 'has' && !node.method) return []
  return innerParts(node).flatMap(pathsRead)
}

/** The paths an expression asks for with `has()`. */
export function pathsAskedFor(node: ExpressionNode): readonly (readonly string[])[] {
  return [...partsOf(node)].flatMap((part) => {
    const [asked] = part.kind === 'call' && part.name === 'has' && !part.method ? part.args : []
    const path = asked && pathOf(asked)
    return path ? [path] : []
  })
}
