import { contradict } from '../contradiction.ts'
import { movesByEnding, standsAloneBeside } from '../endings.ts'
import { guardOf } from '../guards.ts'
import { defineRule } from '../rule.ts'

/** All guards of an ending may be false: the work would be over and nothing would follow. */
export const sureBranch = defineRule('lint/sure-branch', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    if (standsAloneBeside(definition, state)) continue
    for (const [ending, moves] of movesByEnding(state)) {
      const last = moves.at(-1)
      const isSure = contradict(moves.map((move) => guardOf(definition, move, false)))
      if (last && !isSure) report({ state: state.key, ending }, { place: last.place, usedAt: state.usedAt })
    }
  }
})
