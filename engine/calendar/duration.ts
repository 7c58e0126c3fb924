/** A length of time as the language writes it, and its arithmetic where no calendar is needed. */

export type DurationUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'workhours' | 'workdays'

/** Amounts of each unit that is not zero, e.g. `{ weeks: 1, hours: 2 }`. Amounts are whole and not negative. */
export type Duration = { readonly [unit in DurationUnit]?: number }
