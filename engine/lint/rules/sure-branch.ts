import type { Transition } from '../../definition/definition.ts'
import { movesByEnding, standsAloneBeside } from '../endings.ts'
import { defineRule } from '../rule.ts'

/** All guards of an ending may be false: the work would be over and nothing would follow. */
export const sureBranch = defineRule('lint/sure-branch', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    if (standsAloneBeside(definition, state)) continue
    for (const [ending, moves] of movesByEnding(state)) {
      const last = moves.at(-1)
      if (last && !isSure(moves)) report({ state: state.key, ending }, { place: last.place, usedAt: state.usedAt })
    }
  }
})

/** One has no guard, or two guards say the opposite of each other. */
function isSure(moves: readonly Transition[]): boolean {
  const guards = moves.map(({ guard }) => guard?.text.replaceAll(/\s/g, '') ?? 'true')
  return guards.some((guard) => guard === 'true' || guards.includes(`!(${guard})`) || guards.includes(`!${guard}`))
}
