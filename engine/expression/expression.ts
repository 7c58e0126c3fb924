/**
 * Expressions of the definition language: CEL in its syntax, with types of ours. Pure and total: evaluating one gives
 * JSON or throws an `ExpressionFailure`, whatever the data; checking one gives problems, never an exception.
 */
import type { Place, Problem } from '../problem/problem.ts'
import { asksStatesOnly } from './asks-states-only.ts'
import { coerce } from './coerce.ts'
import { inJson } from './compile-collection.ts'
import { readLiteral } from './compile-literal.ts'
import { compileNode } from './compile-node.ts'
import { compileLenient } from './compile-path.ts'
import type { Compiled, Run } from './compiled.ts'
import type { Condition } from './condition.ts'
import { Context, type Task } from './context.ts'
import { ExpressionFailure, isExpressionFailure } from './expression-failure.ts'
import { fromJson } from './json-form.ts'
import { type ExpressionNode, parseExpression } from './parse-expression.ts'
import type { Activation, Scope, World } from './scope.ts'
import type { Json, Type } from './type.ts'

export type { Activation, Scope, World } from './scope.ts'

/** A checked expression. */
export interface Expression {
  readonly text: string
  readonly type: Type
  /** Variables and first fields read, such as `data.areas` and `now`. */
  readonly reads: readonly string[]
  /** How a condition is put together, where it has parts. */
  readonly condition?: Condition | undefined
  /** What it was compiled from beside its text: with it, it can be kept and compiled again. */
  readonly origin: Origin
  /** Its value follows from the active states alone: the same wherever the process stands the same. */
  readonly statesOnly: boolean
  /** What the text says; absent where the whole of it is a literal such as a date, or a word. */
  readonly syntax?: ExpressionNode
  readonly place?: Place
  readonly usedAt?: Place
  /** Its value; undefined only where `allowAbsent` was given and the path is absent. Throws `ExpressionFailure`. */
  evaluate(activation: Activation, world: World): Json | undefined
}

/** A fixed value; or the part of the scope an expression was checked against, and how it was to be read. */
export type Origin =
  | { readonly constant: Json }
  | {
      readonly scope: Pick<Scope, 'variables' | 'types' | 'present'>
      /** The absolute paths of the states it names. */
      readonly states: Readonly<Record<string, string>>
      readonly expected?: Type
      readonly allowAbsent?: boolean
    }

export interface CompileOptions {
  /** What the value must be; texts, words and dates are read as values of it. */
  readonly expected?: Type
  /** Whether the whole expression may be a path that is absent. */
  readonly allowAbsent?: boolean
  /** Where the expression's first character stands. */
  readonly place?: Place
  readonly usedAt?: Place
}

export type CompiledExpression =
  | { readonly ok: true; readonly expression: Expression; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Checks an expression against what it may name, and compiles it. All its faults are told. */
export function compileExpression(text: string, given: Scope, options: CompileOptions = {}): CompiledExpression {
  const problems: Problem[] = []
  const { place, usedAt, expected, allowAbsent } = options
  const states: Record<string, string> = {}
  const scope = notingStates(given, states)
  const task: Task = { text, scope, compilePart: compileNode, problems, reads: new Set(), place, usedAt, slots: 0 }
  const context = new Context(task, new Map(), new Set(scope.present))
  const whole = compileWhole(text, context, options)
  if (!whole || problems.length > 0) return { ok: false, problems }
  const { run, syntax } = whole
  const expression: Expression = {
    text,
    type: expected ?? whole.type,
    reads: [...task.reads],
    origin: {
      scope: {
        variables: given.variables,
        types: given.types,
        ...(given.present === undefined ? {} : { present: given.present }),
      },
      states,
      ...(expected === undefined ? {} : { expected }),
      ...(allowAbsent === undefined ? {} : { allowAbsent }),
    },
    statesOnly: whole.statesOnly ?? false,
    ...(syntax && { syntax }),
    ...(place && { place }),
    ...(usedAt && { usedAt }),
    evaluate: (activation, world) => evaluate(run, activation, world, task.slots === 0 ? noLocals : []),
    ...(whole.condition && { condition: whole.condition }),
  }
  return { ok: true, expression, problems }
}

/** An expression whose value is fixed. */
export function constant(text: string, type: Type, value: Json): Expression {
  return { text, type, reads: [], statesOnly: false, origin: { constant: value }, evaluate: () => value }
}

/** An expression that was compiled before, from what was kept of it; compiled only when it is first evaluated. */
export function compileAgain(kept: Omit<Expression, 'evaluate'>): Expression {
  const { text, type, origin } = kept
  if ('constant' in origin) return constant(text, type, origin.constant)
  const { scope, states, ...options } = origin
  let compiled: Expression | undefined
  const compile = (): Expression => {
    const again = compileExpression(
      text,
      { ...scope, resolveState: (name) => (Object.hasOwn(states, name) ? states[name] : undefined) },
      options,
    )
    if (!again.ok) throw new TypeError(`an expression that was compiled before cannot be compiled again: ${text}`)
    return again.expression
  }
  return {
    ...kept,
    get condition() {
      compiled ??= compile()
      return compiled.condition
    },
    evaluate: (activation, world) => {
      compiled ??= compile()
      return compiled.evaluate(activation, world)
    },
  }
}

/** The same scope; the states that are named are noted. */
function notingStates(scope: Scope, states: Record<string, string>): Scope {
  return {
    ...scope,
    resolveState: (name) => {
      const path = scope.resolveState?.(name)
      if (path !== undefined) states[name] = path
      return path
    },
  }
}

/** Of an expression without macros, which writes none. */
const noLocals: unknown[] = []

type Whole = Compiled & { readonly syntax?: ExpressionNode }

function compileWhole(text: string, context: Context, options: CompileOptions): Whole | undefined {
  const { expected, allowAbsent } = options
  const written = expected && readLiteral(text, expected)
  if (written) return json(coerce(written, expected, { start: 0, end: text.length }, context))
  const parsed = parseExpression(text)
  if (!parsed.ok) {
    const { detail, span } = parsed
    return context.report(parsed.tooLarge ? 'expression/too-large' : 'expression/syntax', span, { detail })
  }
  const { node } = parsed
  if (allowAbsent && node.kind === 'select') {
    const path = compileAbsent(node, context, expected)
    return path && { ...path, syntax: node }
  }
  const whole = json(context.compile(node, expected))
  return whole && { ...whole, syntax: node, statesOnly: asksStatesOnly(node) }
}

/** A path that may be absent as a whole; then its value is undefined. */
function compileAbsent(node: Extract<ExpressionNode, { kind: 'select' }>, context: Context, expected?: Type) {
  const path = compileLenient(node, context)
  if (!path) return undefined
  let current: unknown
  const read = fromJson(path.type)
  const there: Compiled = { type: path.type, run: () => (read ? read(current) : current) }
  const value = json(expected ? coerce(there, expected, node, context) : there)
  if (!value) return undefined
  const run: Run = (frame) => {
    current = path.run(frame)
    return current === undefined ? undefined : value.run(frame)
  }
  return { type: value.type, run }
}

function json(part: Compiled | undefined): Compiled | undefined {
  return part && { ...part, run: inJson(part) }
}

/** Data that does not have its declared type makes JavaScript fail; that too is a failure of ours. */
function evaluate(run: Run, activation: Activation, world: World, locals: unknown[]): Json | undefined {
  try {
    return run({ activation, world, locals }) as Json | undefined
  } catch (error) {
    if (isExpressionFailure(error)) throw error
    throw new ExpressionFailure('expression/bad-value', { type: 'value' })
  }
}
