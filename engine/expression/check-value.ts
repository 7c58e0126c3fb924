/** Judges plain JSON that people and other programs hand in against declared types. */
import { parseDate } from '../calendar/civil-date.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import { type Blanks, problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import { examples } from './compile-literal.ts'
import { suggestion } from './context.ts'
import { readDatetime } from './date-text.ts'
import type { ExpressionCode } from './expression-failure.ts'
import { fieldOf, isTextLike, typeName } from './fits.ts'
import { readMoney } from './json-form.ts'
import type { EnumType, Field, Type } from './type.ts'

const NONE: Problem[] = []

/** What is wrong with a value of a type; `path` names it to people. */
export function checkValue(value: unknown, type: Type, path: string): Problem[] {
  switch (type.kind) {
    case 'list':
      if (!Array.isArray(value)) return wrongType(path, type)
      return checkItems(value, type.item, path)
    case 'record':
      return isRecord(value) ? checkFields(value, type.fields, { path }) : wrongType(path, type)
    case 'enum':
      return typeof value === 'string' ? checkWord(value, type, path) : wrongType(path, type)
    default:
      return isValue(value, type) ? NONE : wrongType(path, type)
  }
}

function checkItems(items: readonly unknown[], type: Type, path: string): Problem[] {
  const problems: Problem[] = []
  for (const [i, item] of items.entries()) {
    for (const found of checkValue(item, type, `${path}[${i}]`)) problems.push(found)
  }
  return problems
}

export interface CheckFieldsOptions {
  /** Fields that must be filled may be missing: a form being filled in. */
  readonly partial?: boolean
  /** Where the fields stand, in front of their names. */
  readonly path?: string
}

/** What is wrong with a record of declared fields: missing, unknown, of a wrong type, too small or too large. */
export function checkFields(value: unknown, fields: readonly Field[], options: CheckFieldsOptions = {}): Problem[] {
  const { partial = false, path: before } = options
  const problems: Problem[] = []
  if (!isRecord(value)) return wrongType(before ?? 'value', { kind: 'record', name: '{ … }', fields })
  const at = (name: string) => (before === undefined ? name : `${before}.${name}`)
  const record = { kind: 'record', name: before ?? 'fields', fields } as const
  for (const name of Object.keys(value)) {
    if (fieldOf(record, name)) continue
    const known = fields.map((field) => field.name)
    problems.push(fault('expression/value-unknown-field', { path: at(name), ...suggestion(name, known) }))
  }
  for (const field of fields) {
    for (const found of checkField(value, field, at(field.name), partial)) problems.push(found)
  }
  return problems
}

/** Whether a field was left empty: empty texts and, where the field may be absent, empty lists count as not given. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function checkField(
  record: Readonly<Record<string, unknown>>,
  field: Field,
  path: string,
  partial: boolean,
): Problem[] {
  const value = Object.hasOwn(record, field.name) ? record[field.name] : undefined
  if (isEmpty(value)) {
    if (partial || field.optional || field.default !== undefined) return NONE
    return [
      fault('expression/value-missing', {
        path,
        type: typeName(field.type),
        parts: partsOf(field.type),
        ...(field.title && { title: field.title }),
      }),
    ]
  }
  const problems = checkValue(value, field.type, path)
  return problems.length > 0 ? problems : checkLimits(value, field, path)
}

/** What can be given, or what it is made of, for somebody who knows only the name of the type. */
function partsOf(type: Type): readonly string[] | undefined {
  if (type.kind === 'list') return partsOf(type.item)
  if (type.kind === 'enum') return type.words.map(({ word }) => word)
  return type.kind === 'record' ? type.fields.map(({ name, optional }) => (optional ? `${name}?` : name)) : undefined
}

function checkLimits(value: unknown, { min, max, type }: Field, path: string): Problem[] {
  if (min === undefined && max === undefined) return NONE
  if (Array.isArray(value)) {
    const size = value.length
    if (min !== undefined && size < min) return [fault('expression/value-too-few', { path, size, min })]
    if (max !== undefined && size > max) return [fault('expression/value-too-many', { path, size, max })]
    return []
  }
  const figure = type.kind === 'money' || typeof value === 'number' ? Number(value) : undefined
  if (figure === undefined) return []
  if (min !== undefined && figure < min) return [fault('expression/value-too-small', { path, min })]
  if (max !== undefined && figure > max) return [fault('expression/value-too-large', { path, max })]
  return []
}

function checkWord(word: string, type: EnumType, path: string): Problem[] {
  if (type.words.some((each) => each.word === word)) return NONE
  const words = type.words.map((each) => each.word)
  return [fault('expression/value-unknown-word', { path, word, ...suggestion(word, words) })]
}

function isValue(value: unknown, type: Type): boolean {
  if (type.kind === 'boolean') return typeof value === 'boolean'
  if (type.kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (type.kind === 'integer') return Number.isSafeInteger(value)
  if (type.kind === 'money' && typeof value === 'number') return readMoney(String(value)) !== undefined
  if (typeof value !== 'string') return false
  if (type.kind === 'money') return readMoney(value) !== undefined
  if (type.kind === 'date') return parseDate(value) !== undefined
  if (type.kind === 'datetime') return (readDatetime(value) ?? parseDate(value)) !== undefined
  if (type.kind === 'duration') return parseDuration(value) !== undefined
  return isTextLike(type) || type.kind === 'state'
}

function wrongType(path: string, type: Type): Problem[] {
  return [fault('expression/value-wrong-type', { path, type: typeName(type), example: exampleOf(type) })]
}

function exampleOf(type: Type): string {
  if (type.kind === 'list') return `[${exampleOf(type.item)}]`
  if (type.kind === 'record') return `{ ${type.fields.map(({ name }) => `${name}: …`).join(', ')} }`
  if (type.kind === 'enum') return type.words[0]?.word ?? ''
  const others: Readonly<Record<string, string>> = { ...examples, number: '0.5', integer: '3', boolean: 'true' }
  return others[type.kind] ?? '"…"'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fault<Code extends ExpressionCode>(code: Code, blanks: Blanks<Code>): Problem {
  return problem(code, blanks)
}
