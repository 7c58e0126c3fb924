import chineseDays from 'chinese-days'
import { expect, it } from 'vitest'
import { dateText } from '../../engine/calendar/civil-date.ts'
import { isWorkday } from '../../engine/calendar/working-time.ts'
import { cnOffice, cnOfficeDocument, day } from './sample-calendars.ts'

const daysOf2026 = Array.from({ length: 365 }, (_, i) => day('2026-01-01') + i)

it('works on the days of 2026 on which China works, and on no other', () => {
  const ours = daysOf2026.filter((it) => isWorkday(cnOffice, it)).map(dateText)
  const theirs = daysOf2026.map(dateText).filter((it) => chineseDays.isWorkday(it))
  expect(ours).toEqual(theirs)
  expect(ours).toContain('2026-02-14')
  expect(ours).toContain('2026-10-10')
  expect(ours).not.toContain('2026-10-01')
})

it('names every holiday in both languages and covers the whole year', () => {
  for (const { title } of cnOfficeDocument.holidays ?? []) {
    expect(title).toEqual({ en: expect.any(String), zh: expect.any(String) })
  }
  expect(cnOfficeDocument.validThrough).toBe('2026-12-31')
})
