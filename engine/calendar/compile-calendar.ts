import type { Answer } from '../problem/problem.ts'
import type { Calendar, Hours, ZoneOffset } from './calendar.ts'
import { type CalendarDocument, type PlaceOf, weekdayNames } from './calendar-document.ts'
import { parseDate } from './civil-date.ts'
import { lintCalendar } from './lint-calendar.ts'
import { parseHours } from './parse-hours.ts'

/**
 * Turns a calendar document and the offsets of its zone (sorted, empty where the zone is unknown) into plain data to
 * reckon with. Refused with all problems where there is an error; warnings alone are told by `lintCalendar`.
 */
export function compileCalendar(
  document: CalendarDocument,
  offsets: readonly ZoneOffset[],
  placeOf?: PlaceOf,
): Answer<Calendar> {
  const problems = lintCalendar(document, offsets, placeOf)
  if (problems.some((it) => it.severity === 'error')) return { ok: false, problems }
  const week = weekdayNames.map((day) => compileHours(document.week[day] ?? []))
  const validThrough = document.validThrough === undefined ? undefined : parseDate(document.validThrough)
  const calendar: Calendar = {
    id: document.calendar,
    zone: { id: document.zone, offsets },
    week,
    makeup: usualHours(week),
    exceptions: compileExceptions(document, validThrough),
    ...(validThrough !== undefined && { validThrough }),
  }
  return { ok: true, value: calendar }
}

function compileHours(texts: readonly string[]): readonly Hours[] {
  return texts.flatMap((text) => parseHours(text) ?? []).toSorted((a, b) => a.from - b.from)
}

/** The hours most common from Monday to Friday, the earliest day's where several are; else those of the weekend. */
function usualHours(week: readonly (readonly Hours[])[]): readonly Hours[] {
  const worked = week.filter((hours) => hours.length > 0)
  const weekdays = week.slice(0, 5).filter((hours) => hours.length > 0)
  const candidates = weekdays.length > 0 ? weekdays : worked
  const occurrences = (hours: readonly Hours[]) =>
    candidates.filter((other) => JSON.stringify(other) === JSON.stringify(hours)).length
  return candidates.toSorted((a, b) => occurrences(b) - occurrences(a))[0] ?? []
}

/** Single days by number. What lies beyond `validThrough` is left out: there, by contract, only the week counts. */
function compileExceptions(
  document: CalendarDocument,
  validThrough = Number.POSITIVE_INFINITY,
): Calendar['exceptions'] {
  const exceptions: { [day: string]: 'holiday' | 'work' } = {}
  for (const { from, to } of document.holidays ?? []) {
    const last = Math.min(parseDate(to ?? from) ?? 0, validThrough)
    for (let day = parseDate(from) ?? 0; day <= last; day += 1) exceptions[day] = 'holiday'
  }
  for (const date of document.makeup ?? []) {
    const day = parseDate(date) ?? 0
    if (day <= validThrough) exceptions[day] = 'work'
  }
  return exceptions
}
