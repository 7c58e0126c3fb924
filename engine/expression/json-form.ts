/**
 * Inside an expression a date is a day number, a datetime milliseconds, money a number in currency units, and a length
 * of time a `Length`; everything else, and everything inside lists and records, is JSON. These are the two crossings.
 */
import { parseDate } from '../calendar/civil-date.ts'
import { formatDuration } from '../calendar/format-duration.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import { readDatetime, writeDate, writeDatetime } from './date-text.ts'
import { ExpressionFailure } from './expression-failure.ts'
import { type Length, lengthToDuration } from './length.ts'
import type { Json, Type } from './type.ts'

export type Crossing = (value: unknown) => unknown

/** From JSON to the form inside an expression; undefined where the two are the same. */
export function fromJson(type: Type): Crossing | undefined {
  switch (type.kind) {
    case 'date':
      return (value) => readOrFail(value, parseDate, 'date')
    case 'datetime':
      return (value) => readOrFail(value, readDatetime, 'datetime')
    case 'duration':
      return (value) => readOrFail(value, parseDuration, 'duration')
    case 'money':
      return (value) => readOrFail(value, readMoney, 'money')
    default:
      return undefined
  }
}

/** From the form inside an expression to JSON; undefined where the two are the same. */
export function toJson(type: Type): Crossing | undefined {
  switch (type.kind) {
    case 'date':
      return (value) => writeDate(value as number)
    case 'datetime':
      return (value) => writeDatetime(value as number)
    case 'duration':
      return (value) => formatDuration(lengthToDuration(value as Length))
    case 'money':
      return (value) => writeMoney(value as number)
    default:
      return undefined
  }
}

/** Currency units of a money text with at most two decimals, undefined for other texts. */
export function readMoney(text: string): number | undefined {
  return /^-?\d{1,13}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined
}

/** The money text with two decimals. */
export function writeMoney(units: number): string {
  if (Math.abs(units) >= 1e13) throw new ExpressionFailure('expression/number-too-large')
  return units.toFixed(2)
}

/** Whether two JSON values are the same, whatever the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]))
  const left = a as Record<string, Json>
  const right = b as Record<string, Json>
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  )
}

function readOrFail<T>(value: unknown, read: (text: string) => T | undefined, type: string): T {
  const inside = typeof value === 'string' ? read(value) : undefined
  if (inside === undefined) throw new ExpressionFailure('expression/bad-value', { type })
  return inside
}
