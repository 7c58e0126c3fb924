import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateText } from '../../engine/calendar/civil-date.ts'
import { datetimeText } from '../../engine/calendar/datetime-text.ts'
import { addWorkdays, workdaysBetween } from '../../engine/calendar/workdays.ts'
import { isWorkday, isWorkingTime, nextWorkingTime } from '../../engine/calendar/working-time.ts'
import { makeWorldCalendar } from '../../engine/calendar/world-calendar.ts'
import { cnOffice, day, localText, moment, officeIn, roundTheClockIn } from './sample-calendars.ts'

describe('isWorkingTime and nextWorkingTime', () => {
  it.each<[string, boolean, string]>([
    ['2026-01-05T08:59', false, '2026-01-05T09:00'],
    ['2026-01-05T09:00', true, '2026-01-05T09:00'],
    ['2026-01-05T11:59', true, '2026-01-05T11:59'],
    ['2026-01-05T12:00', false, '2026-01-05T13:30'],
    ['2026-01-05T13:30', true, '2026-01-05T13:30'],
    ['2026-01-05T18:00', false, '2026-01-06T09:00'],
    ['2026-01-09T18:00', false, '2026-01-12T09:00'],
    ['2026-02-14T10:00', true, '2026-02-14T10:00'],
    ['2026-02-14T18:00', false, '2026-02-24T09:00'],
    ['2026-02-16T10:00', false, '2026-02-24T09:00'],
  ])('%s: %s, %s', (text, working, next) => {
    const at = moment(cnOffice, text)
    expect(isWorkingTime(cnOffice, at)).toBe(working)
    expect(localText(cnOffice, nextWorkingTime(cnOffice, at))).toBe(next)
  })

  it('is always working time around the clock, also where an hour comes twice or midnight does', () => {
    const hour = fc.integer({ min: Date.UTC(2005) / 900_000, max: Date.UTC(2012) / 900_000 }).map((n) => n * 900_000)
    for (const zone of ['Europe/Berlin', 'America/Havana', 'America/St_Johns', 'America/Sao_Paulo']) {
      const calendar = roundTheClockIn(zone)
      fc.assert(fc.property(hour, (at) => isWorkingTime(calendar, at)))
      for (let at = Date.UTC(2010, 10, 7); at < Date.UTC(2010, 10, 8); at += 60_000) {
        if (!isWorkingTime(calendar, at)) expect.fail(`${zone} rests at ${datetimeText(at)}`)
      }
    }
  })
})

describe('addWorkdays', () => {
  it.each<[string, number, string]>([
    ['2026-01-05', 0, '2026-01-05'],
    ['2026-01-10', 0, '2026-01-12'],
    ['2026-01-05', 1, '2026-01-06'],
    ['2026-01-09', 1, '2026-01-12'],
    ['2026-01-10', 1, '2026-01-12'],
    ['2026-01-12', -1, '2026-01-09'],
    ['2026-01-10', -1, '2026-01-09'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-24', -2, '2026-02-13'],
    ['2026-01-05', 1_000_000_000, '9999-12-31'],
    ['2026-01-05', -1_000_000_000, '0001-01-01'],
  ])('%s and %d is %s', (from, n, to) => {
    expect(dateText(addWorkdays(cnOffice, day(from), n))).toBe(to)
  })
})

describe('workdaysBetween', () => {
  it.each<[string, string, number]>([
    ['2026-01-05', '2026-01-05', 0],
    ['2026-01-10', '2026-01-11', 0],
    ['2026-01-05', '2026-01-06', 1],
    ['2026-01-05', '2026-01-12', 5],
    ['2026-01-09', '2026-01-11', 0],
    ['2026-01-10', '2026-01-12', 1],
    ['2026-02-13', '2026-02-24', 2],
    ['2026-01-12', '2026-01-09', -1],
    ['2026-01-11', '2026-01-09', -1],
    ['2026-01-12', '2026-01-10', 0],
    ['2026-02-24', '2026-02-13', -2],
  ])('from %s to %s there are %d', (from, to, count) => {
    expect(workdaysBetween(cnOffice, day(from), day(to))).toBe(count)
  })

  const days = fc.integer({ min: day('2025-06-01'), max: day('2027-06-01') })

  it('counts as one does on the fingers', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (from, distance) => {
        const walked = Array.from({ length: distance }, (_, i) => from + 1 + i)
        expect(workdaysBetween(cnOffice, from, from + distance)).toBe(
          walked.filter((it) => isWorkday(cnOffice, it)).length,
        )
      }),
    )
  })

  it('undoes addWorkdays', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (from, n) => {
        fc.pre(n !== 0 || isWorkday(cnOffice, from))
        const to = addWorkdays(cnOffice, from, n)
        expect(isWorkday(cnOffice, to)).toBe(true)
        expect(workdaysBetween(cnOffice, from, to)).toBe(n)
      }),
    )
  })

  it('is minus the way back between two working days', () => {
    fc.assert(
      fc.property(days, fc.nat(400), (from, n) => {
        const start = addWorkdays(cnOffice, from, 0)
        const end = addWorkdays(cnOffice, start, n)
        expect(workdaysBetween(cnOffice, end, start)).toBe(n === 0 ? 0 : -n)
      }),
    )
  })
})

it('makeWorldCalendar gives the arithmetic of its calendar', () => {
  const world = makeWorldCalendar(officeIn('Asia/Shanghai'))
  const monday = day('2026-01-05')
  expect(world.startOfDay(monday)).toBe(Date.UTC(2026, 0, 4, 16))
  expect(world.dayOf(Date.UTC(2026, 0, 4, 16))).toBe(monday)
  expect(world.addWorkdays(monday, 5)).toBe(monday + 7)
  expect(world.workdaysBetween(monday, monday + 7)).toBe(5)
  expect(world.addDuration(world.startOfDay(monday), { workhours: 1 })).toBe(Date.UTC(2026, 0, 5, 2))
})
