import type { Definition, State, Transition } from '../../definition/definition.ts'
import { firstReads } from '../first-reads.ts'
import { fillersOf, reachedWithout } from '../reached-without.ts'
import { defineRule } from '../rule.ts'
import { mayBeActiveTogether, movesFrom } from '../state-graph.ts'

/** A state reads what only the form of a task fills in, and a way leads to it around that task. */
export const bypassedStep = defineRule('lint/bypassed-step', (definition, _environment, report) => {
  const movesOf = remembered((path: string): readonly Transition[] => movesFrom(definition, path))
  const fillers = new Map<string, readonly State[]>()
  const reached = new Map<string, ReadonlySet<string>>()
  for (const state of definition.states.values()) {
    for (const { field, place } of firstReads(definition, state)) {
      const steps = fillers.get(field.path) ?? fillersOf(definition, field)
      fillers.set(field.path, steps)
      const [step] = steps
      if (!step || steps.some((filler) => isTogether(definition, filler, state))) continue
      const ways = reached.get(field.path) ?? reachedWithout(definition, field, steps, movesOf)
      reached.set(field.path, ways)
      const at = { place: place ?? state.place, usedAt: state.usedAt }
      if (ways.has(state.path)) report({ state: state.key, field: field.name, step: step.key }, at)
    }
  }
})

/** What stands beside the flow, in another region or around happens when it happens: nothing can be shown. */
function isTogether(definition: Definition, filler: State, reader: State): boolean {
  const isBeside = filler.path.startsWith('~') || reader.path.startsWith('~')
  return isBeside || mayBeActiveTogether(definition, filler.path, reader.path)
}

function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? work(key)
    known.set(key, value)
    return value
  }
}
