/** Days of the Gregorian calendar as numbers (day 0 is 1970-01-01), without any zone. */
import { firstDay, lastDay } from './calendar.ts'
import { wholeDay } from './duration.ts'

/** The day as `YYYY-MM-DD`. */
export function dateText(day: number): string {
  return new Date(clampDay(day) * wholeDay).toISOString().slice(0, 10)
}

/** The day written as `YYYY-MM-DD`, from the year 1 to 9999; undefined for another text or a day that does not exist. */
export function parseDate(text: string): number | undefined {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return undefined
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  if (year < 1 || month < 1 || month > 12 || date < 1) return undefined
  const first = firstOfMonth(year * 12 + month - 1)
  const day = first + date - 1
  return date <= 28 || day < firstOfMonth(year * 12 + month) ? day : undefined
}

/** The weekday: Monday is 0, Sunday 6. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The same day of the month so many months later (or earlier), or the last of that month where it is shorter. */
export function addMonths(day: number, months: number): number {
  if (months === 0) return clampDay(day)
  const date = new Date(day * wholeDay)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months
  const first = firstOfMonth(month)
  return clampDay(Math.min(first + date.getUTCDate(), firstOfMonth(month + 1)) - 1)
}

/** The nearest day that can be reckoned with. */
export function clampDay(day: number): number {
  return Math.min(Math.max(day, firstDay), lastDay)
}

/** The first day of a month counted from January of the year 0. */
function firstOfMonth(month: number): number {
  const year = Math.floor(month / 12)
  if (year < 1) return firstDay
  if (year > 9999) return lastDay + 1
  // Counted in years that begin in March, so that the day of a leap year comes last.
  const shifted = month - 2
  const marches = Math.floor(shifted / 12)
  const leaps = Math.floor(marches / 4) - Math.floor(marches / 100) + Math.floor(marches / 400)
  return marches * 365 + leaps + Math.floor(((shifted - marches * 12) * 153 + 2) / 5) - 719_468
}
