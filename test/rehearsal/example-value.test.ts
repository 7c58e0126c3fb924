import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addWorkingTime, workedBetween } from '../../engine/calendar/working-time.ts'
import type { Field } from '../../engine/expression/type.ts'
import { Chance } from '../../engine/rehearsal/chance.ts'
import { exampleRecord } from '../../engine/rehearsal/example-value.ts'
import { constantsOf } from '../../engine/rehearsal/sendable.ts'
import { calendar } from './sample-project.ts'

const when = { calendar, at: Date.UTC(2026, 0, 5, 1) }
const date: Field = { name: 'by', type: { kind: 'date' }, optional: false }
const line: Field['type'] = { kind: 'record', name: 'line', fields: [date, { ...date, name: 'met', optional: true }] }

it.each<[Field, unknown]>([
  [{ ...date, example: 'now' }, '2026-01-05'],
  [{ ...date, example: '2 weeks before' }, '2025-12-22'],
  [{ ...date, example: '3 days after' }, '2026-01-08'],
  [{ ...date, example: '2026-03-01' }, '2026-03-01'],
  [{ ...date, type: { kind: 'datetime' }, example: '1 workday after' }, '2026-01-06T10:00:00.000Z'],
  [{ ...date, type: { kind: 'string' }, example: '3 days after' }, '3 days after'],
  [
    { ...date, type: { kind: 'list', item: line }, example: [{ by: 'now', met: '1 day before' }] },
    [{ by: '2026-01-05', met: '2026-01-04' }],
  ],
  [{ ...date, type: { ...line, fields: [{ ...date, example: 'now' }] } }, { by: '2026-01-05' }],
  [
    { ...date, type: { kind: 'list', item: { ...line, fields: [{ ...date, example: 'now' }] } } },
    [{ by: '2026-01-05' }],
  ],
])('the example of %j', (field, value) => {
  const missing: string[] = []
  expect(exampleRecord([field], {}, when, missing)).toEqual({ by: value })
  expect(missing).toEqual([])
})

it('leaves out what may be absent, names what may not, and takes what is given', () => {
  const fields = [
    date,
    { ...date, name: 'maybe', optional: true },
    { ...date, name: 'usual', default: 'x' },
    { ...date, name: 'said' },
  ]
  const missing: string[] = []
  expect(exampleRecord(fields, { said: '1 week after', unknown: 1 }, when, missing)).toEqual({
    said: '2026-01-12',
    unknown: 1,
  })
  expect(missing).toEqual(['by'])
})

it.each([
  ["event.step == 'vision'", { step: 'vision' }],
  ["'vision' == event.step && data.x > 1 && (event.n == 3 && true)", { step: 'vision', n: 3 }],
  ["event.step == 'vision' || event.step == 'change'", {}],
  ["event.step != 'vision'", {}],
  ['event.step == data.step', {}],
  [undefined, {}],
])('the guard %j fixes %j', (guard, constants) => {
  expect(constantsOf(guard)).toEqual(constants)
})

it('samples between least and most, and leans to the likely', () => {
  fc.assert(
    fc.property(fc.integer(), fc.tuple(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9)), (seed, figures) => {
      const [least = 0, likely = 0, most = 0] = figures.toSorted((a, b) => a - b)
      const chance = new Chance(seed)
      for (let i = 0; i < 20; i += 1) {
        const sampled = chance.triangular(least, likely, most)
        expect(sampled >= least && sampled <= most).toBe(true)
      }
    }),
  )
  const chance = new Chance(7)
  const mean = Array.from({ length: 5000 }, () => chance.triangular(0, 10, 20)).reduce((a, b) => a + b) / 5000
  expect(mean).toBeCloseTo(10, 0)
})

it('picks by weight and never what weighs nothing', () => {
  const chance = new Chance(3)
  const candidates = [
    { item: 'a', weight: 0 },
    { item: 'b', weight: 3 },
    { item: 'c', weight: 1 },
  ]
  const picked = Array.from({ length: 4000 }, () => chance.pick(candidates))
  expect(picked).not.toContain('a')
  expect(picked.filter((item) => item === 'b').length / 4000).toBeCloseTo(0.75, 1)
  expect(chance.pick([{ item: 'a', weight: 0 }])).toBeUndefined()
})

it('counts working time between two moments as it is added', () => {
  const [from, monday] = [when.at, Date.UTC(2026, 0, 12, 1)]
  expect(workedBetween(calendar, from, monday) / 3_600_000).toBe(5 * 7.5)
  expect(workedBetween(calendar, monday, from)).toBe(0)
  fc.assert(
    fc.property(fc.nat(40 * 86_400_000), fc.nat(40 * 86_400_000), (start, length) => {
      const end = from + start + length
      const worked = workedBetween(calendar, from + start, end)
      expect(addWorkingTime(calendar, from + start, worked)).toBeLessThanOrEqual(Math.max(end, from + start))
      expect(workedBetween(calendar, from + start, end + 60_000) >= worked).toBe(true)
    }),
  )
})
