/**
 * A calendar reckoned the long way: what the clock on the wall shows comes from `Intl`, working time is counted minute by
 * minute, working days day by day. For moments on whole minutes.
 */
import type { CalendarDocument } from '../../engine/calendar/calendar-document.ts'

const MINUTE = 60_000
const DAY = 1440
const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

export class NaiveCalendar {
  readonly #document: CalendarDocument
  readonly #format: Intl.DateTimeFormat
  readonly #offsets = new Map<number, number>()

  constructor(document: CalendarDocument) {
    this.#document = document
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    this.#format = new Intl.DateTimeFormat('en-GB', { timeZone: document.zone, hourCycle: 'h23', ...parts })
  }

  /** The moment a length ends that starts at a moment. */
  add(from: number, length: string): number {
    const part = (unit: string) => Number(new RegExp(`(\\d+) ${unit}s?\\b`).exec(length)?.[1] ?? Number.NaN)
    const some = (unit: string) => part(unit) || 0
    const days = some('day') + some('week') * 7
    let at = from
    if (some('month') || days) at = this.#sameTime(at, this.#dayOf(at, some('month'), days))
    if (!Number.isNaN(part('workday'))) at = this.#closeAfter(at, part('workday'))
    at += (some('hour') * 60 + some('minute')) * MINUTE
    return this.#work(at, some('workhour') * 60)
  }

  /** `1 workday before`, or hours. */
  before(at: number, length: string): number {
    const amount = Number.parseInt(length, 10)
    if (!length.includes('workday')) return at - amount * 60 * MINUTE
    let day = this.#localOf(at).day
    for (let left = amount; left > 0; ) {
      day -= 1
      if (this.#hoursOf(day).length > 0) left -= 1
    }
    return this.#sameTime(at, day)
  }

  /** What the clock shows: the day since 1970 and the minute in it. */
  #localOf(at: number): { readonly day: number; readonly minute: number } {
    const local = at / MINUTE + this.#offset(at)
    return { day: Math.floor(local / DAY), minute: ((local % DAY) + DAY) % DAY }
  }

  /** Minutes ahead of UTC; looked up for each quarter of an hour. */
  #offset(at: number): number {
    const quarter = Math.floor(at / (15 * MINUTE))
    const known = this.#offsets.get(quarter)
    if (known !== undefined) return known
    const parts = this.#format.formatToParts(quarter * 15 * MINUTE)
    const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
    const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
    const offset = shown / MINUTE - quarter * 15
    this.#offsets.set(quarter, offset)
    return offset
  }

  /** The first moment at which the clock shows this, or more than this. */
  #momentOf(day: number, minute: number): number {
    const wanted = day * DAY + minute
    for (let at = (wanted - 15 * 60) * MINUTE; ; at += MINUTE) {
      const shown = this.#localOf(at)
      if (shown.day * DAY + shown.minute >= wanted) return at
    }
  }

  #dayOf(at: number, months: number, days: number): number {
    const date = new Date(this.#localOf(at).day * DAY * MINUTE)
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / (DAY * MINUTE) + days
  }

  #sameTime(at: number, day: number): number {
    return this.#momentOf(day, this.#localOf(at).minute)
  }

  /** Hours worked on a day, in minutes after midnight. */
  #hoursOf(day: number): readonly (readonly [number, number])[] {
    const { week, holidays = [], makeup = [], validThrough } = this.#document
    const date = new Date(day * DAY * MINUTE).toISOString().slice(0, 10)
    const usual = week[NAMES[new Date(day * DAY * MINUTE).getUTCDay()] ?? 'sun'] ?? []
    const known = validThrough === undefined || date <= validThrough
    if (known && holidays.some(({ from, to = from }) => from <= date && date <= to)) return []
    const isMadeUp = known && usual.length === 0 && makeup.includes(date)
    return (isMadeUp ? (week.mon ?? []) : usual).map((text) => {
      const [, h = '', m = '', toH = '', toM = ''] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text) ?? []
      return [Number(h) * 60 + Number(m), Number(toH) * 60 + Number(toM)] as const
    })
  }

  #closeAfter(at: number, workdays: number): number {
    let day = this.#localOf(at).day - (workdays === 0 ? 1 : 0)
    for (let left = Math.max(workdays, 1); left > 0; ) {
      day += 1
      if (this.#hoursOf(day).length > 0) left -= 1
    }
    return this.#momentOf(day, Math.max(...this.#hoursOf(day).map(([, to]) => to)))
  }

  #work(from: number, minutes: number): number {
    let at = from
    for (let left = minutes; left > 0; at += MINUTE) {
      const { day, minute } = this.#localOf(at)
      if (this.#hoursOf(day).some(([open, close]) => open <= minute && minute < close)) left -= 1
    }
    return at
  }
}
