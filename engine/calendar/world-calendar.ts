import { addDuration } from './add-duration.ts'
import type { Calendar } from './calendar.ts'
import type { Duration } from './duration.ts'
import { dayOf, startOfDay } from './local-time.ts'
import { addWorkdays, workdaysBetween } from './workdays.ts'

/** What expressions ask of a calendar. Moments are milliseconds, days are counted from 1970-01-01. */
export interface WorldCalendar {
  readonly addDuration: (at: number, duration: Duration) => number
  readonly workdaysBetween: (from: number, to: number) => number
  readonly addWorkdays: (day: number, n: number) => number
  readonly dayOf: (at: number) => number
  readonly startOfDay: (day: number) => number
}

/** Gives the arithmetic of one calendar as the functions expressions call. */
export function makeWorldCalendar(calendar: Calendar): WorldCalendar {
  return {
    addDuration: (at, duration) => addDuration(calendar, at, duration).at,
    workdaysBetween: (from, to) => workdaysBetween(calendar, from, to),
    addWorkdays: (day, n) => addWorkdays(calendar, day, n),
    dayOf: (at) => dayOf(calendar, at),
    startOfDay: (day) => startOfDay(calendar, day),
  }
}
