/**
 * A length of time inside an expression: as written (a `Duration`, whose days and months the calendar places), or
 * elapsed milliseconds, the difference of two moments, which may be negative.
 */
import {
  type Duration,
  type DurationUnit,
  durationUnits,
  elapsedMilliseconds,
  minute,
  wholeDay,
} from '../calendar/duration.ts'
import { ExpressionFailure } from './expression-failure.ts'

export type Length = Duration | number

const hour = 60 * minute
const unitMs = { minutes: minute, hours: hour, days: wholeDay, weeks: 7 * wholeDay } as const

/** What `parseDuration` reads back at most of one unit. */
const largestAmount = 1_000_000

/** Milliseconds, a day being 24 hours; fails for months and working time, which no number of hours equals. */
export function lengthToMs(length: Length): number {
  const ms = typeof length === 'number' ? length : elapsedMilliseconds(length)
  if (ms === undefined) throw new ExpressionFailure('expression/calendar-length')
  return ms
}

/** The length as a `Duration`; elapsed time in days, hours and whole minutes. Fails below zero. */
export function lengthToDuration(length: Length): Duration {
  if (typeof length !== 'number') return checked(length)
  if (length < 0) throw new ExpressionFailure('expression/negative-length')
  const days = Math.floor(length / wholeDay)
  const hours = Math.floor((length % wholeDay) / hour)
  return checked(withoutZeros({ days, hours, minutes: Math.floor((length % hour) / minute) }))
}

/** So many of a unit; a part of a unit, or fewer than none, is elapsed time. */
export function lengthOf(amount: number, unit: keyof typeof unitMs): Length {
  if (Number.isInteger(amount) && amount >= 0) return withoutZeros({ [unit]: amount })
  return amount * unitMs[unit]
}

/** One length after the other: unit by unit where both are as written. */
export function addLengths(a: Length, b: Length): Length {
  if (typeof a === 'number' || typeof b === 'number') return lengthToMs(a) + lengthToMs(b)
  const sums = durationUnits.map((unit): [DurationUnit, number] => [unit, (a[unit] ?? 0) + (b[unit] ?? 0)])
  return withoutZeros(Object.fromEntries(sums))
}

function withoutZeros(amounts: { readonly [unit in DurationUnit]?: number }): Duration {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0))
}

function checked(duration: Duration): Duration {
  for (const unit of durationUnits) {
    if ((duration[unit] ?? 0) > largestAmount) throw new ExpressionFailure('expression/number-too-large')
  }
  return duration
}
