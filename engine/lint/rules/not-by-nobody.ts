import type { Definition } from '../../definition/definition.ts'
import { peopleWork } from '../people-work.ts'
import { defineRule } from '../rule.ts'
import { isWithin } from '../state-graph.ts'

/** `notBy` names a state in which nobody does anything: it would keep nobody from voting. */
export const notByNobody = defineRule('lint/not-by-nobody', (definition, _environment, report) => {
  for (const { state, work } of peopleWork(definition)) {
    if (work.kind !== 'approval') continue
    for (const path of work.notBy) {
      if (hasDoers(definition, path)) continue
      const blanks = { state: state.key, other: definition.states.get(path)?.key ?? path }
      report(blanks, { place: work.keys?.get('notBy') ?? work.place, usedAt: state.usedAt })
    }
  }
})

function hasDoers(definition: Definition, path: string): boolean {
  return peopleWork(definition).some(({ state }) => isWithin(state.path, path))
}
