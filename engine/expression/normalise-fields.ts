import { isEmpty } from './check-value.ts'
import { readDatetime, writeDatetime } from './date-text.ts'
import { readMoney, writeMoney } from './json-form.ts'
import type { Field, Json, JsonObject, Type } from './type.ts'

/**
 * The JSON that is stored of fields `checkFields` found nothing wrong with: defaults filled in, empty fields dropped,
 * moments in UTC, money with two decimals. `startOfDay` gives the first moment (a UTC text) of a date such as
 * `2026-01-05`. Unknown fields are dropped.
 */
export function normaliseFields(
  value: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  startOfDay: (date: string) => string,
): JsonObject {
  const stored: Record<string, Json> = {}
  for (const { name, type, default: usual } of fields) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined
    const kept = isEmpty(given) ? usual : given
    if (kept !== undefined) stored[name] = normaliseValue(kept, type, startOfDay)
  }
  return stored
}

/** The stored JSON of one value of a type. */
export function normaliseValue(value: unknown, type: Type, startOfDay: (date: string) => string): Json {
  if (type.kind === 'list')
    return (value as readonly unknown[]).map((item) => normaliseValue(item, type.item, startOfDay))
  if (type.kind === 'record') return normaliseFields(value as Record<string, unknown>, type.fields, startOfDay)
  if (type.kind === 'money') return writeMoney(readMoney(String(value)) ?? 0)
  if (type.kind === 'number' || type.kind === 'integer') return (value as number) + 0
  if (type.kind !== 'datetime') return value as Json
  const ms = readDatetime(String(value))
  return ms === undefined ? startOfDay(String(value)) : writeDatetime(ms)
}
