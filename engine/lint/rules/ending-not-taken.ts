import { endingsOf, movesByEnding, standsAloneBeside } from '../endings.ts'
import { defineRule } from '../rule.ts'

/** Work may end in a way that no transition takes, such as an approval without `rejected`. */
export const endingNotTaken = defineRule('lint/ending-not-taken', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    if (!state.work || standsAloneBeside(definition, state)) continue
    const taken = movesByEnding(state)
    for (const ending of endingsOf(state)) {
      if (!taken.has(ending)) report({ state: state.key, ending }, { place: state.work.place, usedAt: state.usedAt })
    }
  }
})
