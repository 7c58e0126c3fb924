import { dateText } from '../../../engine/calendar/civil-date.ts'
import { problem } from '../../../engine/problem/catalog.ts'
import type { Question, WithProject } from '../question.ts'

const dayLength = 86_400_000

/** Holidays of a year are announced in the autumn before it. */
const foresight = 60

/** Whether the holidays of the calendars in use are known for the time that is near. */
export const calendars: Question<WithProject> = {
  id: 'calendars',
  ask: ({ project, now }) => {
    const today = Math.floor(now / dayLength)
    const used = new Set([...project.definitions.values()].map(({ calendar }) => calendar))
    return [...used].sort().flatMap((id) => {
      const through = project.calendars.get(id)?.validThrough
      if (through === undefined || through > today + foresight) return []
      const blanks = { calendar: id, through: dateText(through) }
      return [problem(through < today ? 'doctor/calendar-over' : 'doctor/calendar-ends', blanks)]
    })
  },
}
