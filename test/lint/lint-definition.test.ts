import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintDefinition } from '../../engine/lint/lint-definition.ts'
import { defineRule } from '../../engine/lint/rule.ts'
import { rules } from '../../engine/lint/rules/index.ts'
import { loadShipped } from '../definition/loading/load-text.ts'
import { calendar } from './judge-rule.ts'

const { definitions } = loadShipped()

describe('lintDefinition', () => {
  it.each(definitions.map((definition) => [definition.id, definition] as const))('%s is clean', (_id, definition) => {
    const found = lintDefinition(definition, {
      languages: ['en', 'zh'],
      calendars: new Map([['cn-office', calendar]]),
      processes: new Map(definitions.map((other) => [other.id, other])),
      plugins: new Map(),
      answeredActions: new Set(),
    })
    expect(found).toEqual([])
  })

  it('tells a rule that throws as a problem, and goes on', () => {
    const [definition] = definitions
    if (!definition) throw new Error('no definition')
    const broken = defineRule('lint/no-way-out', () => {
      throw new Error('oops')
    })
    const found = defineRule('lint/no-deadline', (_definition, _environment, report) =>
      report({ state: 'a' }, definition),
    )
    const problems = lintDefinition(definition, { languages: [] }, [broken, found])
    expect(problems.map(({ code }) => code)).toEqual(['lint/rule-failed', 'lint/no-deadline'])
    expect(problems[0]?.blanks).toEqual({ rule: 'lint/no-way-out', detail: 'oops' })
  })

  it('has a file, a code and a table of tests for each rule', () => {
    const codes = rules.map(({ code }) => code.replace('lint/', '')).sort()
    const files = (folder: string, ending: string) =>
      readdirSync(new URL(folder, import.meta.url))
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, -ending.length))
        .sort()
    expect(new Set(codes).size).toBe(codes.length)
    expect(files('../../engine/lint/rules', '.ts').filter((name) => name !== 'index')).toEqual(codes)
    expect(files('rules', '.test.ts')).toEqual(codes)
  })
})
