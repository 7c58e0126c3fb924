/** A condition taken apart, for whoever must say in words why it does not hold. */
import { inJson } from './compile-collection.ts'
import type { Compiled } from './compiled.ts'
import type { Context } from './context.ts'
import type { Expression } from './expression.ts'
import type { BinaryOperator, ExpressionNode } from './parse-expression.ts'
import { innerParts } from './parts-of.ts'
import type { Json } from './type.ts'

/** A part of an expression, which can be worked out by itself. */
export type Part = Pick<Expression, 'text' | 'type' | 'reads' | 'evaluate' | 'condition'>

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'comparison'
      readonly operator: BinaryOperator
      readonly left: Part
      readonly right: Part
      readonly whole: Part
    }
  /** `has(path)`. */
  | { readonly kind: 'presence'; readonly path: string; readonly whole: Part }
  /** `active(state)`, or `tagged(states, tag)`. */
  | { readonly kind: 'states'; readonly states: Part; readonly tag?: string; readonly whole: Part }
  /** A name, a call, a choice: what has no parts to tell of. */
  | { readonly kind: 'plain'; readonly whole: Part }

/** What a compiled part says of how it is put together; one that says nothing is `plain`. */
export function conditionOf(part: Compiled, node: ExpressionNode, context: Context): Condition {
  return part.condition ?? { kind: 'plain', whole: partExpression(part, node, context) }
}

/** A part of an expression as one of its own. It stands in no macro. */
export function partExpression(part: Compiled, node: ExpressionNode, context: Context): Part {
  const run = inJson(part)
  return {
    text: context.task.text.slice(node.start, node.end),
    type: part.type,
    reads: [...new Set(readsOf(node, context))],
    evaluate: (activation, world) => run({ activation, world, locals: [] }) as Json | undefined,
  }
}

/** Variables and first fields that a part reads. */
function readsOf(node: ExpressionNode, context: Context): readonly string[] {
  if (node.kind === 'name') return Object.hasOwn(context.task.scope.variables, node.name) ? [node.name] : []
  if (node.kind === 'select' && node.of.kind === 'name') {
    return Object.hasOwn(context.task.scope.variables, node.of.name) ? [`${node.of.name}.${node.field}`] : []
  }
  return innerParts(node).flatMap((inner) => readsOf(inner, context))
}
