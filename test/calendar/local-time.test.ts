import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datetimeText, parseDatetime } from '../../engine/calendar/datetime-text.ts'
import { dayOf, fromLocal, startOfDay, toLocal } from '../../engine/calendar/local-time.ts'
import { isKnownZone, readZoneOffsets } from '../../engine/host/zone-offsets.ts'
import { cnOffice, day, officeIn } from './sample-calendars.ts'

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'UTC',
]
const berlin = officeIn('Europe/Berlin')

describe('parseDatetime', () => {
  it.each<[string, string]>([
    ['2026-01-05T09:00', '2026-01-05T01:00:00.000Z'],
    ['2026-01-05T09:00:30', '2026-01-05T01:00:30.000Z'],
    ['2026-01-05T09:00:30.25', '2026-01-05T01:00:30.250Z'],
    ['2026-01-05T09:00:30.123456', '2026-01-05T01:00:30.123Z'],
    ['2026-01-05T09:00Z', '2026-01-05T09:00:00.000Z'],
    ['2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z'],
    ['2026-01-05T09:00+08:00', '2026-01-05T01:00:00.000Z'],
    ['2026-01-05T09:00-03:30', '2026-01-05T12:30:00.000Z'],
  ])('reads %s in Shanghai as %s', (text, utc) => {
    expect(datetimeText(parseDatetime(cnOffice, text) ?? 0)).toBe(utc)
  })

  it.each([
    '2026-01-05',
    '2026-01-05T24:00',
    '2026-01-05T09:60',
    '2026-02-30T09:00',
    '2026-01-05T9:00',
    '2026-01-05 09:00',
    '2026-01-05T09:00+8',
    '2026-01-05T09:00z',
    '',
    'now',
    '2026-01-05T09:00+24:00',
    '2026-01-05T09:00:30.',
  ])('refuses %j', (text) => {
    expect(parseDatetime(cnOffice, text)).toBeUndefined()
  })

  it.each<[string, string]>([
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T03:01', '2026-03-29T01:01:00.000Z'],
    ['2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T02:00', '2026-10-25T00:00:00.000Z'],
    ['2026-10-25T02:59', '2026-10-25T00:59:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('reads %s in Berlin as %s', (text, utc) => {
    expect(datetimeText(parseDatetime(berlin, text) ?? 0)).toBe(utc)
  })
})

describe('startOfDay', () => {
  it.each<[string, string, string]>([
    ['Asia/Shanghai', '2026-01-05', '2026-01-04T16:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    // The clocks of São Paulo skipped midnight: the day began at one.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    // Havana shows midnight twice: the day begins with the first.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    // Samoa left out 30 December 2011: what would begin then begins with the next day.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
  ])('in %s, %s begins at %s', (zone, date, utc) => {
    expect(datetimeText(startOfDay(officeIn(zone), day(date)))).toBe(utc)
  })

  it.each(zones)('lies on its day in %s', (zone) => {
    const calendar = officeIn(zone)
    for (let number = day('2005-01-01'); number < day('2032-01-01'); number += 1) {
      const start = startOfDay(calendar, number)
      if (dayOf(calendar, start) !== number || dayOf(calendar, start - 1) !== number - 1) {
        expect.fail(`day ${number} of ${zone} begins at ${datetimeText(start)}`)
      }
    }
  })
})

describe('fromLocal', () => {
  it.each(zones)('gives a later moment for a later local time, and one that shows it, in %s', (zone) => {
    const calendar = officeIn(zone)
    const local = fc.integer({ min: Date.UTC(2005), max: Date.UTC(2032) })
    fc.assert(
      fc.property(local, fc.integer({ min: 0, max: 7_200_000 }), (time, later) => {
        const at = fromLocal(calendar, time)
        expect(fromLocal(calendar, time + later)).toBeGreaterThanOrEqual(at)
        expect(toLocal(calendar, at)).toBeGreaterThanOrEqual(time)
      }),
    )
  })
})

describe('readZoneOffsets', () => {
  it('gives the offset in force at the start, then each change', () => {
    expect(readZoneOffsets('Europe/Berlin', 2026, 2026)).toEqual([
      { from: Date.UTC(2026, 0, 1), minutes: 60 },
      { from: Date.UTC(2026, 2, 29, 1), minutes: 120 },
      { from: Date.UTC(2026, 9, 25, 1), minutes: 60 },
    ])
  })

  it('gives one entry for a zone that never changes', () => {
    expect(readZoneOffsets('Asia/Shanghai', 2000, 2100)).toEqual([{ from: Date.UTC(2000, 0, 1), minutes: 480 }])
  })

  it('gives nothing for a zone that is not known', () => {
    expect(readZoneOffsets('Asia/Atlantis', 2000, 2100)).toEqual([])
  })

  it.each<[string, boolean]>([
    ['Asia/Shanghai', true],
    ['UTC', true],
    ['Asia/Atlantis', false],
    ['', false],
    ['../etc/passwd', false],
  ])('knows %j: %s', (zone, known) => {
    expect(isKnownZone(zone)).toBe(known)
  })
})
