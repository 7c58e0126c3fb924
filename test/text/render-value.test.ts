import { expect, test } from 'vitest'
import type { Json, Type } from '../../engine/expression/type.ts'
import { localTime, renderDay } from '../../engine/text/render-date.ts'
import { renderDistance } from '../../engine/text/render-duration.ts'
import { renderValue } from '../../engine/text/render-value.ts'

const rendering = { zone: 'Asia/Shanghai', currency: 'CNY' }
const source: Type = {
  kind: 'enum',
  name: 'source',
  words: [{ word: 'phone', title: { en: 'Phone', zh: '电话' } }, { word: 'fax' }],
}
const goal: Type = {
  kind: 'record',
  name: 'goal',
  fields: [
    { name: 'measure', type: { kind: 'string' }, optional: false },
    { name: 'by', type: { kind: 'date' }, optional: true },
  ],
}

test.each<[Json, Type, string, string]>([
  [1234.5, { kind: 'number' }, '1,234.5', '1,234.5'],
  [0.123456789, { kind: 'number' }, '0.123456789', '0.123456789'],
  [true, { kind: 'boolean' }, 'yes', '是'],
  ['phone', source, 'Phone', '电话'],
  ['fax', source, 'fax', 'fax'],
  ['letter', source, 'letter', 'letter'],
  [['phone', 'fax'], { kind: 'list', item: source }, 'Phone; fax', '电话；fax'],
  [{ measure: 'Share', by: '2026-05-01' }, goal, 'Share, 1 May 2026', 'Share，2026年5月1日'],
  [{ measure: 'Share' }, goal, 'Share', 'Share'],
  [[1], { kind: 'string' }, '[1]', '[1]'],
  [null, { kind: 'string' }, '', ''],
])('%j', (value, type, en, zh) => {
  expect(renderValue(value, type, 'en', rendering)).toBe(en)
  expect(renderValue(value, type, 'zh', rendering)).toBe(zh)
})

test.each([
  [0, '0 minutes', '0分钟'],
  [59_999, '0 minutes', '0分钟'],
  [60_000, '1 minute', '1分钟'],
  [-3_600_000, '1 hour', '1小时'],
  [25 * 3_600_000, '1 day', '1天'],
])('%d ms apart', (distance, en, zh) => {
  expect(renderDistance(distance, 'en')).toBe(en)
  expect(renderDistance(distance, 'zh')).toBe(zh)
})

test('the day of a moment is that of the zone', () => {
  const evening = Date.parse('2026-12-31T16:00:00Z')
  expect(localTime(evening, 'Asia/Shanghai')).toEqual({ date: '2027-01-01', time: '00:00' })
  expect(renderDay(evening, 'en', 'UTC')).toBe('31 Dec 2026')
})
