import type { Definition, Transition } from '../../definition/definition.ts'
import { contradict } from '../contradiction.ts'
import { guardOf, movesByTrigger } from '../guards.ts'
import { defineRule } from '../rule.ts'

/**
 * Two guards of one number that both hold for some of its values, neither of them only where the other does. One range
 * inside another is a way to choose and not told, nor are guards of different things.
 */
export const guardsOverlap = defineRule('lint/guards-overlap', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    for (const moves of movesByTrigger(state.transitions)) {
      for (const [index, move] of moves.entries()) {
        const other = moves.slice(0, index).find((before) => overlap(definition, before, move))
        if (!other?.guard || !move.guard) continue
        const at = { place: move.guard.place ?? move.place, usedAt: state.usedAt }
        report({ state: state.key, guard: move.guard.text, other: other.guard.text }, at)
      }
    }
  }
})

function overlap(definition: Definition, a: Transition, b: Transition): boolean {
  const number = numberOf(definition, a)
  if (number === undefined || number !== numberOf(definition, b)) return false
  const [aHolds, aFails] = [guardOf(definition, a, true), guardOf(definition, a, false)]
  const [bHolds, bFails] = [guardOf(definition, b, true), guardOf(definition, b, false)]
  return !contradict([aHolds, bHolds]) && !contradict([aHolds, bFails]) && !contradict([aFails, bHolds])
}

/** The one term that a guard compares with constant numbers, if it does nothing else. */
function numberOf(definition: Definition, move: Transition): string | undefined {
  const claims = guardOf(definition, move, true)?.flat()
  const [first] = claims ?? []
  const isOne = claims?.every(({ kind, term }) => kind === 'number' && term === first?.term)
  return isOne ? first?.term : undefined
}
