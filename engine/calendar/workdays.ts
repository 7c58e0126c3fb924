/** Counting working days. Counted by whole weeks and exceptions, so that no distance between two days takes long. */
import { type Calendar, firstDay, lastDay } from './calendar.ts'
import { weekdayOf } from './civil-date.ts'
import { isWorkday } from './working-time.ts'

/**
 * The n-th working day after a day, or before it where n is negative; 0 is the day itself if it is worked, else the
 * next that is. Where there are not that many before the year 9999 (or after the year 1), the last (or first) day.
 */
export function addWorkdays(calendar: Calendar, day: number, n: number): number {
  if (n === 0) return addWorkdays(calendar, day - 1, 1)
  const enough = (distance: number) =>
    n > 0
      ? countWorkdays(calendar, day + 1, day + 1 + distance) >= n
      : countWorkdays(calendar, day - distance, day) >= -n
  const limit = Math.max(n > 0 ? lastDay - day : day - firstDay, 0)
  // Most lengths are short: the search begins near and looks twice as far each time.
  let near = Math.min(Math.abs(n) * 2, limit)
  while (near < limit && !enough(near)) near = Math.min(near * 2, limit)
  const distance = smallest(near, enough)
  return n > 0 ? day + distance : day - distance
}

/**
 * The number of working days after `from` up to and including `to`. Where `to` is earlier: minus the number before
 * `from` down to and including `to`. So it undoes `addWorkdays`: n working days from any day are n working days away.
 */
export function workdaysBetween(calendar: Calendar, from: number, to: number): number {
  if (to >= from) return countWorkdays(calendar, from + 1, to + 1)
  // Taken from zero, so that none is 0 and never -0.
  return 0 - countWorkdays(calendar, to, from)
}

/** The number of working days from `from` on and before `to`. */
function countWorkdays(calendar: Calendar, from: number, to: number): number {
  const { days, changes, aWeek } = tallyOf(calendar)
  const weeks = Math.floor((to - from) / 7)
  let count = weeks * aWeek
  for (let day = from + weeks * 7; day < to; day += 1) count += usual(calendar, day)
  return count + (changes[firstFrom(days, to)] ?? 0) - (changes[firstFrom(days, from)] ?? 0)
}

/** What the exceptions of a calendar change, summed up so that any stretch is the difference of two sums. */
interface Tally {
  /** Days with an exception, sorted. */
  readonly days: readonly number[]
  /** By how many working days the first n exceptions differ from the week; one longer than `days`. */
  readonly changes: readonly number[]
  /** Working days of a usual week. */
  readonly aWeek: number
}

const tallies = new WeakMap<Calendar, Tally>()

function tallyOf(calendar: Calendar): Tally {
  const known = tallies.get(calendar)
  if (known) return known
  const days = Object.keys(calendar.exceptions)
    .map(Number)
    .sort((a, b) => a - b)
  const changes = [0]
  for (const day of days)
    changes.push((changes.at(-1) ?? 0) + (isWorkday(calendar, day) ? 1 : 0) - usual(calendar, day))
  const made = { days, changes, aWeek: calendar.week.filter((hours) => hours.length > 0).length }
  tallies.set(calendar, made)
  return made
}

/** Whether a day of its weekday is usually worked: 1 or 0. */
function usual(calendar: Calendar, day: number): number {
  return calendar.week[weekdayOf(day)]?.length ? 1 : 0
}

/** How many of the sorted days come before a day. */
function firstFrom(days: readonly number[], day: number): number {
  return smallest(days.length, (index) => (days[index] ?? day) >= day)
}

/** The smallest number from 0 up for which a condition holds that holds for all after it; `limit` if none does. */
function smallest(limit: number, holds: (n: number) => boolean): number {
  let low = 0
  let high = Math.max(limit, 0)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
