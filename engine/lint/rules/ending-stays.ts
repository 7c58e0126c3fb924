import { movesByEnding, standsAloneBeside } from '../endings.ts'
import { defineRule } from '../rule.ts'

/** Work ends, the state stays where it is, and nobody said that this is meant: `stay: true`. */
export const endingStays = defineRule('lint/ending-stays', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    if (!state.work || standsAloneBeside(definition, state)) continue
    for (const [ending, moves] of movesByEnding(state)) {
      for (const { target, stay, place } of moves) {
        if (target === undefined && !stay) report({ state: state.key, ending }, { place, usedAt: state.usedAt })
      }
    }
  }
})
