/** Which days and hours are worked. */
import type { Calendar, Hours } from './calendar.ts'
import { weekdayOf } from './civil-date.ts'
import { minute, wholeDay } from './duration.ts'
import { clampMoment, dayOf, fromLocal } from './local-time.ts'

/** A stretch of working time between two moments; `to` is exclusive. */
export interface WorkingStretch {
  readonly from: number
  readonly to: number
}

/** A search for working time goes no further than a century, so that no calendar can make it endless. */
const longestSearch = 36_525

/** The working hours of a day, empty on a day off. */
export function hoursOf(calendar: Calendar, day: number): readonly Hours[] {
  const usual = calendar.week[weekdayOf(day)] ?? []
  const exception = calendar.exceptions[day]
  if (exception === 'holiday') return []
  return exception === 'work' && usual.length === 0 ? calendar.makeup : usual
}

/** Whether any hour of the day is worked. */
export function isWorkday(calendar: Calendar, day: number): boolean {
  return hoursOf(calendar, day).length > 0
}

/** Days whose working time is remembered, for each calendar. */
const mostDays = 4096

/** A calendar never changes, and the days of a process are asked for again and again. */
const remembered = new WeakMap<Calendar, Map<number, readonly WorkingStretch[]>>()

/** The working time of a day as moments, earliest first. */
export function workingStretches(calendar: Calendar, day: number): readonly WorkingStretch[] {
  return stretchesOf(calendar, daysOf(calendar), day)
}

function daysOf(calendar: Calendar): Map<number, readonly WorkingStretch[]> {
  const known = remembered.get(calendar)
  if (known) return known
  const made = new Map<number, readonly WorkingStretch[]>()
  remembered.set(calendar, made)
  return made
}

function stretchesOf(
  calendar: Calendar,
  days: Map<number, readonly WorkingStretch[]>,
  day: number,
): readonly WorkingStretch[] {
  const known = days.get(day)
  if (known) return known
  if (days.size >= mostDays) days.clear()
  const stretches = hoursOf(calendar, day).map(({ from, to }) => ({
    from: fromLocal(calendar, day * wholeDay + from * minute),
    to: fromLocal(calendar, day * wholeDay + to * minute),
  }))
  days.set(day, stretches)
  return stretches
}

/** Whether a moment lies in working hours; the moment they close does not. */
export function isWorkingTime(calendar: Calendar, at: number): boolean {
  return nextWorkingTime(calendar, at) === at
}

/** The moment itself if it lies in working hours, else the next at which they open. */
export function nextWorkingTime(calendar: Calendar, at: number): number {
  return seekAfter(calendar, at, (from) => from)
}

/** The moment at which so many milliseconds of working time have passed; `at` itself for none. */
export function addWorkingTime(calendar: Calendar, at: number, milliseconds: number): number {
  if (milliseconds <= 0) return at
  let left = milliseconds
  return seekAfter(calendar, at, (from, to) => {
    if (left <= to - from) return from + left
    left -= to - from
    return undefined
  })
}

/** The moment from which so many milliseconds of working time pass until `at`. */
export function subtractWorkingTime(calendar: Calendar, at: number, milliseconds: number): number {
  if (milliseconds <= 0) return at
  let left = milliseconds
  return seekBefore(calendar, at, (from, to) => {
    if (left <= to - from) return to - left
    left -= to - from
    return undefined
  })
}

/** The milliseconds of working time between two moments; 0 where `to` is not the later one. */
export function workedBetween(calendar: Calendar, from: number, to: number): number {
  let worked = 0
  const days = daysOf(calendar)
  const start = dayOf(calendar, from)
  for (let day = start; day <= start + longestSearch; day += 1) {
    for (const stretch of stretchesOf(calendar, days, day)) {
      const opened = Math.max(stretch.from, from)
      if (opened >= to && stretch.to > stretch.from && stretch.to > from) return worked
      worked += Math.max(0, Math.min(stretch.to, to) - opened)
    }
  }
  return worked
}

/** Looks at a stretch of working time: the moment it was sought for, or undefined to go on. */
type Seek = (from: number, to: number) => number | undefined

/** Shows the working time from a moment on, the stretch it lies in cut to begin with it. */
function seekAfter(calendar: Calendar, at: number, seek: Seek): number {
  const days = daysOf(calendar)
  const start = dayOf(calendar, at)
  for (let day = start; day <= start + longestSearch; day += 1) {
    for (const { from, to } of stretchesOf(calendar, days, day)) {
      const found = to > at && to > from ? seek(Math.max(from, at), to) : undefined
      if (found !== undefined) return found
    }
  }
  return clampMoment(Number.POSITIVE_INFINITY)
}

/** Shows the working time up to a moment, the latest stretch first and cut to end with it. */
function seekBefore(calendar: Calendar, at: number, seek: Seek): number {
  const days = daysOf(calendar)
  // Where clocks go back over midnight, a moment of the day may come after the first hour of the next.
  const start = dayOf(calendar, at) + 1
  for (let day = start; day >= start - longestSearch; day -= 1) {
    for (const { from, to } of stretchesOf(calendar, days, day).toReversed()) {
      const found = from < at && to > from ? seek(from, Math.min(to, at)) : undefined
      if (found !== undefined) return found
    }
  }
  return clampMoment(Number.NEGATIVE_INFINITY)
}
