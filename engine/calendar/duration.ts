/** A length of time as the language writes it, and its arithmetic where no calendar is needed. */

export type DurationUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'workhours' | 'workdays'

/**
 * Amounts of each unit that is not zero, e.g. `{ weeks: 1, hours: 2 }`. Amounts are whole and not negative. Only
 * workdays may be zero: `0 workdays` is not no time at all but the close of the day.
 */
export type Duration = { readonly [unit in DurationUnit]?: number }

/** The units in the order in which the parts of a length are written and added to a moment. */
export const durationUnits: readonly DurationUnit[] = [
  'months',
  'weeks',
  'days',
  'workdays',
  'hours',
  'minutes',
  'workhours',
]

/** Milliseconds in a minute. */
export const minute = 60_000

/** Milliseconds in a day of 24 hours. */
export const wholeDay = 1440 * minute

/** The length in milliseconds where no calendar changes it (a day is 24 hours); undefined with months or work units. */
export function elapsedMilliseconds(duration: Duration): number | undefined {
  if (duration.months || needsWorkingTime(duration)) return undefined
  const days = (duration.weeks ?? 0) * 7 + (duration.days ?? 0)
  return days * wholeDay + ((duration.hours ?? 0) * 60 + (duration.minutes ?? 0)) * minute
}

/** Whether the length is counted in working time, so that a calendar's week and holidays decide where it ends. */
export function needsWorkingTime(duration: Duration): boolean {
  return duration.workdays !== undefined || Boolean(duration.workhours)
}
