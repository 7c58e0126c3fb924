/** Dates and moments for people, in the project's zone. Written by us, so that every Node prints them alike. */
import type { Locale } from '../problem/problem.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date (`2026-01-05`) as `5 Jan 2026` or `2026年1月5日`; a text that is none is shown as it is. */
export function renderDate(date: string, locale: Locale): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  if (year === undefined) return date
  if (locale === 'zh') return `${Number(year)}年${Number(month)}月${Number(day)}日`
  return `${Number(day)} ${months[Number(month) - 1]} ${Number(year)}`
}

/** A moment (ms) as `5 Jan 2026, 09:00` or `2026年1月5日 09:00`. */
export function renderMoment(at: number, locale: Locale, zone: string): string {
  const { date, time } = localTime(at, zone)
  return `${renderDate(date, locale)}${locale === 'zh' ? ' ' : ', '}${time}`
}

/** The day of a moment (ms), as `renderDate` writes it. */
export function renderDay(at: number, locale: Locale, zone: string): string {
  return renderDate(localTime(at, zone).date, locale)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clock shows in a zone at a moment (ms): `2026-01-05` and `09:00`. */
export function localTime(at: number, zone: string): { readonly date: string; readonly time: string } {
  const format = formats.get(zone) ?? newFormat(zone)
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    date: `${String(parts.year).padStart(4, '0')}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  }
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timeZone, format)
  return format
}
