import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileExpression } from '../../engine/expression/expression.ts'
import { isExpressionFailure } from '../../engine/expression/expression-failure.ts'
import type { Json, Type } from '../../engine/expression/type.ts'
import { activation, evaluate, faults, list, scope, step, world } from './scope-of-tests.ts'

const values: readonly (readonly [string, Json])[] = [
  ['0.1 + 0.2', 0.3],
  ['0.1 + 0.2 == 0.3', true],
  ['7 / 2', 3.5],
  ['7 % 4', 3],
  ['data.i * 2 - 1', 13],
  ['-data.n', -2.5],
  ['round(1.005, 2)', 1.01],
  ['round(-2.5)', -3],
  ['floor(2.7) + ceil(2.1)', 5],
  ['int(-2.7)', -2],
  ['sum(data.numbers)', 3.3],
  ['sum([])', 0],
  ['mean([])', 0],
  ['mean([1, 2])', 1.5],
  ['min(3, data.n)', 2.5],
  ['max(data.days)', '2026-01-07'],
  ['share(1, 0)', 0],
  ['share(1, 4)', 0.25],
  ['data.price + data.price', '100000.20'],
  ['data.price > 50000', true],
  ["data.price == '50000.10'", true],
  ['data.price * 2', 100000.2],
  ['size(data.name)', 7],
  ['data.names.size()', 2],
  ["data.name.startsWith('Hope') && data.name.contains('希') && data.name.endsWith('望')", true],
  ["data.name.matches('^H[a-z]+ ')", true],
  ["string(data.day) + '!'", '2026-01-05!'],
  ['string(data.n)', '2.5'],
  ["data.step == 'vision'", true],
  ["data.step in ['strategy', 'vision']", true],
  ["'a' in data.names", true],
  ["'2026-01-05' in data.days", true],
  ["data.day <= '2026-01-05'", true],
  ['data.at > data.day', true],
  ['now - data.at <= days(90)', true],
  ['now - data.at', '54 days 23 hours'],
  ['data.at + data.grace', '2026-01-06T01:00:00.000Z'],
  ["data.at + '1 week'", '2026-01-12T01:00:00.000Z'],
  ['data.day + days(2)', '2026-01-07'],
  ['data.day - days(5)', '2025-12-31'],
  ["data.grace == '1 day'", true],
  ['workdays(data.day, data.at)', 0],
  ['addWorkdays(data.day, 2)', '2026-01-07'],
  ['weeksBetween(data.at, now)', 7],
  ["active('b')", true],
  ["tagged('/a.b', 'settled')", true],
  ["tagged([state('/a.b'), state('/c')], 'settled')", false],
  ["tagged([], 'settled')", true],
  ['sortBy(data.areas, a, a.weight).map(a, a.id)', ['b', 'a']],
  ["set(data.areas[0], 'integrated', true)", { id: 'a', weight: 0.7, integrated: true }],
  ["area('z', 1, false)", { id: 'z', weight: 1, integrated: false }],
  ["milestone('z', data.day)", { name: 'z', by: '2026-01-05' }],
  ['data.areas.map(a, !a.integrated, a.id)', ['a']],
  ['data.areas.exists_one(a, a.integrated)', true],
  ['data.areas.all(a, a.weight > 0)', true],
  ['data.names + ["c"]', ['b', 'a', 'c']],
  ['has(data.note) ? data.note : "none"', 'none'],
  ['has(data.training.pairs) && data.training.pairs.size() > 0', false],
  ['!has(data.note) || data.note == ""', true],
  ['data.milestones.filter(m, has(m.metOn) && m.metOn <= m.by).size()', 1],
  ['data.milestones.filter(m, has(m.metOn)).map(m, workdays(m.by, m.metOn))', [-2]],
  ['data.milestones.filter(m, has(m.metOn))[0].metOn', '2026-01-08'],
  ['data.milestones.map(m, has(m.metOn), m.metOn)', ['2026-01-08']],
]

describe('values', () => {
  test.each(values)('%s', (text, value) => expect(evaluate(text)).toEqual(value))
})

const expected: readonly (readonly [string, Type, Json | undefined])[] = [
  ['strategy', step, 'strategy'],
  ['2026-01-05', { kind: 'date' }, '2026-01-05'],
  ['2026-01-05', { kind: 'datetime' }, '2026-01-05T00:00:00.000Z'],
  ['3 workdays', { kind: 'duration' }, '3 workdays'],
  ['50.5', { kind: 'money' }, '50.50'],
  ['round(data.price * 0.3, 2)', { kind: 'money' }, '15000.03'],
  ['round(data.n)', { kind: 'integer' }, 3],
  ['round(data.n)', { kind: 'money' }, '3.00'],
  ['data.days', list('datetime'), ['2026-01-05T00:00:00.000Z', '2026-01-07T00:00:00.000Z']],
  ['[]', list('string'), []],
]

describe('expected types', () => {
  test.each(expected)('%s as %o', (text, type, value) => expect(evaluate(text, { expected: type })).toEqual(value))
  test('an absent path leaves its key out', () => {
    expect(evaluate('data.training.end', { allowAbsent: true, expected: { kind: 'datetime' } })).toBeUndefined()
    expect(evaluate('data.day', { allowAbsent: true, expected: { kind: 'datetime' } })).toBe('2026-01-05T00:00:00.000Z')
  })
})

const faulty: readonly (readonly [string, string])[] = [
  ['1 +', 'syntax@4'],
  ['null', 'unsupported@1'],
  ['dat.n', 'unknown-name@1'],
  ['1 + data.nn', 'unknown-field@5'],
  ['data.constructor', 'unknown-field@1'],
  ['data.__proto__', 'unknown-field@1'],
  ['sise(data.names)', 'unknown-function@1'],
  ["data.step == 'visin'", 'unknown-word@14'],
  ["active('nowhere')", 'unknown-state@8'],
  ['1 + size(data.note)', 'may-be-absent@10'],
  ['data.training.pairs', 'may-be-absent@1'],
  ['data.note == "" && has(data.note)', 'may-be-absent@1'],
  ['data.milestones.map(m, m.metOn)', 'may-be-absent@24'],
  ['data.n + data.name', 'wrong-operands@1'],
  ['data.n == data.name', 'wrong-operands@1'],
  ['data.names.size() / size(data.days)', 'size-division@1'],
  ["now - data.at > '3 workdays'", 'calendar-length@17'],
  ['[1, "a"]', 'mixed-list@5'],
  ['has(data)', 'has-needs-field@5'],
  ['data.name.matches(data.name)', 'literal-needed@19'],
  ["data.name.matches('^(a+)+$')", 'bad-pattern@19'],
  ["area('a', 1)", 'argument-count@1'],
  ["area('a', 'b', true)", 'wrong-type@11'],
  ['{"a": 1}', 'unsupported@1'],
  ['data.n.x', 'no-fields@1'],
  ['!data.n', 'wrong-type@2'],
  ['(data.x1 > 1) && data.x2', 'unknown-field@2,unknown-field@18'],
]

describe('faults', () => {
  test.each(faulty)('%s', (text, codes) => expect(faults(text).join()).toBe(codes))
  test('a number is neither whole nor money', () => {
    expect(faults('data.n', { expected: { kind: 'integer' } })).toEqual(['wrong-type@1'])
    expect(faults('data.n * 2', { expected: { kind: 'money' } })).toEqual(['wrong-type@1'])
    expect(faults('data.i', { expected: { kind: 'boolean' } })).toEqual(['wrong-type@1'])
  })
})

const failing: readonly (readonly [string, string])[] = [
  ['1 / (data.i - 7)', 'expression/division-by-zero'],
  ['data.names[2]', 'expression/no-such-item'],
  ['min(data.names.filter(n, n == "q"))', 'expression/empty-list'],
  ['data.at - now', 'expression/negative-length'],
]

test.each(failing)('%s fails', (text, code) => {
  expect(() => evaluate(text)).toThrow(expect.objectContaining({ failure: true, code }))
})

test('sums are exact at nine places', () => {
  const places = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
  fc.assert(
    fc.property(fc.array(places, { maxLength: 20 }), (units) => {
      const numbers = units.map((unit) => unit / 1e6)
      const compiled = compileExpression('sum(data.numbers)', scope)
      const total = units.reduce((sum, unit) => sum + unit, 0)
      expect(compiled.ok && compiled.expression.evaluate({ data: { numbers } }, world)).toBe(total / 1e6 + 0)
    }),
  )
})

test('evaluating never throws anything but a failure, whatever the data', () => {
  const texts = values.map(([text]) => text)
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.jsonValue(),
      fc.constantFrom(...Object.keys(activation.data)),
      (text, junk, key) => {
        const compiled = compileExpression(text, scope)
        if (!compiled.ok) throw new Error(text)
        try {
          compiled.expression.evaluate({ ...activation, data: { ...activation.data, [key]: junk } }, world)
        } catch (error) {
          expect(isExpressionFailure(error)).toBe(true)
        }
      },
    ),
  )
})

test('hostile texts are problems', () => {
  for (const text of ['('.repeat(5000), 'a && '.repeat(5000), '', '\0', '['.repeat(100)]) {
    expect(compileExpression(text, scope).ok).toBe(false)
  }
})
