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
  /** Its value follows from the active states alone: the same wherever the process stands the same. */
  readonly statesOnly: boolean
  /** Its value; undefined only where `allowAbsent` was given and the path is absent. Throws `ExpressionFailure`. */
  evaluate(activation: Activation, world: World): Json | undefined
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
export function compileExpression(text: string, scope: Scope, options: CompileOptions = {}): CompiledExpression {
  const problems: Problem[] = []
  const { place, usedAt, expected } = options
  const task: Task = { text, scope, compilePart: compileNode, problems, reads: new Set(), place, usedAt, slots: 0 }
  const context = new Context(task, new Map(), new Set(scope.present))
  const run = compileWhole(text, context, options)
  if (!run || problems.length > 0) return { ok: false, problems }
  const expression: Expression = {
    text,
    type: expected ?? run.type,
    reads: [...task.reads],
    statesOnly: run.statesOnly ?? false,
    evaluate: (activation, world) => evaluate(run.run, activation, world),
  }
  return { ok: true, expression, problems }
}

function compileWhole(text: string, context: Context, options: CompileOptions): Compiled | undefined {
  const { expected, allowAbsent } = options
  const written = expected && readLiteral(text, expected)
  if (written) return json(coerce(written, expected, { start: 0, end: text.length }, context))
  const parsed = parseExpression(text)
  if (!parsed.ok) {
    const { detail, span } = parsed
    return context.report(parsed.tooLarge ? 'expression/too-large' : 'expression/syntax', span, { detail })
  }
  const { node } = parsed
  if (allowAbsent && node.kind === 'select') return compileAbsent(node, context, expected)
  const whole = json(context.compile(node, expected))
  return whole && { ...whole, statesOnly: asksStatesOnly(node) }
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
function evaluate(run: Run, activation: Activation, world: World): Json | undefined {
  try {
    return run({ activation, world, locals: [] }) as Json | undefined
  } catch (error) {
    if (isExpressionFailure(error)) throw error
    throw new ExpressionFailure('expression/bad-value', { type: 'value' })
  }
}
