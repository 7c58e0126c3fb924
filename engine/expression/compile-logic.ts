/** Conditions, and what follows from them: which optional fields are present where a condition is true or false. */
import { coerce } from './coerce.ts'
import type { Compiled } from './compiled.ts'
import { conditionOf } from './condition.ts'
import type { Context } from './context.ts'
import { commonType, typeName } from './fits.ts'
import type { NodeOf } from './parse-expression.ts'
import type { Type } from './type.ts'

const boolean: Type = { kind: 'boolean' }

/** `a && b` and `a || b`, the right side only where the left leaves it open. */
export function compileBoth(node: NodeOf<'and' | 'or'>, context: Context): Compiled | undefined {
  const isAnd = node.kind === 'and'
  const left = context.compile(node.left, boolean)
  const right = context.knowing(isAnd ? left?.whenTrue : left?.whenFalse).compile(node.right, boolean)
  if (!left || !right) return undefined
  const [a, b] = [left.run, right.run]
  const of = [conditionOf(left, node.left, context), conditionOf(right, node.right, context)]
  const condition = { kind: isAnd ? 'all' : 'any', of } as const
  if (isAnd) {
    const whenFalse = inBoth(left.whenFalse, union(left.whenTrue, right.whenFalse))
    const whenTrue = union(left.whenTrue, right.whenTrue)
    return { type: boolean, run: (f) => a(f) && b(f), whenTrue, whenFalse, condition }
  }
  const whenTrue = inBoth(left.whenTrue, union(left.whenFalse, right.whenTrue))
  const whenFalse = union(left.whenFalse, right.whenFalse)
  return { type: boolean, run: (f) => a(f) || b(f), whenTrue, whenFalse, condition }
}

/** `!a`. */
export function compileNot(node: NodeOf<'not'>, context: Context): Compiled | undefined {
  const of = context.compile(node.of, boolean)
  if (!of) return undefined
  const { run } = of
  return {
    type: boolean,
    run: (frame) => !run(frame),
    whenTrue: of.whenFalse ?? [],
    whenFalse: of.whenTrue ?? [],
    condition: { kind: 'not', of: conditionOf(of, node.of, context) },
  }
}

/** `test ? yes : no`. */
export function compileChoice(node: NodeOf<'choice'>, context: Context, expected?: Type): Compiled | undefined {
  const test = context.compile(node.test, boolean)
  const yes = context.knowing(test?.whenTrue).compile(node.yes, expected)
  const no = context.knowing(test?.whenFalse).compile(node.no, expected)
  if (!test || !yes || !no) return undefined
  const type = expected ?? commonType(yes.type, no.type)
  if (!type) {
    const blanks = { operator: '? :', left: typeName(yes.type), right: typeName(no.type) }
    return context.report('expression/wrong-operands', node, blanks)
  }
  const a = coerce(yes, type, node.yes, context)
  const b = coerce(no, type, node.no, context)
  if (!a || !b) return undefined
  return { type, run: (frame) => (test.run(frame) ? a.run(frame) : b.run(frame)) }
}

function union(a: readonly string[] = [], b: readonly string[] = []): readonly string[] {
  return a.length === 0 ? b : [...a, ...b]
}

function inBoth(a: readonly string[] = [], b: readonly string[] = []): readonly string[] {
  return a.filter((path) => b.includes(path))
}
