import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDay, lastDay } from '../../engine/calendar/calendar.ts'
import { addMonths, dateText, parseDate, weekdayOf } from '../../engine/calendar/civil-date.ts'
import { day } from './sample-calendars.ts'

describe('parseDate', () => {
  it.each<[string, number]>([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['0001-01-01', firstDay],
    ['9999-12-31', lastDay],
  ])('reads %s', (text, number) => {
    expect(parseDate(text)).toBe(number)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-1-5',
    '0000-01-01',
    '',
    '2026-01-05T00:00',
    ' 2026-01-05',
    '+002026-01-05',
    '２０２６-01-05',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  it('undoes dateText', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (number) => {
        expect(parseDate(dateText(number))).toBe(number)
      }),
    )
  })
})

describe('dateText', () => {
  it.each<[number, string]>([
    [lastDay + 1, '9999-12-31'],
    [firstDay - 1, '0001-01-01'],
    [Number.POSITIVE_INFINITY, '9999-12-31'],
  ])('of %d stays within the years it can write: %s', (number, text) => {
    expect(dateText(number)).toBe(text)
  })
})

describe('weekdayOf', () => {
  it.each<[string, number]>([
    ['1970-01-01', 3],
    ['2026-01-05', 0],
    ['2026-01-04', 6],
    ['1969-12-29', 0],
    ['1969-12-28', 6],
  ])('%s is %d', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday)
  })
})

describe('addMonths', () => {
  it.each<[string, number, string]>([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2000-12-31', -12, '1999-12-31'],
    ['0100-01-31', -1, '0099-12-31'],
    ['9999-12-31', 1, '9999-12-31'],
    ['9999-11-30', 1, '9999-12-30'],
    ['0001-01-01', -1, '0001-01-01'],
    ['2026-05-31', 0, '2026-05-31'],
    ['2026-05-31', 1_000_000, '9999-12-31'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(dateText(addMonths(day(from), months))).toBe(to)
  })
})
