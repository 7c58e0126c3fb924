import { describe, expect, it } from 'vitest'
import type { CatalogEntry } from '../../engine/problem/catalog/entry.ts'
import { catalog, problem } from '../../engine/problem/catalog.ts'
import { blankNames } from '../../engine/problem/fill-blanks.ts'

const entries = Object.entries<CatalogEntry>(catalog)
const chinese = /\p{Script=Han}/u

describe('every code', () => {
  it.each(entries)('%s has sentence and hint in both languages, with the same blanks', (code, entry) => {
    expect(code).toMatch(
      /^(definition|expression|calendar|lint|step|journal|host|people|store|rehearsal|cli|doctor|picture)\/[a-z0-9]+(-[a-z0-9]+)*$/,
    )
    for (const text of [entry.sentence, entry.hint]) {
      expect(text.en).not.toMatch(chinese)
      expect(text.en.trim()).not.toBe('')
      // A text of the definition alone needs no words of ours.
      if (text.zh !== text.en || !/^\{\w+\}$/.test(text.en)) expect(text.zh).toMatch(chinese)
      expect(new Set(blankNames(text.zh))).toEqual(new Set(blankNames(text.en)))
    }
  })
})

it('a problem has the severity of the catalogue, and only the blanks that are given', () => {
  const place = { file: 'f', line: 1, column: 2 }
  const blanks = { key: 'a', where: { en: 'a state', zh: '状态' }, near: undefined, known: ['b'] }
  expect(problem('definition/unknown-key', blanks, { place })).toEqual({
    code: 'definition/unknown-key',
    severity: 'error',
    blanks: { key: 'a', where: { en: 'a state', zh: '状态' }, known: ['b'] },
    place,
  })
})
