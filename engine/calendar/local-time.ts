/**
 * Between moments (milliseconds, UTC) and local time (milliseconds as a clock on the wall would count them). A local
 * time the clocks skip is the moment they go forward; one they show twice is the first. So a later local time is never
 * an earlier moment.
 */
import { type Calendar, firstDay, lastDay, type ZoneOffset } from './calendar.ts'
import { minute, wholeDay } from './duration.ts'

const firstMoment = firstDay * wholeDay
const lastMoment = (lastDay + 1) * wholeDay - 1

/** The day a moment falls on in the calendar's zone. */
export function dayOf(calendar: Calendar, at: number): number {
  return Math.floor(toLocal(calendar, at) / wholeDay)
}

/** The first moment of a day in the calendar's zone, also where the clocks skip midnight. */
export function startOfDay(calendar: Calendar, day: number): number {
  return fromLocal(calendar, day * wholeDay)
}

/** What the clock shows at a moment. */
export function toLocal(calendar: Calendar, at: number): number {
  return at + offsetAt(calendar, at).minutes * minute
}

/** The moment at which the clock shows a local time. */
export function fromLocal(calendar: Calendar, local: number): number {
  // No offset is a day long, so the change that matters, if any, lies between these two.
  const before = offsetAt(calendar, local - wholeDay).minutes * minute
  const after = offsetAt(calendar, local + wholeDay).minutes * minute
  const first = local - Math.max(before, after)
  const second = local - Math.min(before, after)
  if (toLocal(calendar, first) === local) return clampMoment(first)
  if (toLocal(calendar, second) === local) return clampMoment(second)
  return clampMoment(offsetAt(calendar, second).from)
}

/** The nearest moment that can be reckoned with: the years 1 to 9999. */
export function clampMoment(at: number): number {
  return Math.min(Math.max(at, firstMoment), lastMoment)
}

/** The offset in force at a moment; before the first there is only the first. */
function offsetAt(calendar: Calendar, at: number): ZoneOffset {
  const { offsets } = calendar.zone
  const last = offsets.at(-1)
  // Most moments come after the last change of a zone that keeps its clocks.
  if (last && last.from <= at) return last
  let low = 0
  let high = offsets.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle]?.from ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return offsets[low] ?? { from: 0, minutes: 0 }
}
