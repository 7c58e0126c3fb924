import { coerce } from './coerce.ts'
import type { Compiled, Frame, Run } from './compiled.ts'
import type { Context } from './context.ts'
import { exact } from './exact-number.ts'
import { ExpressionFailure } from './expression-failure.ts'
import { commonType, isTextLike, typeName } from './fits.ts'
import { addLengths, type Length, lengthToMs } from './length.ts'
import type { BinaryNode, ExpressionNode, NodeOf } from './parse-expression.ts'
import type { Type } from './type.ts'

const dayMs = 86_400_000
const numeric: ReadonlySet<Type['kind']> = new Set(['number', 'integer', 'money'])

/** Whether the type is a number of some kind: its values inside an expression are JS numbers. */
export function isNumeric(type: Type): boolean {
  return numeric.has(type.kind)
}

/** Whether the type is a moment or a day. */
export function isTemporal(type: Type): boolean {
  return type.kind === 'date' || type.kind === 'datetime'
}

/** The moment a date or datetime stands for, in milliseconds. */
export function momentOf(part: Compiled): (frame: Frame) => number {
  const { run, type } = part
  if (type.kind === 'date') return (frame) => frame.world.calendar.startOfDay(run(frame) as number)
  return run as (frame: Frame) => number
}

/** `+ - * / %` on numbers, money, moments, lengths, texts and lists. */
export function compileArithmetic(node: BinaryNode, context: Context, expected?: Type): Compiled | undefined {
  const { operator } = node
  if (operator === '/' && isSize(node.left) && isSize(node.right))
    return context.report('expression/size-division', node, {})
  const listExpected = operator === '+' && expected?.kind === 'list' ? expected : undefined
  const left = context.compile(node.left, listExpected)
  const right = context.compile(
    node.right,
    left && isLengthText(node.right, left) ? { kind: 'duration' } : listExpected,
  )
  if (!left || !right) return undefined
  return (
    (isNumeric(left.type) && isNumeric(right.type) && numbers(operator, left, right)) ||
    (operator === '+' && (texts(left, right) || lists(left, right, node, context))) ||
    (operator === '+' && right.type.kind === 'duration' && later(left, right)) ||
    (operator === '-' && earlier(left, right, node, context)) ||
    context.report('expression/wrong-operands', node, {
      operator,
      left: typeName(left.type),
      right: typeName(right.type),
    })
  )
}

/** `-a`. */
export function compileMinus(node: NodeOf<'minus'>, context: Context, expected?: Type): Compiled | undefined {
  const of = context.compile(node.of, expected?.kind === 'money' && node.of.kind === 'literal' ? expected : undefined)
  if (!of) return undefined
  if (!isNumeric(of.type)) {
    return context.report('expression/wrong-operand', node, {
      operator: '-',
      type: typeName(of.type),
      expected: 'number',
    })
  }
  const { run } = of
  return { type: of.type, run: (frame) => 0 - (run(frame) as number) }
}

function numbers(operator: string, left: Compiled, right: Compiled): Compiled {
  const [a, b] = [left.run as (f: Frame) => number, right.run as (f: Frame) => number]
  return { type: numberType(operator, left.type, right.type), run: numberRun(operator, a, b) }
}

function numberRun(operator: string, a: (frame: Frame) => number, b: (frame: Frame) => number): Run {
  switch (operator) {
    case '+':
      return (frame) => exact(a(frame) + b(frame))
    case '-':
      return (frame) => exact(a(frame) - b(frame))
    case '*':
      return (frame) => exact(a(frame) * b(frame))
    case '%':
      return (frame) => exact(a(frame) % divisor(b(frame)))
    default:
      return (frame) => exact(a(frame) / divisor(b(frame)))
  }
}

/** Whole numbers stay whole but under `/`; money with money stays money under `+` and `-`; all else is a number. */
function numberType(operator: string, left: Type, right: Type): Type {
  const isSum = operator === '+' || operator === '-'
  if (left.kind === 'money' && right.kind === 'money' && isSum) return left
  if (left.kind === 'integer' && right.kind === 'integer' && operator !== '/') return left
  return { kind: 'number' }
}

function divisor(value: number): number {
  if (value === 0) throw new ExpressionFailure('expression/division-by-zero')
  return value
}

function texts(left: Compiled, right: Compiled): Compiled | undefined {
  if (!isWritten(left.type) || !isWritten(right.type)) return undefined
  const [a, b] = [left.run as (f: Frame) => string, right.run as (f: Frame) => string]
  const kind = left.type.kind === 'text' || right.type.kind === 'text' ? 'text' : 'string'
  return { type: { kind }, run: (frame) => a(frame) + b(frame) }
}

function isWritten(type: Type): boolean {
  return isTextLike(type) || type.kind === 'enum'
}

function lists(left: Compiled, right: Compiled, node: BinaryNode, context: Context): Compiled | undefined {
  if (left.type.kind !== 'list' || right.type.kind !== 'list') return undefined
  const type = commonType(left.type, right.type)
  const a = type && coerce(left, type, node.left, context)
  const b = type && coerce(right, type, node.right, context)
  if (!a || !b) return undefined
  const itemKnown = left.itemKnown?.filter((field) => right.itemKnown?.includes(field))
  const run: Run = (frame) => [...(a.run(frame) as unknown[]), ...(b.run(frame) as unknown[])]
  return { type, run, ...(itemKnown && { itemKnown }) }
}

/** A day and whole days are a day again; every other sum of a moment and a length is a moment. */
function later(left: Compiled, right: Compiled): Compiled | undefined {
  const length = right.run as (frame: Frame) => Length
  if (left.type.kind === 'duration') {
    const a = left.run as (frame: Frame) => Length
    const run: Run = (frame) => addLengths(a(frame), length(frame))
    return {
      type: left.type,
      run,
      ...(left.lengthKind === right.lengthKind && right.lengthKind && { lengthKind: right.lengthKind }),
    }
  }
  if (!isTemporal(left.type)) return undefined
  const moment = momentOf(left)
  const at: Run = (frame) => addTo(moment(frame), length(frame), frame)
  if (left.type.kind === 'datetime' || right.lengthKind !== 'days') return { type: { kind: 'datetime' }, run: at }
  return wholeDays(left, right, 1)
}

function earlier(left: Compiled, right: Compiled, node: BinaryNode, context: Context): Compiled | undefined {
  if (right.type.kind === 'duration') {
    if (right.lengthKind === 'calendar') return context.report('expression/calendar-length', node.right, {})
    if (left.type.kind === 'date' && right.lengthKind === 'days') return wholeDays(left, right, -1)
    if (!isTemporal(left.type) && left.type.kind !== 'duration') return undefined
    const a = isTemporal(left.type) ? momentOf(left) : msOf(left)
    const b = msOf(right)
    return {
      type: left.type.kind === 'duration' ? left.type : { kind: 'datetime' },
      run: (frame) => a(frame) - b(frame),
    }
  }
  if (!isTemporal(left.type) || !isTemporal(right.type)) return undefined
  const type: Type = { kind: 'duration' }
  if (left.type.kind === 'date' && right.type.kind === 'date') {
    const [a, b] = [left.run as (f: Frame) => number, right.run as (f: Frame) => number]
    return { type, run: (frame) => (a(frame) - b(frame)) * dayMs, lengthKind: 'days' }
  }
  const [a, b] = [momentOf(left), momentOf(right)]
  return { type, run: (frame) => a(frame) - b(frame), lengthKind: 'elapsed' }
}

function wholeDays(left: Compiled, right: Compiled, sign: 1 | -1): Compiled {
  const [a, b] = [left.run as (f: Frame) => number, msOf(right)]
  return { type: left.type, run: (frame) => a(frame) + (sign * b(frame)) / dayMs }
}

function msOf(part: Compiled): (frame: Frame) => number {
  const length = part.run as (frame: Frame) => Length
  return (frame) => lengthToMs(length(frame))
}

function addTo(moment: number, length: Length, frame: Frame): number {
  if (typeof length === 'number') return moment + length
  return frame.world.calendar.addDuration(moment, length)
}

/** A text beside a moment or a length is itself a length: `data.start + '10 weeks'`. */
function isLengthText(node: ExpressionNode, left: Compiled): boolean {
  return (
    node.kind === 'literal' &&
    typeof node.value === 'string' &&
    (isTemporal(left.type) || left.type.kind === 'duration')
  )
}

function isSize(node: ExpressionNode): boolean {
  return node.kind === 'call' && node.name === 'size'
}
