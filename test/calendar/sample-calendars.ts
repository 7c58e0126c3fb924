import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Calendar } from '../../engine/calendar/calendar.ts'
import type { CalendarDocument } from '../../engine/calendar/calendar-document.ts'
import { parseDate } from '../../engine/calendar/civil-date.ts'
import { compileCalendar } from '../../engine/calendar/compile-calendar.ts'
import { parseDatetime } from '../../engine/calendar/datetime-text.ts'
import { fromLocal, toLocal } from '../../engine/calendar/local-time.ts'
import { readZoneOffsets } from '../../engine/host/zone-offsets.ts'

const officeHours = ['09:00-12:00', '13:30-18:00']
export const officeWeek = { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours }

/** The example calendar as it is written. */
export const cnOfficeDocument: CalendarDocument = parse(
  readFileSync(new URL('../../workflows/calendars/cn-office.yaml', import.meta.url), 'utf8'),
)

export const cnOffice = calendarOf(cnOfficeDocument)

/** An office week in another zone, without holidays. */
export function officeIn(zone: string): Calendar {
  return calendarOf({ calendar: 'office', zone, week: officeWeek })
}

/** Hours around the clock, every day. */
export function roundTheClockIn(zone: string): Calendar {
  const day = ['00:00-24:00']
  return calendarOf({
    calendar: 'always',
    zone,
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  })
}

export function calendarOf(document: CalendarDocument): Calendar {
  const answer = compileCalendar(document, readZoneOffsets(document.zone, 1970, 2060))
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.value
}

/** The moment of a local time such as `2026-01-05T09:00`. */
export function moment(calendar: Calendar, text: string): number {
  const at = parseDatetime(calendar, text)
  if (at === undefined) throw new Error(`not a moment: ${text}`)
  return at
}

/** The local time of a moment, as `2026-01-05T09:00`; with an arrow where the clock shows it a second time. */
export function localText(calendar: Calendar, at: number): string {
  const local = toLocal(calendar, at)
  return new Date(local).toISOString().slice(0, 16) + (fromLocal(calendar, local) === at ? '' : ' again')
}

export function day(text: string): number {
  const number = parseDate(text)
  if (number === undefined) throw new Error(`not a day: ${text}`)
  return number
}
