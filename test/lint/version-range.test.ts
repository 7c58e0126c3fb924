import { expect, it } from 'vitest'
import { isInRange } from '../../engine/lint/version-range.ts'

const cases: readonly (readonly [range: string, inside: readonly string[], outside: readonly string[]])[] = [
  ['^1.2.0', ['1.2.0', '1.9.9'], ['1.1.9', '2.0.0']],
  ['^0.2.1', ['0.2.1', '0.2.9'], ['0.2.0', '0.3.0', '1.0.0']],
  ['^0.0.3', ['0.0.3'], ['0.0.4']],
  ['^1', ['1.0.0', '1.7.0'], ['0.9.0', '2.0.0']],
  ['~1.2.3', ['1.2.3', '1.2.9'], ['1.3.0', '1.2.2']],
  ['~1', ['1.0.0', '1.9.0'], ['2.0.0']],
  ['1.2.3', ['1.2.3', '1.2.3-beta.1'], ['1.2.4']],
  ['=1.2', ['1.2.0', '1.2.9'], ['1.3.0']],
  ['1.x', ['1.0.0', '1.9.0'], ['2.0.0']],
  ['>=1.0.0 <2.0.0', ['1.0.0', '1.9.9'], ['0.9.9', '2.0.0']],
  ['>1.2', ['1.3.0'], ['1.2.9']],
  ['<=1.2', ['1.2.9'], ['1.3.0']],
  ['1.0.0 || ^3.0.0', ['1.0.0', '3.1.0'], ['2.0.0']],
  ['1 or so', [], ['1.0.0']],
]

it.each(cases)('%s', (range, inside, outside) => {
  expect(inside.filter((version) => !isInRange(version, range))).toEqual([])
  expect(outside.filter((version) => isInRange(version, range))).toEqual([])
})

it('holds no version that cannot be read', () => {
  expect(isInRange('latest', '^1.0.0')).toBe(false)
})
