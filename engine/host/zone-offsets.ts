/**
 * Reads the offset changes of time zones from the machine's zone data. The core takes them as numbers in a compiled
 * calendar and never asks itself: the same journal must be reckoned the same way under other zone data.
 */
import { Temporal } from 'temporal-polyfill'
import type { ZoneOffset } from '../calendar/calendar.ts'

/** Whether the machine knows the zone, e.g. `Asia/Shanghai`. */
export function isKnownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/**
 * The offsets of a zone from the start of `fromYear` to the end of `toYear` (UTC), earliest first; the first entry is
 * the offset in force at the start. Empty where the zone is not known.
 */
export function readZoneOffsets(zone: string, fromYear: number, toYear: number): ZoneOffset[] {
  if (!isKnownZone(zone)) return []
  const end = Date.UTC(toYear + 1, 0, 1)
  let moment: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(fromYear, 0, 1),
  ).toZonedDateTimeISO(zone)
  const offsets: ZoneOffset[] = []
  while (moment !== null && moment.epochMilliseconds < end) {
    const minutes = moment.offsetNanoseconds / 60e9
    // Changes of the zone's name alone are left out.
    if (offsets.at(-1)?.minutes !== minutes) offsets.push({ from: moment.epochMilliseconds, minutes })
    moment = moment.getTimeZoneTransition('next')
  }
  return offsets
}
