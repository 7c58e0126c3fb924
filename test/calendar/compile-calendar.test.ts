import { describe, expect, it } from 'vitest'
import type { CalendarDocument } from '../../engine/calendar/calendar-document.ts'
import { compileCalendar } from '../../engine/calendar/compile-calendar.ts'
import { lintCalendar } from '../../engine/calendar/lint-calendar.ts'
import { hoursOf } from '../../engine/calendar/working-time.ts'
import type { Place } from '../../engine/problem/problem.ts'
import { calendarOf, cnOffice, cnOfficeDocument, day, officeWeek } from './sample-calendars.ts'

const offsets = [{ from: 0, minutes: 480 }]
const good: CalendarDocument = { calendar: 'c', zone: 'Asia/Shanghai', week: officeWeek }
const office = [
  { from: 540, to: 720 },
  { from: 810, to: 1080 },
]

/** Places that name the path they were asked for. */
const placeOf = (path: readonly (string | number)[]): Place => ({ file: path.join('.'), line: 1, column: 1 })
const faultsOf = (document: CalendarDocument) =>
  lintCalendar(document, offsets, placeOf).map((it) => `${it.severity} ${it.code} ${it.place?.file}`)

describe('lintCalendar', () => {
  it.each<[string, Partial<CalendarDocument>, string[]]>([
    ['nothing', {}, []],
    ['touching hours', { week: { mon: ['12:00-24:00', '00:00-12:00'] } }, []],
    [
      'overlapping hours',
      { week: { mon: ['09:00-12:00', '11:59-18:00'] } },
      ['error calendar/overlapping-hours week.mon.1'],
    ],
    [
      'hours inside others',
      { week: { tue: ['09:00-18:00', '10:00-11:00'] } },
      ['error calendar/overlapping-hours week.tue.1'],
    ],
    [
      'the same hours twice',
      { week: { tue: ['09:00-18:00', '09:00-18:00'] } },
      ['error calendar/overlapping-hours week.tue.1'],
    ],
    ['hours over midnight', { week: { fri: ['22:00-06:00'] } }, ['error calendar/reversed-hours week.fri.0']],
    ['no length', { week: { fri: ['09:00-09:00'] } }, ['error calendar/reversed-hours week.fri.0']],
    ['no such hour', { week: { fri: ['09:00-25:00'] } }, ['error calendar/malformed-hours week.fri.0']],
    [
      'a start at the end of the day',
      { week: { fri: ['24:00-24:00'] } },
      ['error calendar/malformed-hours week.fri.0'],
    ],
    ['one digit', { week: { fri: ['9:00-12:00'] } }, ['error calendar/malformed-hours week.fri.0']],
    ['three times', { week: { fri: ['09:00-12:00-13:00'] } }, ['error calendar/malformed-hours week.fri.0']],
    ['an empty week', { week: {} }, ['error calendar/empty-week week']],
    ['a week of empty days', { week: { mon: [], sun: [] } }, ['error calendar/empty-week week']],
    [
      'a day that does not exist',
      { holidays: [{ from: '2026-02-29' }] },
      ['error calendar/no-such-date holidays.0.from'],
    ],
    [
      'an end that does not exist',
      { holidays: [{ from: '2026-02-01', to: '2026-02-31' }] },
      ['error calendar/no-such-date holidays.0.to'],
    ],
    [
      'a reversed holiday',
      { holidays: [{ from: '2026-02-02', to: '2026-02-01' }] },
      ['error calendar/reversed-holiday holidays.0.to'],
    ],
    ['a holiday of a year', { holidays: [{ from: '2028-01-01', to: '2028-12-31' }] }, []],
    [
      'an endless holiday',
      { holidays: [{ from: '0001-01-01', to: '9999-12-31' }] },
      ['error calendar/long-holiday holidays.0.to'],
    ],
    ['a make-up day that does not exist', { makeup: ['2026-06-31'] }, ['error calendar/no-such-date makeup.0']],
    ['a make-up Saturday', { makeup: ['2026-02-14'] }, []],
    ['a make-up Monday', { makeup: ['2026-02-16'] }, ['warning calendar/makeup-on-workday makeup.0']],
    [
      'a make-up day in a holiday',
      { makeup: ['2026-02-14'], holidays: [{ from: '2026-02-14' }] },
      ['error calendar/makeup-on-holiday makeup.0'],
    ],
    [
      'an end of validity that does not exist',
      { validThrough: '2026-11-31' },
      ['error calendar/no-such-date validThrough'],
    ],
    [
      'days after the end of validity',
      { validThrough: '2026-12-31', holidays: [{ from: '2026-12-31', to: '2027-01-01' }], makeup: ['2027-01-02'] },
      ['warning calendar/after-valid-through holidays.0.to', 'warning calendar/after-valid-through makeup.0'],
    ],
    [
      'several faults',
      { week: { mon: ['x'] }, makeup: ['y'] },
      ['error calendar/malformed-hours week.mon.0', 'error calendar/no-such-date makeup.0'],
    ],
  ])('of %s', (_, change, faults) => {
    expect(faultsOf({ ...good, ...change })).toEqual(faults)
  })

  it('tells of a zone that has no offsets', () => {
    expect(lintCalendar({ ...good, zone: 'Asia/Atlantis' }, []).map((it) => [it.code, it.blanks])).toEqual([
      ['calendar/unknown-zone', { zone: 'Asia/Atlantis' }],
    ])
  })

  it('finds nothing in the example', () => {
    expect(faultsOf(cnOfficeDocument)).toEqual([])
  })
})

describe('compileCalendar', () => {
  it('gives plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(cnOffice))).toEqual(cnOffice)
    expect(cnOffice).toMatchObject({
      id: 'cn-office',
      zone: { id: 'Asia/Shanghai' },
      week: [office, office, office, office, office, [], []],
      makeup: office,
      validThrough: day('2026-12-31'),
    })
  })

  it('refuses with all problems, warnings among them', () => {
    const answer = compileCalendar({ ...good, makeup: ['2026-02-16', '2026-02-30'] }, offsets)
    expect(answer).toMatchObject({
      ok: false,
      problems: [{ code: 'calendar/makeup-on-workday' }, { code: 'calendar/no-such-date' }],
    })
  })

  it('is not hindered by warnings', () => {
    expect(compileCalendar({ ...good, makeup: ['2026-02-16'] }, offsets).ok).toBe(true)
  })

  it('sorts the hours of a day', () => {
    const calendar = calendarOf({ ...good, week: { mon: ['13:30-18:00', '09:00-12:00'] } })
    expect(calendar.week[0]).toEqual(office)
  })

  it.each<[string, CalendarDocument['week'], { from: number; to: number }[]]>([
    [
      'the most common hours',
      { mon: ['10:00-11:00'], tue: ['09:00-10:00'], wed: ['09:00-10:00'] },
      [{ from: 540, to: 600 }],
    ],
    ['the first of as common ones', { mon: ['10:00-11:00'], tue: ['09:00-10:00'] }, [{ from: 600, to: 660 }]],
    ['those of the weekend where nothing else is worked', { sun: ['10:00-11:00'] }, [{ from: 600, to: 660 }]],
    ['those of weekdays before the weekend', { mon: ['09:00-10:00'], sun: ['10:00-11:00'] }, [{ from: 540, to: 600 }]],
  ])('gives a make-up day %s', (_, week, hours) => {
    const calendar = calendarOf({ ...good, week, makeup: ['2026-02-14'] })
    expect(hoursOf(calendar, day('2026-02-14'))).toEqual(hours)
  })

  it('lets a make-up day that is worked anyway keep its own hours', () => {
    const week = { mon: ['10:00-11:00'], tue: ['09:00-10:00'], wed: ['09:00-10:00'] }
    const calendar = calendarOf({ ...good, week, makeup: ['2026-02-16'] })
    expect(hoursOf(calendar, day('2026-02-16'))).toEqual([{ from: 600, to: 660 }])
  })

  it('leaves out what lies after the end of validity', () => {
    const holidays = [{ from: '2026-12-31', to: '2027-01-01' }]
    const calendar = calendarOf({ ...good, validThrough: '2026-12-31', holidays, makeup: ['2027-01-02'] })
    expect(calendar.exceptions).toEqual({ [day('2026-12-31')]: 'holiday' })
  })
})
