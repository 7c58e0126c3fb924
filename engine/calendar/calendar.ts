/**
 * A working calendar as plain data: everything the core needs to reckon with local time and working hours. It is
 * compiled from a calendar document and the offset changes of its zone outside the core, and stored by hash, so that a
 * due time can be reckoned again years later with the same result. Days are counted from 1970-01-01 (day 0).
 */

/** An offset of a zone: local time is UTC plus `minutes`, from the moment `from` (milliseconds) on. */
export interface ZoneOffset {
  readonly from: number
  readonly minutes: number
}

/** A stretch of working hours within a day, in minutes after local midnight; `to` is exclusive and at most 1440. */
export interface Hours {
  readonly from: number
  readonly to: number
}

export interface Calendar {
  readonly id: string
  readonly hash?: string
  readonly zone: {
    readonly id: string
    /** Sorted by `from`, never empty. The first counts for all time before it, the last for all time after it. */
    readonly offsets: readonly ZoneOffset[]
  }
  /** The hours of Monday (0) to Sunday (6), sorted and apart; an empty list is a day off. */
  readonly week: readonly (readonly Hours[])[]
  /** The hours of a make-up day that falls on a day off. */
  readonly makeup: readonly Hours[]
  /** What single days are against the week, by day number. */
  readonly exceptions: { readonly [day: string]: 'holiday' | 'work' }
  /** The last day whose holidays are known; after it only the week counts and due times are estimates. */
  readonly validThrough?: number
}

/** The last day that can be reckoned with, 9999-12-31: sums beyond it end there. */
export const lastDay = 2_932_896

/** The first day that can be reckoned with, 0001-01-01. */
export const firstDay = -719_162
