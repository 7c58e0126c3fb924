/** Any working calendar: zones with and without summer time, odd weeks, holidays, days made up for, an end of what is known. */
import { type CalendarDocument, weekdayNames } from '../../engine/calendar/calendar-document.ts'
import type { Choices } from './choices.ts'

const DAY = 86_400_000

export function anyCalendar(choices: Choices, around: number): CalendarDocument {
  const zone = choices.pick([
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ])
  const opens = 6 + choices.upTo(4)
  const office = choices.chance(50)
    ? [hours(opens, 12), hours(13, 13 + 1 + choices.upTo(9))]
    : [hours(opens, opens + 2 + choices.upTo(10))]
  const worked = choices.weighted([
    [5, ['mon', 'tue', 'wed', 'thu', 'fri']],
    [2, ['mon', 'wed', 'fri']],
    [1, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']],
  ])
  const date = (days: number) => new Date(around + days * DAY).toISOString().slice(0, 10)
  const from = 1 + choices.upTo(20)
  const free = from + choices.upTo(9)
  return {
    calendar: 'office',
    zone,
    week: Object.fromEntries(weekdayNames.filter((day) => worked.includes(day)).map((day) => [day, office])),
    ...(choices.chance(60) ? { holidays: [{ from: date(from), to: date(free), title: { en: 'Rest' } }] } : {}),
    ...(choices.chance(50) ? { makeup: [date(free + 1 + choices.upTo(6))] } : {}),
    ...(choices.chance(60) ? { validThrough: date(choices.upTo(60)) } : {}),
  }
}

function hours(from: number, to: number): string {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  return `${clock(from)}-${clock(Math.min(to, 24))}`
}
