import { describe, expect, it } from 'vitest'
import { problem } from '../../engine/problem/catalog.ts'
import { displayWidth } from '../../engine/problem/display-width.ts'
import { EngineError, isEngineError } from '../../engine/problem/engine-error.ts'
import { hintOf, sentenceOf } from '../../engine/problem/fill-blanks.ts'
import { formatProblem } from '../../engine/problem/format-problem.ts'

const unknown = (near?: string) => {
  const blanks = { key: 'titel', where: { en: 'a state', zh: '状态' }, near, known: ['title', 'task'] }
  return problem('definition/unknown-key', blanks, { place: { file: 'a.yaml', line: 2, column: 7, endColumn: 12 } })
}
const sources = new Map([['a.yaml', '状态:\n  中文, titel: x\n']])

describe('formatProblem', () => {
  it('shows place, code, sentence, the lines, the near name', () => {
    expect(formatProblem(unknown('title'), 'en', sources)).toBe(
      [
        'a.yaml:2:7 definition/unknown-key `titel` is not a key of a state.',
        '  1 | 状态:',
        '  2 |   中文, titel: x',
        '    |         ^^^^^',
        '  hint: Did you mean `title`? Keys here: title, task.',
      ].join('\n'),
    )
  })

  it('speaks Chinese', () => {
    expect(formatProblem(unknown(), 'zh')).toBe(
      'a.yaml:2:7 definition/unknown-key `titel` 不是状态的键。\n  提示：此处可用的键：title、task。',
    )
  })

  it('shows where a template was used, and the reasons indented', () => {
    const reason = problem('definition/empty-document', {})
    const whole = { ...unknown(), usedAt: { file: 'b.yaml', line: 9, column: 3 }, reasons: [reason] }
    expect(formatProblem(whole, 'en').split('\n')).toEqual([
      'a.yaml:2:7 definition/unknown-key `titel` is not a key of a state.',
      '  used at b.yaml:9:3',
      '  hint: Keys here: title, task.',
      '  definition/empty-document The document is empty.',
      '    hint: Write a document, or delete the file or the `---`.',
    ])
  })
})

describe('blanks', () => {
  it('a text falls back to the other language', () => {
    const blanks = { key: 'x', where: { zh: '状态' }, known: [] }
    expect(sentenceOf(problem('definition/unknown-key', blanks), 'en')).toBe('`x` is not a key of 状态.')
  })
  it('a bracketed stretch falls out without its blank', () => {
    expect(hintOf(unknown(), 'en')).toBe('Keys here: title, task.')
    expect(hintOf(unknown('title'), 'en')).toBe('Did you mean `title`? Keys here: title, task.')
  })
  it('what fills a blank is not read as a blank itself', () => {
    const text = problem('definition/quote-it', { text: '{why} [{why}]', why: 'so' })
    expect(sentenceOf(text, 'en')).toBe('YAML does not read `{why} [{why}]` as one value: so.')
  })
})

it.each([
  ['abc', 3],
  ['中文', 4],
  ['a，b', 4],
  ['e\u0301', 1],
  ['𠀀', 2],
  ['😀', 2],
])('the width of %s is %i', (text, width) => expect(displayWidth(text)).toBe(width))

it('the thrown form is known by its problem', () => {
  const error = new EngineError(unknown())
  expect(isEngineError(error)).toBe(true)
  expect(isEngineError(Object.assign(new Error('x'), { name: 'EngineError', problem: unknown() }))).toBe(true)
  expect(isEngineError(new Error('x'))).toBe(false)
  expect(error.message).toBe('definition/unknown-key: `titel` is not a key of a state.')
})
