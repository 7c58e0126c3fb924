import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lintDefinition } from '../../../engine/lint/lint-definition.ts'
import { loadShipped, loadText, shippedTexts } from './load-text.ts'

const { reading } = loadShipped()
const texts = [...shippedTexts.values()]

/** What a slip of the editor does to a line or to a word. */
type Damage = (line: string, word: string) => string
const damages: readonly Damage[] = [
  () => '',
  (line, word) => line.replace(word, `${word}x`),
  (line, word) => line.replace(word, ''),
  (line, word) => line.replace(word, '$id'),
  (line, word) => line.replace(word, 'done'),
  (line, word) => line.replace(word, '[]'),
  (line, word) => line.replace(word, '{}'),
  (line, word) => line.replace(word, '7'),
  (line) => `  ${line}`,
]

const slip = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), word: fc.nat(9), damage: fc.nat(8) })

function damaged(text: string, slips: readonly { at: number; word: number; damage: number }[]): string {
  const lines = text.split('\n')
  for (const { at, word, damage } of slips) {
    const index = Math.floor(at * lines.length)
    const line = lines[index] ?? ''
    const words = line.match(/[$\w.-]+/g) ?? ['']
    lines[index] = damages[damage]?.(line, words[word % words.length] ?? '') ?? line
  }
  return lines.join('\n')
}

it('a damaged definition gives problems or a definition, and never an exception', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: texts.length - 1 }),
      fc.array(slip, { minLength: 1, maxLength: 3 }),
      (index, slips) => {
        const { definition, problems } = loadText(damaged(texts[index] ?? '', slips), reading)
        expect(definition !== undefined || problems.length > 0).toBe(true)
        for (const { code, blanks } of problems) {
          expect(code).toMatch(/^(definition|expression)\//)
          expect(JSON.stringify(blanks)).not.toMatch(/TypeError|undefined is not|not a function/)
        }
        const found = definition ? lintDefinition(definition, { languages: ['en', 'zh'], roles: new Set() }) : []
        expect(found.filter(({ code }) => code === 'lint/rule-failed')).toEqual([])
      },
    ),
    { numRuns: 60, seed: 7 },
  )
})
