import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { Hours, ZoneOffset } from './calendar.ts'
import { type CalendarDocument, type HolidaySpan, type PlaceOf, weekdayNames } from './calendar-document.ts'
import { parseDate, weekdayOf } from './civil-date.ts'
import { parseHours } from './parse-hours.ts'

/** The longest holiday: a span is kept day by day, and a longer one is a slip of the pen. */
const longestHoliday = 366

/**
 * All faults of a calendar that its shape does not show, warnings among them. `offsets` are those of its zone, empty
 * where it is not known; `placeOf` says where a part of the document was written.
 */
export function lintCalendar(
  document: CalendarDocument,
  offsets: readonly ZoneOffset[],
  placeOf: PlaceOf = () => undefined,
): readonly Problem[] {
  return [
    ...zoneFaults(document, offsets, placeOf),
    ...weekFaults(document, placeOf),
    ...holidayFaults(document, placeOf),
    ...makeupFaults(document, placeOf),
    ...validThroughFaults(document, placeOf),
  ]
}

function zoneFaults(document: CalendarDocument, offsets: readonly ZoneOffset[], placeOf: PlaceOf): Problem[] {
  if (offsets.length > 0) return []
  return [problem('calendar/unknown-zone', { zone: document.zone }, { place: placeOf(['zone']) })]
}

function weekFaults(document: CalendarDocument, placeOf: PlaceOf): Problem[] {
  if (weekdayNames.every((day) => (document.week[day] ?? []).length === 0)) {
    return [problem('calendar/empty-week', { calendar: document.calendar }, { place: placeOf(['week']) })]
  }
  return weekdayNames.flatMap((day) => dayFaults(day, document.week[day] ?? [], placeOf))
}

function dayFaults(day: string, texts: readonly string[], placeOf: PlaceOf): Problem[] {
  const earlier: { text: string; hours: Hours }[] = []
  return texts.flatMap((text, i) => {
    const place = placeOf(['week', day, i])
    const hours = parseHours(text)
    if (hours === undefined) return [problem('calendar/malformed-hours', { hours: text, day }, { place })]
    if (hours.to <= hours.from) return [problem('calendar/reversed-hours', { hours: text, day }, { place })]
    const other = earlier.find((it) => it.hours.from < hours.to && hours.from < it.hours.to)
    earlier.push({ text, hours })
    return other ? [problem('calendar/overlapping-hours', { hours: text, other: other.text, day }, { place })] : []
  })
}

function holidayFaults(document: CalendarDocument, placeOf: PlaceOf): Problem[] {
  return (document.holidays ?? []).flatMap((holiday, i) => {
    const missing = [
      ...dateFaults(holiday.from, ['holidays', i, 'from'], placeOf),
      ...(holiday.to === undefined ? [] : dateFaults(holiday.to, ['holidays', i, 'to'], placeOf)),
    ]
    return missing.length > 0 ? missing : spanFaults(document, holiday, i, placeOf)
  })
}

function spanFaults(document: CalendarDocument, holiday: HolidaySpan, i: number, placeOf: PlaceOf): Problem[] {
  const [from, to] = [holiday.from, holiday.to ?? holiday.from]
  const place = placeOf(['holidays', i, holiday.to === undefined ? 'from' : 'to'])
  const days = (parseDate(to) ?? 0) - (parseDate(from) ?? 0) + 1
  if (days < 1) return [problem('calendar/reversed-holiday', { from, to }, { place })]
  if (days > longestHoliday) return [problem('calendar/long-holiday', { from, to, limit: longestHoliday }, { place })]
  return lateFaults(document, to, place)
}

function makeupFaults(document: CalendarDocument, placeOf: PlaceOf): Problem[] {
  return (document.makeup ?? []).flatMap((date, i) => {
    const day = parseDate(date)
    if (day === undefined) return dateFaults(date, ['makeup', i], placeOf)
    const place = placeOf(['makeup', i])
    const holiday = document.holidays?.find(({ from, to }) => from <= date && date <= (to ?? from))
    if (holiday) {
      return [
        problem('calendar/makeup-on-holiday', { date, from: holiday.from, to: holiday.to ?? holiday.from }, { place }),
      ]
    }
    const weekday = weekdayNames[weekdayOf(day)]
    const worked = weekday !== undefined && (document.week[weekday] ?? []).length > 0
    const useless = worked ? [problem('calendar/makeup-on-workday', { date, day: weekday }, { place })] : []
    return [...useless, ...lateFaults(document, date, place)]
  })
}

function validThroughFaults(document: CalendarDocument, placeOf: PlaceOf): Problem[] {
  return document.validThrough === undefined ? [] : dateFaults(document.validThrough, ['validThrough'], placeOf)
}

/** A day after the last whose holidays are known. ISO dates compare as texts. */
function lateFaults(document: CalendarDocument, date: string, place: Problem['place']): Problem[] {
  const { validThrough } = document
  if (validThrough === undefined || parseDate(validThrough) === undefined || date <= validThrough) return []
  return [problem('calendar/after-valid-through', { date, validThrough }, { place })]
}

function dateFaults(date: string, path: readonly (string | number)[], placeOf: PlaceOf): Problem[] {
  return parseDate(date) === undefined ? [problem('calendar/no-such-date', { date }, { place: placeOf(path) })] : []
}
