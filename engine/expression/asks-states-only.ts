import type { ExpressionNode } from './parse-expression.ts'

const FUNCTIONS: ReadonlySet<string> = new Set(['active', 'tagged', 'state'])

/** Whether the value of a part follows from the active states alone, whatever the data, the time and the calendar. */
export function asksStatesOnly(node: ExpressionNode): boolean {
  switch (node.kind) {
    case 'literal':
      return true
    case 'list':
      return node.items.every(asksStatesOnly)
    case 'not':
      return asksStatesOnly(node.of)
    case 'and':
    case 'or':
      return asksStatesOnly(node.left) && asksStatesOnly(node.right)
    case 'call':
      return FUNCTIONS.has(node.name) && node.args.every(asksStatesOnly)
    default:
      return false
  }
}
