/** Values a rehearsal hands in: examples of fields, with dates that are said relative to the moment. */
import { addDuration, subtractDuration } from '../calendar/add-duration.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { dateText } from '../calendar/civil-date.ts'
import { datetimeText } from '../calendar/datetime-text.ts'
import { dayOf } from '../calendar/local-time.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import type { Field, Json, JsonObject, Type } from '../expression/type.ts'

/** The moment on a calendar that relative dates are counted from. */
export interface At {
  readonly calendar: Calendar
  readonly at: number
}

/**
 * A record of fields: what is given, else examples. Optional fields and fields with a default that have no example are
 * left out; names of other fields without one are added to `missing`.
 */
export function exampleRecord(
  fields: readonly Field[],
  given: JsonObject,
  when: At,
  missing: string[],
  path = '',
): JsonObject {
  const record: Record<string, Json> = {}
  for (const name of Object.keys(given)) {
    if (!fields.some((field) => field.name === name)) record[name] = given[name] ?? null
  }
  for (const field of fields) {
    const written = Object.hasOwn(given, field.name) ? given[field.name] : undefined
    const value = written === undefined ? exampleOf(field, when) : resolve(written, field.type, when)
    if (value !== undefined) record[field.name] = value
    else if (!field.optional && field.default === undefined) missing.push(`${path}${field.name}`)
  }
  return record
}

/** A field's example; of a record or a list of records without one, put together of the examples inside. */
function exampleOf(field: Field, when: At): Json | undefined {
  if (field.example !== undefined) return resolve(field.example, field.type, when)
  return field.default === undefined && !field.optional ? composed(field.type, when) : undefined
}

function composed(type: Type, when: At): Json | undefined {
  if (type.kind === 'list') {
    const item = composed(type.item, when)
    return item === undefined ? undefined : [item]
  }
  if (type.kind !== 'record') return undefined
  const missing: string[] = []
  const record = exampleRecord(type.fields, {}, when, missing)
  return missing.length === 0 ? record : undefined
}

/** `now`, `2 weeks before` and `3 days after` of dates and moments become dates and moments, also inside. */
function resolve(value: Json, type: Type, when: At): Json {
  if (!holdsMoments(type)) return value
  if (type.kind === 'list') return Array.isArray(value) ? value.map((item) => resolve(item, type.item, when)) : value
  if (type.kind === 'record') return resolveRecord(value, type.fields, when)
  if (typeof value !== 'string') return value
  const at = relativeMoment(value, when)
  if (at === undefined) return value
  return type.kind === 'date' ? dateText(dayOf(when.calendar, at)) : datetimeText(at)
}

function resolveRecord(value: Json, fields: readonly Field[], when: At): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const resolved: Record<string, Json> = { ...(value as JsonObject) }
  for (const { name, type } of fields) {
    const inner = Object.hasOwn(resolved, name) ? resolved[name] : undefined
    if (inner !== undefined && holdsMoments(type)) resolved[name] = resolve(inner, type, when)
  }
  return resolved
}

const remembered = new WeakMap<Type, boolean>()

/** Whether a value of a type is or holds a date or moment. A type never changes, and large ones are asked about often. */
function holdsMoments(type: Type): boolean {
  if (type.kind !== 'list' && type.kind !== 'record') return type.kind === 'date' || type.kind === 'datetime'
  const known = remembered.get(type)
  if (known !== undefined) return known
  const found = type.kind === 'list' ? holdsMoments(type.item) : type.fields.some((field) => holdsMoments(field.type))
  remembered.set(type, found)
  return found
}

function relativeMoment(text: string, { calendar, at }: At): number | undefined {
  if (text === 'now') return at
  const [, length = '', direction] = /^(.+) (before|after)$/.exec(text) ?? []
  const duration = parseDuration(length)
  if (!duration) return undefined
  return (direction === 'before' ? subtractDuration : addDuration)(calendar, at, duration).at
}
