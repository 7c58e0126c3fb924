/** Tables of documents for one rule: what it must find in each, and where. */
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../engine/calendar/calendar.ts'
import { lintDefinition } from '../../engine/lint/lint-definition.ts'
import type { LintEnvironment, Rule } from '../../engine/lint/rule.ts'
import { definitionOf, inShort } from './lint-text.ts'

/** A process whose `initial` is `a`, from line 5 on, and the places of what must be found in it. */
export interface Case {
  readonly name: string
  readonly text: string
  readonly found: readonly string[]
  readonly environment?: Partial<LintEnvironment>
  /** Values that must stand in the blanks of the first finding. */
  readonly blanks?: Readonly<Record<string, unknown>>
}

const head = 'process: sample\nversion: 1.0.0\ntitle: { en: A, zh: 甲 }\ninitial: a\n'
export const end = '  z: { type: final }\n'
export const task = 'task: { role: r, due: 1 day, late: up }'

/** A map of states, each at the start of a line, and the end `z`. */
export function states(...lines: readonly string[]): string {
  return `states:\n${lines.map((line) => `  ${line}\n`).join('')}${end}`
}

/** Runs a rule over its table. */
export function judge(rule: Rule, table: readonly Case[]): void {
  describe(rule.code, () => {
    it.each(table)('$name', ({ text, found, blanks = {}, environment = {} }) => {
      const { processes } = environment
      const definition = definitionOf(head + text)
      // A project holds the process it is asked about.
      const project = processes ? { processes: new Map(processes).set('sample', definition) } : {}
      const problems = lintDefinition(definition, { languages: [], ...environment, ...project }, [rule])
      expect(problems.map(inShort)).toEqual(found)
      if (problems[0]) expect(problems[0].blanks).toMatchObject(blanks)
    })
  })
}

const office = [
  { from: 540, to: 720 },
  { from: 810, to: 1080 },
]

/** A week of five days, from nine to six with a long noon. */
export const calendar: Calendar = {
  id: 'office',
  zone: { id: 'UTC', offsets: [{ from: 0, minutes: 0 }] },
  week: [office, office, office, office, office, [], []],
  makeup: [],
  exceptions: {},
}
