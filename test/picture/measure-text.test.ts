import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, textWidth } from '../../engine/picture/measure-text.ts'

describe('measure text', () => {
  it('takes a Chinese character for an em and a Latin one for less', () => {
    expect(textWidth('客户', 100)).toBeGreaterThanOrEqual(200)
    expect(textWidth('客户', 100)).toBeLessThan(210)
    expect(textWidth('il', 100)).toBeLessThan(textWidth('mw', 100))
  })

  it.each([
    ['Latin between words', 'one two three', 66, ['one two', 'three']],
    ['Chinese between characters', '客户战略', 33, ['客户', '战略']],
    ['not before a mark', '客户、战略', 37, ['客', '户、', '战略']],
    ['a word longer than a line', 'abcdefgh', 30, ['abc', 'def', 'gh']],
    ['nothing', '', 30, ['']],
  ] as const)('breaks %s', (_, text, width, lines) => {
    expect(breakLines(text, 16, width)).toEqual(lines)
  })

  it('keeps every character but blanks, in lines that fit', () => {
    const words = fc.array(fc.constantFrom('one', 'longer', '客户', '、', '战', ' ', '（', '9', 'x.y'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 300 }), (parts, width) => {
        const text = parts.join('')
        const lines = breakLines(text, 16, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
