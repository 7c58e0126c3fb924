import type { Duration } from '../calendar/duration.ts'
import type { Type } from './type.ts'

/** What the text of an expression may name. */
export interface Scope {
  /** Types of the variables (`data`, `params`, `now`, the variable of `every` …); records describe their fields. */
  readonly variables: Readonly<Record<string, Type>>
  /** Names under `types:`: each is a constructor of a record, fields in order, or of a word of an enum. */
  readonly types: Readonly<Record<string, Type>>
  /** The absolute path of a state named in the text; undefined when there is none. */
  readonly resolveState?: (name: string) => string | undefined
  /** Paths such as `data.note` known to be present though optional. */
  readonly present?: readonly string[]
}

/** JSON values by variable; `now` is a datetime in its JSON form. Records may hold getters. */
export type Activation = Readonly<Record<string, unknown>>

/** What an expression may ask besides its variables: the active states, and the calendar. */
export interface World {
  /** Whether the state of this absolute path is active. */
  isActive(path: string): boolean
  /** Whether a state with the tag is active at or below this absolute path. */
  hasTag(path: string, tag: string): boolean
  readonly calendar: WorldCalendar
}

/** Moments are milliseconds, days whole days since 1970-01-01. */
export interface WorldCalendar {
  addDuration(atMs: number, duration: Duration): number
  workdaysBetween(fromDay: number, toDay: number): number
  addWorkdays(day: number, count: number): number
  dayOf(ms: number): number
  startOfDay(day: number): number
}
