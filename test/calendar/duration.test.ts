import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Duration, durationUnits, elapsedMilliseconds, needsWorkingTime } from '../../engine/calendar/duration.ts'
import { formatDuration } from '../../engine/calendar/format-duration.ts'
import { parseDuration } from '../../engine/calendar/parse-duration.ts'

describe('parseDuration', () => {
  it.each<[string, Duration]>([
    ['24 hours', { hours: 24 }],
    ['1 hour', { hours: 1 }],
    ['1 hours', { hours: 1 }],
    ['10 week', { weeks: 10 }],
    ['1 week 2 hours', { weeks: 1, hours: 2 }],
    ['2 hours 1 week', { weeks: 1, hours: 2 }],
    ['3 workdays', { workdays: 3 }],
    ['4 workhours', { workhours: 4 }],
    ['1 month 1 week 1 day 1 workday 1 hour 1 minute 1 workhour', Object.fromEntries(durationUnits.map((u) => [u, 1]))],
    ['0 minutes', {}],
    ['0 workdays', { workdays: 0 }],
    ['0 days 1 hour', { hours: 1 }],
    ['1000000 months', { months: 1_000_000 }],
  ])('reads %s', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration)
  })

  it.each([
    '',
    ' ',
    '5',
    'hours',
    'hours 5',
    '1.5 hours',
    '-1 hours',
    '+1 hours',
    '1e3 hours',
    '1 Hour',
    '1 fortnight',
    '1 year',
    '1 hour 2 hours',
    '0 hours 1 hour',
    '1 hour,',
    '1 hour and 2 minutes',
    ' 1 hour',
    '1 hour ',
    '1  hour',
    '1hour',
    '1\thour',
    '1 hour\n',
    '1000001 hours',
    '99999999999999999999 hours',
    '1 constructor',
    '1 __proto__',
    '١ hour',
    'P1D',
    '1 h',
    '1 hour '.repeat(100_000),
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })
})

describe('formatDuration', () => {
  it.each<[Duration, string]>([
    [{}, '0 minutes'],
    [{ hours: 0 }, '0 minutes'],
    [{ workdays: 0 }, '0 workdays'],
    [{ hours: 1 }, '1 hour'],
    [{ hours: 2, weeks: 1 }, '1 week 2 hours'],
    [{ workdays: 1, workhours: 2 }, '1 workday 2 workhours'],
  ])('writes %j as %s', (duration, text) => {
    expect(formatDuration(duration)).toBe(text)
  })

  it('is read back by parseDuration', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    const duration = fc.record(Object.fromEntries(durationUnits.map((unit) => [unit, amount])), { requiredKeys: [] })
    fc.assert(
      fc.property(duration, (d) => {
        expect(parseDuration(formatDuration(d))).toEqual({ ...d })
      }),
    )
  })
})

describe('elapsedMilliseconds', () => {
  it.each<[string, number | undefined]>([
    ['0 minutes', 0],
    ['90 minutes', 5_400_000],
    ['1 week 1 day 2 hours', 8 * 86_400_000 + 7_200_000],
    ['1 month', undefined],
    ['1 hour 1 workhour', undefined],
    ['1 workday', undefined],
    ['0 workdays', undefined],
  ])('of %s is %s', (text, milliseconds) => {
    expect(elapsedMilliseconds(parseDuration(text) ?? { months: -1 })).toBe(milliseconds)
  })
})

describe('needsWorkingTime', () => {
  it.each<[string, boolean]>([
    ['1 month 2 days', false],
    ['1 workday', true],
    ['0 workdays', true],
    ['1 hour 1 workhour', true],
  ])('of %s is %s', (text, needed) => {
    expect(needsWorkingTime(parseDuration(text) ?? {})).toBe(needed)
  })
})
