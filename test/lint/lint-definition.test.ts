import { describe, expect, it } from 'vitest'
import { lintDefinition } from '../../engine/lint/lint-definition.ts'
import { defineRule } from '../../engine/lint/rule.ts'
import { eventsSentBy } from '../../engine/lint/sent-events.ts'
import { loadShipped } from '../definition/loading/load-text.ts'

const { definitions } = loadShipped()

describe('lintDefinition', () => {
  it.each(definitions.map((definition) => [definition.id, definition] as const))('%s is clean', (_id, definition) => {
    const found = lintDefinition(definition, {
      languages: ['en', 'zh'],
      calendars: new Set(['cn-office']),
      sentEvents: new Set(definitions.flatMap((other) => [...eventsSentBy(other)])),
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
})
