import { contradict } from '../contradiction.ts'
import { guardOf, isGiven } from '../guards.ts'
import { defineRule } from '../rule.ts'

/** A guard that contradicts itself, such as `x > 5 && x < 3`. */
export const guardNeverHolds = defineRule('lint/guard-never-holds', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    for (const move of state.transitions) {
      if (isGiven(definition, move) || !contradict([guardOf(definition, move, true)])) continue
      report(
        { state: state.key, guard: move.guard?.text ?? '' },
        { place: move.guard?.place ?? move.place, usedAt: state.usedAt },
      )
    }
  }
})
