import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDuration, subtractDuration } from '../../engine/calendar/add-duration.ts'
import type { Calendar } from '../../engine/calendar/calendar.ts'
import { datetimeText } from '../../engine/calendar/datetime-text.ts'
import { type Duration, durationUnits } from '../../engine/calendar/duration.ts'
import { parseDuration } from '../../engine/calendar/parse-duration.ts'
import { isWorkingTime } from '../../engine/calendar/working-time.ts'
import { cnOffice, localText, moment, officeIn, roundTheClockIn } from './sample-calendars.ts'

const berlin = officeIn('Europe/Berlin')
const newYork = officeIn('America/New_York')

function length(text: string): Duration {
  const duration = parseDuration(text)
  if (duration === undefined) throw new Error(`not a length: ${text}`)
  return duration
}
const add = (calendar: Calendar, from: string, text: string) =>
  localText(calendar, addDuration(calendar, moment(calendar, from), length(text)).at)
const subtract = (calendar: Calendar, from: string, text: string) =>
  localText(calendar, subtractDuration(calendar, moment(calendar, from), length(text)).at)

describe('addDuration in Shanghai', () => {
  it.each<[string, string, string]>([
    ['2026-01-05T09:00', '0 minutes', '2026-01-05T09:00'],
    ['2026-01-05T09:00', '90 minutes', '2026-01-05T10:30'],
    ['2026-01-05T09:00', '24 hours', '2026-01-06T09:00'],
    ['2026-01-05T09:00', '1 week 2 hours', '2026-01-12T11:00'],
    // Month ends and leap years.
    ['2026-01-31T17:00', '1 month', '2026-02-28T17:00'],
    ['2028-01-31T17:00', '1 month', '2028-02-29T17:00'],
    ['2028-02-29T17:00', '12 months', '2029-02-28T17:00'],
    ['2026-01-31T17:00', '1 month 1 day', '2026-03-01T17:00'],
    // Workdays end at the close; the day of the start does not count.
    ['2026-01-05T09:00', '1 workday', '2026-01-06T18:00'],
    ['2026-01-05T23:00', '1 workday', '2026-01-06T18:00'],
    ['2026-01-09T10:00', '1 workday', '2026-01-12T18:00'],
    ['2026-01-10T10:00', '1 workday', '2026-01-12T18:00'],
    ['2026-01-05T09:00', '5 workdays', '2026-01-12T18:00'],
    ['2026-01-05T09:00', '0 workdays', '2026-01-05T18:00'],
    ['2026-01-10T09:00', '0 workdays', '2026-01-12T18:00'],
    // Friday before the make-up Saturday of Spring Festival, and the span after it.
    ['2026-02-13T10:00', '1 workday', '2026-02-14T18:00'],
    ['2026-02-13T10:00', '2 workdays', '2026-02-24T18:00'],
    ['2026-02-14T10:00', '1 workday', '2026-02-24T18:00'],
    ['2026-02-17T10:00', '0 workdays', '2026-02-24T18:00'],
    ['2026-09-30T10:00', '3 workdays', '2026-10-10T18:00'],
    // Workhours: within the morning, across lunch, night, weekend, make-up Saturday and holiday.
    ['2026-01-05T09:00', '3 workhours', '2026-01-05T12:00'],
    ['2026-01-05T09:00', '4 workhours', '2026-01-05T14:30'],
    ['2026-01-05T12:30', '1 workhour', '2026-01-05T14:30'],
    ['2026-01-05T17:00', '2 workhours', '2026-01-06T10:00'],
    ['2026-01-05T20:00', '1 workhour', '2026-01-06T10:00'],
    ['2026-01-09T17:30', '1 workhour', '2026-01-12T09:30'],
    ['2026-01-10T03:00', '8 workhours', '2026-01-13T09:30'],
    ['2026-02-13T17:00', '2 workhours', '2026-02-14T10:00'],
    ['2026-02-14T17:00', '2 workhours', '2026-02-24T10:00'],
    ['2026-01-05T18:00', '15 workhours', '2026-01-07T18:00'],
    // The parts in their order, whatever the order of writing.
    ['2026-01-05T09:00', '2 hours 1 workday', '2026-01-06T20:00'],
    ['2026-01-05T09:00', '1 week 0 workdays', '2026-01-12T18:00'],
    ['2026-01-05T09:00', '1 workhour 1 workday', '2026-01-07T10:00'],
    ['2026-01-05T11:00', '1 workhour 1 hour', '2026-01-05T14:30'],
  ])('%s and %s is %s', (from, text, to) => {
    expect(add(cnOffice, from, text)).toBe(to)
  })
})

describe('addDuration where clocks change', () => {
  it.each<[Calendar, string, string, string]>([
    [berlin, '2026-03-28T12:00', '1 day', '2026-03-29T12:00'],
    [berlin, '2026-03-28T12:00', '24 hours', '2026-03-29T13:00'],
    [berlin, '2026-03-28T02:30', '1 day', '2026-03-29T03:00'],
    [berlin, '2026-03-28T02:30', '2 days', '2026-03-30T02:30'],
    [berlin, '2026-02-28T02:30', '1 month 1 day', '2026-03-29T03:00'],
    [berlin, '2026-10-24T12:00', '1 day', '2026-10-25T12:00'],
    [berlin, '2026-10-24T12:00', '24 hours', '2026-10-25T11:00'],
    [berlin, '2026-10-24T02:30', '1 day', '2026-10-25T02:30'],
    [berlin, '2026-10-24T02:30', '25 hours', '2026-10-25T02:30 again'],
    [berlin, '2026-10-24T02:30', '1 week', '2026-10-31T02:30'],
    [berlin, '2026-03-27T17:00', '2 workhours', '2026-03-30T10:00'],
    [berlin, '2026-10-23T17:00', '1 workday', '2026-10-26T18:00'],
    [newYork, '2026-03-07T09:00', '1 day', '2026-03-08T09:00'],
    [newYork, '2026-11-01T00:30', '2 hours', '2026-11-01T01:30 again'],
    [roundTheClockIn('Europe/Berlin'), '2026-03-29T00:00', '24 workhours', '2026-03-30T01:00'],
    [roundTheClockIn('Europe/Berlin'), '2026-10-25T00:00', '24 workhours', '2026-10-25T23:00'],
  ])('in $zone.id, %s and %s is %s', (calendar, from, text, to) => {
    expect(add(calendar, from, text)).toBe(to)
  })
})

describe('subtractDuration', () => {
  it.each<[Calendar, string, string, string]>([
    [cnOffice, '2026-01-05T09:00', '0 minutes', '2026-01-05T09:00'],
    [cnOffice, '2026-01-05T09:00', '1 week 2 hours', '2025-12-29T07:00'],
    [cnOffice, '2026-03-31T09:00', '1 month', '2026-02-28T09:00'],
    [cnOffice, '2026-01-06T18:00', '1 workday', '2026-01-05T18:00'],
    [cnOffice, '2026-01-12T18:00', '1 workday', '2026-01-09T18:00'],
    [cnOffice, '2026-01-11T10:00', '1 workday', '2026-01-09T10:00'],
    [cnOffice, '2026-01-11T10:00', '0 workdays', '2026-01-11T10:00'],
    [cnOffice, '2026-02-24T18:00', '1 workday', '2026-02-14T18:00'],
    [cnOffice, '2026-01-05T14:30', '4 workhours', '2026-01-05T09:00'],
    [cnOffice, '2026-01-06T10:00', '2 workhours', '2026-01-05T17:00'],
    [cnOffice, '2026-01-05T13:30', '1 workhour', '2026-01-05T11:00'],
    [cnOffice, '2026-01-12T08:00', '1 workhour', '2026-01-09T17:00'],
    [cnOffice, '2026-02-24T10:00', '2 workhours', '2026-02-14T17:00'],
    [berlin, '2026-03-30T02:30', '1 day', '2026-03-29T03:00'],
    [berlin, '2026-03-29T12:00', '24 hours', '2026-03-28T11:00'],
    [berlin, '2026-10-26T02:30', '1 day', '2026-10-25T02:30'],
  ])('in $zone.id, %s less %s is %s', (calendar, from, text, to) => {
    expect(subtract(calendar, from, text)).toBe(to)
  })
})

describe('an estimate', () => {
  it.each<[string, string, boolean]>([
    ['2026-12-30T09:00', '1 workday', false],
    ['2026-12-31T09:00', '0 workdays', false],
    ['2026-12-31T09:00', '1 workday', true],
    ['2026-12-31T17:00', '1 workhour', false],
    ['2026-12-31T17:00', '2 workhours', true],
    ['2026-12-31T17:00', '3 days', false],
    ['2026-12-31T17:00', '8 hours 1 month', false],
    ['2026-12-01T09:00', '1 month 1 workday', true],
  ])('%s and %s: %s', (from, text, estimated) => {
    expect(addDuration(cnOffice, moment(cnOffice, from), length(text)).estimated).toBe(estimated)
  })

  it('counts weekends alone after the last known day', () => {
    expect(add(cnOffice, '2026-12-31T09:00', '1 workday')).toBe('2027-01-01T18:00')
    expect(add(cnOffice, '2026-12-31T09:00', '2 workdays')).toBe('2027-01-04T18:00')
  })

  it.each<[string, string, boolean]>([
    ['2026-12-31T18:00', '1 workday', false],
    ['2027-01-04T18:00', '1 workday', true],
    ['2027-01-04T18:00', '1 day', false],
  ])('%s less %s: %s', (from, text, estimated) => {
    expect(subtractDuration(cnOffice, moment(cnOffice, from), length(text)).estimated).toBe(estimated)
  })

  it('is never one where nothing is said of validity', () => {
    expect(addDuration(berlin, moment(berlin, '2050-01-01T00:00'), { workdays: 3 }).estimated).toBe(false)
  })
})

describe('lengths beyond all reckoning', () => {
  const idle: Calendar = { ...cnOffice, week: [[], [], [], [], [], [], []], makeup: [], exceptions: {} }
  const start = moment(cnOffice, '2026-01-05T09:00')

  it.each<[string, Calendar, Duration]>([
    ['months', cnOffice, { months: 1_000_000 }],
    ['days', cnOffice, { days: Number.MAX_SAFE_INTEGER }],
    ['hours', cnOffice, { hours: Number.MAX_SAFE_INTEGER }],
    ['workdays', cnOffice, { workdays: Number.MAX_SAFE_INTEGER }],
    ['workhours', cnOffice, { workhours: 1_000_000 }],
    ['workdays of a calendar that never works', idle, { workdays: 1 }],
    ['workhours of a calendar that never works', idle, { workhours: 1 }],
  ])('end with the year 9999: %s', (_, calendar, duration) => {
    const text = datetimeText(addDuration(calendar, start, duration).at)
    expect(text.slice(0, 7)).toBe('9999-12')
  })

  it.each<[string, Calendar, Duration]>([
    ['months', cnOffice, { months: 1_000_000 }],
    ['hours', cnOffice, { hours: Number.MAX_SAFE_INTEGER }],
    ['workdays', idle, { workdays: 1 }],
    ['workhours', idle, { workhours: 1 }],
  ])('begin with the year 1: %s', (_, calendar, duration) => {
    const text = datetimeText(subtractDuration(calendar, start, duration).at)
    expect(text.slice(0, 7)).toBe('0001-01')
  })
})

describe('laws', () => {
  const time = fc
    .integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
    .map((n) => n * 60_000)
  const someUnits = (units: readonly string[]) =>
    fc.record(Object.fromEntries(units.map((unit) => [unit, fc.integer({ min: 1, max: 60 })])), { requiredKeys: [] })
  const later = fc.integer({ min: 0, max: 20_000 }).map((n) => n * 60_000)
  const work = someUnits(['workdays', 'hours', 'minutes', 'workhours'])

  it.each<[string, Calendar, fc.Arbitrary<Duration>]>([
    // A month's end cuts days off and leaves the time of day, so months are left out.
    ['no month, one offset', cnOffice, someUnits(durationUnits.filter((unit) => unit !== 'months'))],
    // An hour the clocks show twice starts days at the same local time, so days are left out.
    ['no day, clocks that change', berlin, work],
    ['no day, at work when clocks change', roundTheClockIn('Europe/Berlin'), work],
  ])('a later start has no earlier end: %s', (_, calendar, durations) => {
    fc.assert(
      fc.property(time, later, durations, (start, wait, duration) => {
        const end = addDuration(calendar, start, duration).at
        expect(addDuration(calendar, start + wait, duration).at).toBeGreaterThanOrEqual(end)
      }),
    )
  })

  it.each(durationUnits)('more %s end no earlier', (unit) => {
    fc.assert(
      fc.property(time, fc.nat(200), fc.nat(20), fc.constantFrom(cnOffice, berlin), (start, amount, more, calendar) => {
        const end = addDuration(calendar, start, { [unit]: amount }).at
        expect(addDuration(calendar, start, { [unit]: amount + more }).at).toBeGreaterThanOrEqual(end)
      }),
    )
  })

  it('work hours end in working time, or as it closes', () => {
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom(cnOffice, berlin),
        (start, workhours, calendar) => {
          expect(isWorkingTime(calendar, addDuration(calendar, start, { workhours }).at - 1)).toBe(true)
        },
      ),
    )
  })

  it('work hours taken away again lead back, up to time that is not worked', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 500 }), (start, workhours) => {
        const end = addDuration(cnOffice, start, { workhours }).at
        const back = subtractDuration(cnOffice, end, { workhours }).at
        expect(back).toBeGreaterThanOrEqual(start)
        expect(addDuration(cnOffice, back, { workhours }).at).toBe(end)
      }),
    )
  })

  it('an elapsed length taken away again leads back', () => {
    fc.assert(
      fc.property(time, someUnits(['hours', 'minutes']), (start, duration) => {
        const end = addDuration(berlin, start, duration).at
        expect(subtractDuration(berlin, end, duration).at).toBe(start)
      }),
    )
  })
})
