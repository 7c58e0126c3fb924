import { describe, expect, it } from 'vitest'
import { child, toPlain } from '../../../engine/definition/node.ts'
import { MAX_DEPTH } from '../../../engine/definition/node-extents.ts'
import { parseYaml } from '../../../engine/definition/parse-yaml.ts'
import { MAX_BYTES } from '../../../engine/definition/source-text.ts'

function plain(text: string | Uint8Array): unknown[] {
  const { documents, problems } = parseYaml('f', text)
  expect(problems).toEqual([])
  return documents.map(toPlain)
}

function codes(text: string): string[] {
  return parseYaml('f', text).problems.map(({ code }) => code)
}

describe('values', () => {
  it.each<[string, unknown]>([
    ['a: yes', { a: 'yes' }],
    ['a: 2026-01-01', { a: '2026-01-01' }],
    ['a: 09:00', { a: '09:00' }],
    ['on: 1\ntrue: 2\n3: x', { on: 1, true: 2, '3': 'x' }],
    ['a: 1.50', { a: 1.5 }],
    ['a: "1.50"', { a: '1.50' }],
    ['a: true', { a: true }],
    ['a: &x [1, 2]\nb: *x', { a: [1, 2], b: [1, 2] }],
    ['a: |\n  b\n  c\n', { a: 'b\nc\n' }],
    ['\ufeffa: 1\r\nb:\r\n  - 2\r\n', { a: 1, b: [2] }],
  ])('%j', (text, value) => expect(plain(text)).toEqual([value]))

  it('reads bytes, and several documents', () => {
    expect(plain(new TextEncoder().encode('a: 中文𠀀\n---\nb: 1'))).toEqual([{ a: '中文𠀀' }, { b: 1 }])
  })
})

it('places count from 1, for values and keys', () => {
  const [document] = parseYaml('f', 'a:\n  中文: "x y"\n  b: [ 1 ]\n').documents
  const inner = child(document, 'a')
  expect(inner?.kind === 'map' && inner.entries.map(({ keyPlace }) => keyPlace)).toEqual([
    { file: 'f', line: 2, column: 3, endColumn: 5 },
    { file: 'f', line: 3, column: 3, endColumn: 4 },
  ])
  expect(child(inner, '中文')).toMatchObject({ style: 'double', place: { line: 2, column: 7, endColumn: 12 } })
  expect(child(inner, 'b')?.place).toEqual({ file: 'f', line: 3, column: 6, endColumn: 11 })
})

describe('hostile input gives a problem', () => {
  const bomb = ['a0: &a0 [1,1,1,1,1,1,1,1,1,1]']
  for (let level = 1; level < 30; level += 1) bomb.push(`a${level}: &a${level} [${Array(10).fill(`*a${level - 1}`)}]`)
  const chain = ['a0: &a0 [1]']
  for (let level = 1; level < 120; level += 1) chain.push(`a${level}: &a${level} [*a${level - 1}]`)
  it.each<[string, string, string]>([
    ['a bomb of aliases', bomb.join('\n'), 'definition/too-many-nodes'],
    ['nesting by aliases', chain.join('\n'), 'definition/too-deep'],
    ['an alias of itself', 'a: &x [ *x ]', 'definition/endless-alias'],
    ['brackets', '['.repeat(20_000), 'definition/too-deep'],
    ['dashes', '- '.repeat(20_000), 'definition/too-deep'],
    ['question marks', '? '.repeat(20_000), 'definition/too-deep'],
    ['size', 'a'.repeat(MAX_BYTES + 1), 'definition/too-large'],
    ['documents', '---\n'.repeat(3000), 'definition/too-many-documents'],
    ['tags', `[${'!a b, '.repeat(20_000)}]`, 'definition/quote-it'],
    ['cut values', `[${'f(, '.repeat(20_000)}]`, 'definition/quote-it'],
  ])('%s', (_, text, code) => expect(codes(text)[0]).toBe(code))

  it('allows the depth that is documented', () => {
    expect(codes('['.repeat(MAX_DEPTH - 1) + ']'.repeat(MAX_DEPTH - 1))).toEqual([])
    expect(codes('['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1))).toEqual(['definition/too-deep'])
  })

  it('keeps no key that means something to JavaScript', () => {
    const { documents, problems } = parseYaml('f', '__proto__: { polluted: true }\nprototype: 1\na: 1')
    expect(documents.map(toPlain)).toEqual([{ a: 1 }])
    expect(problems.map(({ code }) => code)).toEqual(['definition/forbidden-key', 'definition/forbidden-key'])
  })
})

it('tells of a text the parser stumbles over only the first stumble', () => {
  expect(codes('a: [b\nc: d]]\ne: }\n')).toHaveLength(1)
})
