import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Definition } from '../../engine/definition/definition.ts'
import { packDefinition, unpackDefinition } from '../../engine/definition/pack-definition.ts'
import { compileMachine } from '../../engine/machine/compile-machine.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { RehearsalProject } from '../../engine/rehearsal/world.ts'
import { crew } from '../conformance/crew-plugin.ts'
import { filmOf, shipped, workflows } from '../rehearsal/sample-project.ts'

function again(definition: Definition): Definition {
  return unpackDefinition(JSON.parse(JSON.stringify(packDefinition(definition))), definition.expanded)
}

/** What lint alone reads is not packed. */
const ofLint = new Set(['written', 'keys'])
const ofLintInExpressions = new Set(['place', 'usedAt', 'syntax', 'condition'])

/** Everything but that and the functions, which are made anew. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return plain([...value])
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const left = 'evaluate' in value ? ofLintInExpressions : ofLint
  const entries = Object.entries(value).filter(
    ([key, inner]) => inner !== undefined && typeof inner !== 'function' && !left.has(key),
  )
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]))
}

const loaded = loadProject(join(import.meta.dirname, '../conformance/processes'), [crew])
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))

describe('a definition packed as JSON and unpacked', () => {
  it.each([...shipped.map((id) => workflows.definition(id)), ...loaded.value.definitions.values()])(
    'is the same: $id',
    (definition) => {
      expect(plain(again(definition))).toEqual(plain(definition))
    },
  )

  it('has expressions that work: a year is filmed alike', () => {
    const kept: RehearsalProject = {
      ...workflows,
      running: (id) => {
        const running = workflows.running(id)
        return running && { ...running, machine: compileMachine(again(running.machine.definition)) }
      },
    }
    for (const process of shipped) expect(filmOf(kept, process)).toEqual(filmOf(workflows, process))
  })

  it('tells types, scopes and files once', () => {
    const definition = workflows.definition('twelve-step-transformation')
    const { types, scopes, files } = packDefinition(definition)
    expect(files).toHaveLength(1)
    for (const table of [types, scopes])
      expect(new Set(table.map((each) => JSON.stringify(each))).size).toBe(table.length)
  })
})
