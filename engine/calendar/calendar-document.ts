import type { Place, Text } from '../problem/problem.ts'

/** The days of the week as documents name them, Monday first. */
export const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type WeekdayName = (typeof weekdayNames)[number]

/** A calendar as it is written, its shape already checked. Dates are `YYYY-MM-DD`. */
export interface CalendarDocument {
  readonly calendar: string
  readonly zone: string
  /** Hours such as `09:00-12:00`; a day that is absent is a day off. */
  readonly week: { readonly [day in WeekdayName]?: readonly string[] }
  readonly holidays?: readonly HolidaySpan[]
  /** Days off of the week that are worked nevertheless. */
  readonly makeup?: readonly string[]
  /** The last day whose holidays are known. */
  readonly validThrough?: string
}

/** Days off, from `from` up to and including `to`, or the one day. */
export interface HolidaySpan {
  readonly from: string
  readonly to?: string
  readonly title?: Text
}

/** Finds where a part of a document was written, e.g. `['holidays', 0, 'to']`. */
export type PlaceOf = (path: readonly (string | number)[]) => Place | undefined
