import type { Compiled, Frame } from '../compiled.ts'
import type { Context } from '../context.ts'
import { typeName } from '../fits.ts'
import type { CallNode } from '../parse-expression.ts'
import type { ListType, Type } from '../type.ts'

/** Checks one call and compiles it; undefined where it has a fault, which has been reported. */
export type CompileCall = (call: CallNode, context: Context, expected?: Type) => Compiled | undefined

export type FunctionTable = Readonly<Record<string, CompileCall>>

/** A function whose arguments have fixed types and whose result has one too. */
export function plain(
  parameters: readonly Type[],
  type: Type,
  apply: (frame: Frame, ...values: never[]) => unknown,
): CompileCall {
  const call = apply as (frame: Frame, ...values: unknown[]) => unknown
  return (node, context) => {
    if (!takes(node, context, parameters.length)) return undefined
    const parts = node.args.map((arg, i) => context.compile(arg, parameters[i]))
    const runs = parts.flatMap((part) => (part ? [part.run] : []))
    if (runs.length < parts.length) return undefined
    const [a, b] = runs
    if (a && !b) return { type, run: (frame) => call(frame, a(frame)) }
    if (a && b && runs.length === 2) return { type, run: (frame) => call(frame, a(frame), b(frame)) }
    return { type, run: (frame) => call(frame, ...runs.map((run) => run(frame))) }
  }
}

/** Reports a wrong number of arguments; the receiver of a method counts as one. */
export function takes(node: CallNode, context: Context, least: number, most = least): boolean {
  const count = node.args.length
  if (count >= least && count <= most) return true
  const expected = least === most ? String(least) : `${least}–${most}`
  context.report('expression/argument-count', node, { function: `${node.name}()`, expected, count })
  return false
}

/** The first argument, which must be a list. */
export function listArgument(node: CallNode, context: Context): (Compiled & { readonly type: ListType }) | undefined {
  const [first] = node.args
  const part = first && context.compile(first)
  if (!first || !part) return undefined
  const { type } = part
  if (type.kind === 'list') return { ...part, type }
  return wrongOperand(node, first, type, 'list', context)
}

/** Reports an argument of a type that the function does not work on. */
export function wrongOperand(
  node: CallNode,
  span: { start: number; end: number },
  type: Type,
  expected: string,
  context: Context,
) {
  return context.report('expression/wrong-operand', span, {
    operator: `${node.name}()`,
    type: typeName(type),
    expected,
  })
}

/** The text of an argument that must be written out. */
export function literalText(node: CallNode, at: number, what: string, context: Context): string | undefined {
  const arg = node.args[at]
  if (arg?.kind === 'literal' && typeof arg.value === 'string') return arg.value
  return context.report('expression/literal-needed', arg ?? node, { function: `${node.name}()`, what })
}
