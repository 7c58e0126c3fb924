import { describe, expect, test } from 'vitest'
import { checkFields } from '../../engine/expression/check-value.ts'
import { normaliseFields } from '../../engine/expression/normalise-fields.ts'
import { nearestName } from '../../engine/problem/nearest-name.ts'
import { area, field, list, step } from './scope-of-tests.ts'

const fields = [
  field('name', 'string'),
  { ...field('count', 'integer'), min: 1, max: 5 },
  { ...field('areas?', list(area)), min: 1 },
  field('step?', step),
  field('price?', 'money'),
  field('at?', 'datetime'),
  field('length?', 'duration'),
  { ...field('again', 'boolean'), default: false },
]
const good = { name: 'x', count: 2 }

const cases: readonly (readonly [unknown, string])[] = [
  [good, ''],
  [{}, 'missing name,missing count'],
  [{ ...good, name: ' ' }, 'missing name'],
  [{ ...good, nam: 1 }, 'unknown-field nam'],
  [{ ...good, constructor: 1 }, 'unknown-field constructor'],
  [{ ...good, count: 2.5 }, 'wrong-type count'],
  [{ ...good, count: 0 }, 'too-small count'],
  [{ ...good, count: 6 }, 'too-large count'],
  [{ ...good, areas: [] }, 'too-few areas'],
  [{ ...good, areas: [{ id: 'a', weight: 'b' }] }, 'wrong-type areas[0].weight,missing areas[0].integrated'],
  [{ ...good, step: 'visin' }, 'unknown-word step'],
  [{ ...good, price: '1.234' }, 'wrong-type price'],
  [{ ...good, at: '2026-02-30' }, 'wrong-type at'],
  [{ ...good, at: '2026-01-05T09:00' }, 'wrong-type at'],
  [{ ...good, length: 'soon' }, 'wrong-type length'],
  ['text', 'wrong-type value'],
]

describe('fields', () => {
  test.each(cases)('%j', (value, faults) => {
    const found = checkFields(value, fields).map(
      ({ code, blanks }) => `${code.replace('expression/value-', '')} ${blanks.path}`,
    )
    expect(found.join()).toBe(faults)
  })
  test('a part of them may be missing', () => expect(checkFields({}, fields, { partial: true })).toEqual([]))
})

test('what is stored', () => {
  const given = { ...good, price: 5, at: '2026-01-05T09:00:00+08:00', step: '' }
  const stored = { ...good, price: '5.00', at: '2026-01-05T01:00:00.000Z', again: false }
  expect(normaliseFields(given, fields, (date) => `${date}T00:00:00.000Z`)).toEqual(stored)
  expect(normaliseFields(stored, fields, String)).toEqual(stored)
  expect(normaliseFields({ ...good, at: '2026-01-05' }, fields, (date) => `${date}!`)).toMatchObject({
    at: '2026-01-05!',
  })
})

test('near names', () => {
  expect(nearestName('visin', ['culture', 'vision'])).toBe('vision')
  expect(nearestName('gaurd', ['guard'])).toBe('guard')
  expect(nearestName('x', ['y'])).toBeUndefined()
  expect(nearestName('target', ['guard'])).toBeUndefined()
})
