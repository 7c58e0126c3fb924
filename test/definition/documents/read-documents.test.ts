import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandTemplates } from '../../../engine/definition/expand-templates.ts'
import { checkExpanded, readDocuments } from '../../../engine/definition/read-documents.ts'

const root = new URL('../../../', import.meta.url)
const shared = new URL('../shared/examples/', root)
const first = ['sales-opportunity', 'pilot-change', 'strategy-cycle', 'twelve-step-transformation']

const sample = `process: sale
version: 1.0.0
title: { en: Sale, zh: 销售 }
templates:
  stage: { with: { waits: text }, data: { hours?: number }, waits: $waits, on: { NEXT: won } }
events: { NEXT: { by: [salesperson] } }
initial: a
states:
  a: { use: stage, with: { waits: { en: it, zh: 它 } }, title: { en: A, zh: 甲 } }
  won: { type: final }
`

describe('documents that are sound', () => {
  it.skipIf(!existsSync(shared)).each(first)('the example %s', (name) => {
    const file = `${name}.yaml`
    const { documents, problems } = readDocuments(file, readFileSync(new URL(file, shared)))
    expect(problems).toEqual([])
    expect(documents.map(({ kind, id }) => `${kind} ${id}`)).toEqual([`process ${name}`])
    expect(documents.flatMap(({ node }) => checkExpanded(expandTemplates(node).node))).toEqual([])
  })

  const workflows = new URL('workflows/', root)
  const files = readdirSync(workflows, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
  it.each(files)('workflows/%s', (file) => {
    expect(readDocuments(file, readFileSync(new URL(file, workflows))).problems).toEqual([])
  })

  it('ten thousand lines', () => {
    const state = (n: number) =>
      `  s${n}:\n    task: { role: a, form: { x: text }, due: 1 day }\n    on:\n      done: [ { guard: "x > 1", target: s1 }, { target: s2 } ]`
    const states = Array.from({ length: 2500 }, (_, n) => state(n)).join('\n')
    const { documents, problems } = readDocuments(
      'f',
      `process: a\nversion: 1.0.0\ntitle: { en: A }\ninitial: s1\nstates:\n${states}\n`,
    )
    expect(problems).toEqual([])
    expect(documents).toHaveLength(1)
  })
})

describe('a process after expansion', () => {
  it('may carry what its templates gave it', () => {
    const [document] = readDocuments('f', sample).documents
    expect(document && checkExpanded(expandTemplates(document.node).node)).toEqual([])
  })

  it('is refused with templates in it', () => {
    const [document] = readDocuments('f', sample).documents
    const codes = (document ? checkExpanded(document.node) : []).map(
      ({ code, blanks }) => `${code} ${String(blanks.key)}`,
    )
    expect(codes).toContain('definition/unknown-key templates')
    expect(codes).toContain('definition/unknown-key use')
  })
})

describe('damage', () => {
  const damage = fc.record({
    at: fc.nat(sample.length),
    cut: fc.nat(6),
    put: fc.string({ unit: 'binary', maxLength: 4 }),
  })
  it('never makes the reader throw, and every problem has a place', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (hits) => {
        const text = hits.reduce((kept, { at, cut, put }) => kept.slice(0, at) + put + kept.slice(at + cut), sample)
        for (const { place } of readDocuments('f', text).problems) expect(place?.line).toBeGreaterThan(0)
      }),
      { numRuns: 400 },
    )
  })
  it('of signs that mean something to YAML neither', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'{}[],:&*!|>\'"%@`#-?~<$ \n\tax1'), maxLength: 60 })
    fc.assert(
      fc.property(signs, (text) => {
        expect(Array.isArray(readDocuments('f', text).problems)).toBe(true)
        expect(Array.isArray(readDocuments('f', `${sample}${text}`).problems)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
  it('of bytes neither', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(Array.isArray(readDocuments('f', bytes).problems)).toBe(true)
      }),
    )
  })
})

it('decodes as the platform does', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      let valid = true
      try {
        strict.decode(bytes)
      } catch {
        valid = false
      }
      const codes = readDocuments('f', bytes).problems.map(({ code }) => code)
      expect(codes.includes('definition/bad-encoding')).toBe(!valid)
    }),
    { numRuns: 2000 },
  )
})
