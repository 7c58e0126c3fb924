import { parseDate } from '../calendar/civil-date.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import type { Compiled, LengthKind } from './compiled.ts'
import { type Context, suggestion } from './context.ts'
import { readDatetime } from './date-text.ts'
import { exact } from './exact-number.ts'
import { typeName } from './fits.ts'
import { readMoney } from './json-form.ts'
import { type Length, lengthToMs } from './length.ts'
import type { NodeOf, Span } from './parse-expression.ts'
import type { EnumType, Type } from './type.ts'

/** How each type that is written as a text looks. */
export const examples = {
  date: '2026-01-05',
  datetime: '2026-01-05T09:00:00+08:00',
  duration: '3 workdays',
  money: '50000.00',
} as const

const stringType: Type = { kind: 'string' }

/** A literal; a text is a word, date, length or amount where one is expected. */
export function compileLiteral(node: NodeOf<'literal'>, context: Context, expected?: Type): Compiled | undefined {
  const { value } = node
  if (typeof value === 'boolean') return { type: { kind: 'boolean' }, run: () => value }
  if (typeof value === 'string') return textLiteral(value, node, context, expected)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return context.report('expression/number-too-large', node, {})
  }
  const number = exact(value)
  if (expected?.kind === 'money' && readMoney(String(number)) !== undefined)
    return { type: expected, run: () => number }
  return { type: { kind: Number.isInteger(number) ? 'integer' : 'number' }, run: () => number }
}

/** A text that stands for a value of the expected type. */
export function textLiteral(text: string, span: Span, context: Context, expected?: Type): Compiled | undefined {
  switch (expected?.kind) {
    case 'enum':
      return wordOf(expected, text, span, context)
    case 'date':
    case 'datetime':
    case 'duration':
    case 'money':
      return readLiteral(text, expected) ?? badLiteral(text, expected.kind, span, context)
    case 'state':
      return stateNamed(text, span, context)
    default:
      return { type: stringType, run: () => text }
  }
}

/** The value of a text of a type that is written as a text; undefined where it is none. */
export function readLiteral(text: string, type: Type): Compiled | undefined {
  if (type.kind === 'date') return constant(type, parseDate(text))
  if (type.kind === 'datetime') return constant(type, readDatetime(text)) ?? constant({ kind: 'date' }, parseDate(text))
  if (type.kind === 'money') return constant(type, readMoney(text))
  if (type.kind !== 'duration') return undefined
  const duration = parseDuration(text)
  return duration && { type, run: () => duration, lengthKind: lengthKindOf(duration) }
}

/** The absolute path of a state named in the text. */
export function stateNamed(name: string, span: Span, context: Context): Compiled | undefined {
  const path = context.task.scope.resolveState?.(name)
  if (path === undefined) return context.report('expression/unknown-state', span, { name })
  return { type: { kind: 'state' }, run: () => path }
}

function wordOf(type: EnumType, word: string, span: Span, context: Context): Compiled | undefined {
  const words = type.words.map((each) => each.word)
  if (words.includes(word)) return { type, run: () => word }
  return context.report('expression/unknown-word', span, { word, type: typeName(type), ...suggestion(word, words) })
}

function badLiteral(text: string, kind: keyof typeof examples, span: Span, context: Context) {
  return context.report('expression/bad-literal', span, { text, type: kind, example: examples[kind] })
}

function constant(type: Type, value: number | undefined): Compiled | undefined {
  return value === undefined ? undefined : { type, run: () => value }
}

function lengthKindOf(length: Length): LengthKind {
  if (typeof length !== 'number' && (length.months || length.workhours || length.workdays !== undefined))
    return 'calendar'
  return lengthToMs(length) % 86_400_000 === 0 && typeof length !== 'number' && !length.hours && !length.minutes
    ? 'days'
    : 'elapsed'
}
