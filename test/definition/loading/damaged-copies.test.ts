/**
 * Copies of the shipped definitions, each with one slip in it, judged in the project they belong to. A slip that leaves
 * the same JSON value (a reordered key, a quote that was not needed) is none and is not counted.
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Definition } from '../../../engine/definition/definition.ts'
import { readDefinition } from '../../../engine/definition/read-definition.ts'
import { checkExpanded, readDocuments } from '../../../engine/definition/read-documents.ts'
import { canonicalJson } from '../../../engine/journal/canonical-json.ts'
import { lintDefinition } from '../../../engine/lint/lint-definition.ts'
import type { LintEnvironment } from '../../../engine/lint/rule.ts'
import { holdersOf } from '../../../engine/people/directory.ts'
import { hintOf, sentenceOf } from '../../../engine/problem/fill-blanks.ts'
import type { Problem } from '../../../engine/problem/problem.ts'
import { loadProject } from '../../../engine/project/load-project.ts'
import { type Damaged, damages } from './damages.ts'

const folder = new URL('../../../workflows/', import.meta.url)
const loaded = loadProject(folder.pathname)
if (!loaded.ok) throw new Error('the shipped project is not sound')
const project = loaded.value
const ids = [...project.processes.keys()]
const texts = new Map(ids.map((id) => [id, readFileSync(new URL(`${id}.yaml`, folder), 'utf8')]))

const { directory, calendars, languages } = project
const roles = [...directory.roles.keys()]
const lintEnvironment: LintEnvironment = {
  languages,
  calendars,
  plugins: new Map(),
  answeredActions: new Set(),
  roles: new Set(roles),
  heldRoles: new Set(roles.filter((role) => holdersOf(directory, role).length > 0)),
}

/** The whole value of a text, whatever the order of its keys. */
function meaningOf(text: string): string {
  return canonicalJson(readDocuments('f', text).documents.map(({ plain }) => plain) as never)
}

const values = new Map([...texts].map(([id, text]) => [id, meaningOf(text)]))

/** The processes of the project, the damaged copy in the place of its own. */
function beside(damaged: Definition): ReadonlyMap<string, Definition> {
  return new Map(project.definitions).set(damaged.id, damaged)
}

/** What is told of a damaged copy; undefined where nothing was damaged. */
function judge(id: string, text: string): readonly Problem[] | undefined {
  const { documents, problems } = readDocuments(id, text)
  if (problems.length > 0) return problems
  if (meaningOf(text) === values.get(id)) return undefined
  const environment = project.processes.get(id)?.environment
  const [document] = documents
  if (!environment || !document) return []
  const read = readDefinition(document.node, environment, checkExpanded)
  if (!read.definition) return read.problems
  return [
    ...read.problems,
    ...lintDefinition(read.definition, { ...lintEnvironment, processes: beside(read.definition) }),
  ]
}

/** Whether a problem stands on a damaged line, or names the line or what was damaged in it. */
function leadsTo(found: Problem, { lines, names }: Damaged): boolean {
  const told = sentenceOf(found, 'en') + hintOf(found, 'en')
  const stands = [found.place, found.usedAt].some((place) => place !== undefined && lines.includes(place.line))
  return (
    stands ||
    lines.some((line) => told.includes(`line ${line} `)) ||
    names.some((name) => name.length > 1 && told.includes(name))
  )
}

const slip = fc.record({
  kind: fc.constantFrom(...Object.keys(damages)),
  // The longest takes most of the time.
  id: fc.oneof(...ids.map((id) => ({ arbitrary: fc.constant(id), weight: id.startsWith('twelve') ? 1 : 4 }))),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  pick: fc.nat(99),
})

/** The first line from a place on that the slip fits. */
function damage({ kind, id, at, pick }: { kind: string; id: string; at: number; pick: number }): Damaged | undefined {
  const lines = (texts.get(id) ?? '').split('\n')
  const start = Math.floor(at * lines.length)
  for (let step = 0; step < lines.length; step += 1) {
    const damaged = damages[kind]?.(lines, (start + step) % lines.length, pick)
    if (damaged) return damaged
  }
  return undefined
}

it('a damaged copy is never clean, and the first problem leads to the damage in 95 of 100', {
  timeout: 180_000,
}, () => {
  let led = 0
  const misled: string[] = []
  const counted = new Set<string>()
  fc.assert(
    fc.property(slip, (chosen) => {
      const damaged = damage(chosen)
      const problems = damaged && judge(chosen.id, damaged.text)
      if (!damaged || !problems) return
      const [first] = problems
      if (!first) throw new Error(`clean: ${chosen.kind} in ${chosen.id}, lines ${damaged.lines.join()}`)
      expect(JSON.stringify(problems)).not.toMatch(/TypeError|undefined is not|not a function/)
      counted.add(chosen.kind)
      if (leadsTo(first, damaged)) led += 1
      else
        misled.push(`${chosen.kind} in ${chosen.id}, lines ${damaged.lines.join()}: ${first.place?.line} ${first.code}`)
    }),
    { numRuns: 220, seed: 20_260_105 },
  )
  expect([...counted].sort()).toEqual(Object.keys(damages).sort())
  expect(led + misled.length).toBeGreaterThan(180)
  expect(led / (led + misled.length), misled.join('\n')).toBeGreaterThanOrEqual(0.95)
})
