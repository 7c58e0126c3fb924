import type { Definition, Transition } from '../../definition/definition.ts'
import { contradict } from '../contradiction.ts'
import { guardOf, isGiven, movesByTrigger } from '../guards.ts'
import { defineRule } from '../rule.ts'

/** A move that those before it always forestall: one without a guard, or guards that hold wherever its own does. */
export const moveNeverTaken = defineRule('lint/move-never-taken', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    for (const moves of movesByTrigger(state.transitions)) {
      for (const move of moves) {
        if (isForestalled(definition, move, moves.slice(0, moves.indexOf(move)))) {
          report({ state: state.key }, { place: move.place, usedAt: state.usedAt })
        }
      }
    }
  }
})

function isForestalled(definition: Definition, move: Transition, earlier: readonly Transition[]): boolean {
  // What a template was given decides once for its use; the moves of the other uses stand in the same text.
  const certain = earlier.filter((before) => !isGiven(definition, before))
  const own = guardOf(definition, move, true)
  const missed = certain.map((before) => guardOf(definition, before, false))
  return certain.length > 0 && !contradict([own]) && contradict([own, ...missed])
}
