import { stateNamed } from '../compile-literal.ts'
import type { Compiled, Run } from '../compiled.ts'
import { partExpression } from '../condition.ts'
import type { Context } from '../context.ts'
import { nothing } from '../fits.ts'
import type { CallNode, ExpressionNode } from '../parse-expression.ts'
import type { Type } from '../type.ts'
import { type FunctionTable, literalText, takes, wrongOperand } from './function-table.ts'

const boolean: Type = { kind: 'boolean' }
const state: Type = { kind: 'state' }

/** Where the process stands. */
export const stateFunctions: FunctionTable = {
  active: (node, context) => {
    if (!takes(node, context, 1) || !node.args[0]) return undefined
    const name = literalText(node, 0, 'state', context)
    const named = name === undefined ? undefined : stateNamed(name, node.args[0], context)
    if (!named) return undefined
    const run: Run = (frame) => frame.world.isActive(named.run(frame) as string)
    return asked({ type: boolean, run }, node, named, context)
  },
  /** A state as an absolute path, which expanding templates writes. */
  state: (node, context) => {
    if (!takes(node, context, 1)) return undefined
    const path = literalText(node, 0, 'state', context)
    return path === undefined ? undefined : { type: state, run: () => path }
  },
  tagged: compileTagged,
}

/** `tagged(state or states, 'tag')`: whether the tag is active at or below each of them. */
function compileTagged(node: CallNode, context: Context): Compiled | undefined {
  if (!takes(node, context, 2) || !node.args[0]) return undefined
  const [first] = node.args
  const part = context.compile(first, hintFor(first))
  const tag = literalText(node, 1, 'tag', context)
  if (!part || tag === undefined) return undefined
  if (part.type.kind === 'state') {
    const run: Run = (frame) => frame.world.hasTag(part.run(frame) as string, tag)
    return asked({ type: boolean, run }, node, part, context, tag)
  }
  if (part.type.kind !== 'list' || (part.type.item.kind !== 'state' && part.type.item !== nothing)) {
    return wrongOperand(node, first, part.type, 'state', context)
  }
  const run: Run = (frame) => (part.run(frame) as readonly string[]).every((path) => frame.world.hasTag(path, tag))
  return asked({ type: boolean, run }, node, part, context, tag)
}

/** A question about states that can tell which it asks of. */
function asked(part: Compiled, node: CallNode, states: Compiled, context: Context, tag?: string): Compiled {
  const [first = node] = node.args
  const whole = partExpression(part, node, context)
  const condition = { kind: 'states', states: partExpression(states, first, context), whole } as const
  return { ...part, condition: tag === undefined ? condition : { ...condition, tag } }
}

/** Names of states may be written as texts here. */
function hintFor(node: ExpressionNode): Type | undefined {
  if (node.kind === 'literal' && typeof node.value === 'string') return state
  return node.kind === 'list' && node.items.every((item) => item.kind === 'literal')
    ? { kind: 'list', item: state }
    : undefined
}
