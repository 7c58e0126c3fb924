import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { interfaceOf, type ProcessInterface, readDefinition } from '../../engine/definition/read-definition.ts'
import { checkExpanded, readDocuments } from '../../engine/definition/read-documents.ts'
import { rules } from '../../engine/lint/rules/index.ts'

const text = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8')
const examples = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, body]) => body ?? '')

/** A part of a process made whole. */
function whole(example: string): string {
  if (/^(process|template|calendar|organisation|project):/.test(example)) return example
  const head = 'process: sample\nversion: 1.0.0\ntitle: { en: Sample, zh: 示例 }\n'
  const states = /^states:/m.test(example) ? '' : 'initial: only\nstates: { only: { type: final } }\n'
  return head + example + states
}

describe('examples of docs/language.md', () => {
  it('are there, one for most sections', () => {
    expect(examples.length).toBeGreaterThanOrEqual(8)
  })

  it.each(examples.map((example, index) => [index + 1, example] as const))('example %i loads', (_index, example) => {
    const { documents, problems } = readDocuments('example.yaml', whole(example))
    expect(problems).toEqual([])
    const processes = new Map<string, ProcessInterface>()
    const templates = Object.fromEntries(
      documents.filter(({ kind }) => kind === 'template').map((document) => [document.id, document]),
    )
    for (const { kind, node } of documents) {
      if (kind !== 'process') continue
      const environment = { languages: ['en', 'zh'], locale: 'en', processes, actions: new Map(), templates } as const
      const read = readDefinition(node, environment, checkExpanded)
      expect(read.problems).toEqual([])
      if (read.definition) processes.set(read.definition.id, interfaceOf(read.definition))
    }
  })
})

it('names every rule of lint', () => {
  expect(rules.map(({ code }) => code).filter((code) => !text.includes(`\`${code}\``))).toEqual([])
})

it('names no rule that there is not', () => {
  const known = rules.map(({ code }) => String(code))
  const named = [...text.matchAll(/`(lint\/[a-z-]+)`/g)].map(([, code]) => code ?? '')
  expect(named.filter((code) => !known.includes(code))).toEqual([])
})
