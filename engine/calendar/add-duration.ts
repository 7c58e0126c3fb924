/**
 * Lengths of time added to and taken from moments. Months, weeks and days keep the local time of day, hours and
 * minutes are elapsed time, workdays and workhours are counted in working time. Parts are applied in that order:
 * months, weeks, days, workdays, hours, minutes, workhours.
 */
import type { Calendar } from './calendar.ts'
import { addMonths, clampDay } from './civil-date.ts'
import { type Duration, minute, needsWorkingTime, wholeDay } from './duration.ts'
import { clampMoment, dayOf, fromLocal, toLocal } from './local-time.ts'
import { addWorkdays } from './workdays.ts'
import { addWorkingTime, subtractWorkingTime, workingStretches } from './working-time.ts'

/** A moment in milliseconds, and whether it was counted on days whose holidays are not known yet. */
export interface ReckonedMoment {
  readonly at: number
  readonly estimated: boolean
}

/**
 * The moment a length ends that starts at `at`. Workdays end at the close of working hours of the n-th working day
 * after the day of the start; `0 workdays` at the close of that day, or of the next that is worked.
 */
export function addDuration(calendar: Calendar, at: number, duration: Duration): ReckonedMoment {
  let end = shiftDate(calendar, at, duration, 1)
  if (duration.workdays !== undefined) end = closeOfWorkday(calendar, end, duration.workdays)
  end = clampMoment(end + elapsedPart(duration))
  end = addWorkingTime(calendar, end, workhoursPart(duration))
  return { at: end, estimated: isEstimated(calendar, end, duration) }
}

/**
 * The moment so long before `at`: `1 workday before` is the same local time on the working day before, workhours are
 * counted backwards. Nothing is known about `estimated` but by the later end, which is `at`.
 */
export function subtractDuration(calendar: Calendar, at: number, duration: Duration): ReckonedMoment {
  let start = shiftDate(calendar, at, duration, -1)
  if (duration.workdays) start = sameTimeBefore(calendar, start, duration.workdays)
  start = clampMoment(start - elapsedPart(duration))
  start = subtractWorkingTime(calendar, start, workhoursPart(duration))
  return { at: start, estimated: isEstimated(calendar, at, duration) }
}

/** Months, weeks and days: together, so that a skipped hour on the way does not change the time of day. */
function shiftDate(calendar: Calendar, at: number, duration: Duration, sign: 1 | -1): number {
  const days = (duration.weeks ?? 0) * 7 + (duration.days ?? 0)
  if (!duration.months && days === 0) return at
  const local = toLocal(calendar, at)
  const day = Math.floor(local / wholeDay)
  const shifted = addMonths(day, sign * (duration.months ?? 0)) + sign * days
  return fromLocal(calendar, clampDay(shifted) * wholeDay + (local - day * wholeDay))
}

function closeOfWorkday(calendar: Calendar, at: number, workdays: number): number {
  const day = addWorkdays(calendar, dayOf(calendar, at), workdays)
  return workingStretches(calendar, day).at(-1)?.to ?? clampMoment(Number.POSITIVE_INFINITY)
}

function sameTimeBefore(calendar: Calendar, at: number, workdays: number): number {
  const local = toLocal(calendar, at)
  const day = Math.floor(local / wholeDay)
  return fromLocal(calendar, addWorkdays(calendar, day, -workdays) * wholeDay + (local - day * wholeDay))
}

function elapsedPart(duration: Duration): number {
  return ((duration.hours ?? 0) * 60 + (duration.minutes ?? 0)) * minute
}

function workhoursPart(duration: Duration): number {
  return (duration.workhours ?? 0) * 60 * minute
}

function isEstimated(calendar: Calendar, latest: number, duration: Duration): boolean {
  if (!needsWorkingTime(duration) || calendar.validThrough === undefined) return false
  return dayOf(calendar, latest) > calendar.validThrough
}
