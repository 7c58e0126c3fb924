import type { Calendar } from '../../calendar/calendar.ts'
import { elapsedMilliseconds, minute, wholeDay } from '../../calendar/duration.ts'
import { parseDuration } from '../../calendar/parse-duration.ts'
import type { Definition } from '../../definition/definition.ts'
import type { Expression } from '../../expression/expression.ts'
import { pathOf } from '../../expression/parts-of.ts'
import { peopleWork } from '../people-work.ts'
import { defineRule } from '../rule.ts'

/** A due time counted in hours of the clock that falls where nobody works, for work that is opened in working time. */
export const dueOutsideHours = defineRule('lint/due-outside-hours', (definition, { calendars }, report) => {
  const calendar = calendars?.get(definition.calendar)
  if (!calendar) return
  for (const { state, work } of peopleWork(definition)) {
    const due = work.deadline?.due
    const length = due && fixedLength(definition, due)
    const shown = length === undefined ? undefined : fallsOutside(calendar, length)
    if (due && shown) report({ state: state.key, ...shown }, { place: due.place ?? work.place, usedAt: state.usedAt })
  }
})

/** The minutes of a length that is written down or the default of a parameter, if it counts hours or minutes. */
function fixedLength({ params }: Definition, { text, syntax }: Expression): number | undefined {
  const [root, name] = (syntax && pathOf(syntax)) ?? []
  const written = root === 'params' ? params.find((param) => param.name === name)?.default : text
  const duration = typeof written === 'string' ? parseDuration(written) : undefined
  const elapsed = duration && elapsedMilliseconds(duration)
  // Whole days come to the same time of another day, as days do.
  return elapsed === undefined || elapsed % wholeDay === 0 ? undefined : elapsed / minute
}

const DAY = 1440
const WEEK = 7 * DAY

/** A time of opening in a usual week, and the time of day it would be due. */
function fallsOutside(
  { week }: Calendar,
  length: number,
): { readonly opened: string; readonly due: string } | undefined {
  const worked = week.flatMap((hours, day) =>
    hours.map(({ from, to }) => ({ from: day * DAY + from, to: day * DAY + to })),
  )
  const isWorked = (at: number) => worked.some(({ from, to }) => from <= at % WEEK && at % WEEK <= to)
  const opened = worked.map(({ to }) => to - 60).find((at) => isWorked(at) && !isWorked(at + length))
  return opened === undefined ? undefined : { opened: timeOfDay(opened), due: timeOfDay(opened + length) }
}

function timeOfDay(at: number): string {
  const minutes = at % DAY
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
