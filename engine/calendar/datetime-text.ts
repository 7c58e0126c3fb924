import type { Calendar } from './calendar.ts'
import { parseDate } from './civil-date.ts'
import { minute, wholeDay } from './duration.ts'
import { clampMoment, fromLocal } from './local-time.ts'

const pattern =
  /^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9])(?::(?<second>[0-5][0-9])(?:\.(?<fraction>[0-9]{1,9}))?)?(?<offset>Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?$/

/** A moment as the journal and all data write it: ISO 8601, UTC, with milliseconds. */
export function datetimeText(at: number): string {
  return new Date(clampMoment(at)).toISOString()
}

/**
 * The moment written as ISO 8601, e.g. `2026-01-05T09:00:00+08:00`. Without an offset it is local time of the
 * calendar's zone; seconds may be left out. Undefined for any other text, or a day that does not exist.
 */
export function parseDatetime(calendar: Calendar, text: string): number | undefined {
  const groups = pattern.exec(text)?.groups
  const day = parseDate(groups?.date ?? '')
  if (groups === undefined || day === undefined) return undefined
  const minutes = Number(groups.hour) * 60 + Number(groups.minute)
  const milliseconds = Math.floor(Number(`0.${groups.fraction ?? 0}`) * 1000)
  const local = day * wholeDay + minutes * minute + Number(groups.second ?? 0) * 1000 + milliseconds
  return groups.offset === undefined ? fromLocal(calendar, local) : clampMoment(local - parseOffset(groups.offset))
}

/** The milliseconds by which an offset such as `+08:00` is ahead of UTC. */
function parseOffset(offset: string): number {
  if (offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))
  return (offset.startsWith('-') ? -minutes : minutes) * minute
}
