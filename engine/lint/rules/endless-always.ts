import type { Definition, State, Transition } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'
import { withAncestors } from '../state-graph.ts'

/** States that move on without end the moment they are entered: a circle of `always` without guards. */
export const endlessAlways = defineRule('lint/endless-always', (definition, _environment, report) => {
  const told = new Set<string>()
  for (const state of definition.states.values()) {
    const circle = circleFrom(definition, state)
    const first = state.transitions.find(isAlways)
    if (!circle || !first || circle.some((path) => told.has(path))) continue
    for (const path of circle) told.add(path)
    report({ state: state.key }, { place: first.place, usedAt: state.usedAt })
  }
})

/** The states of the circle a state is in, if it surely moves on until it is back. */
function circleFrom(definition: Definition, start: State): readonly string[] | undefined {
  const circle: string[] = []
  for (let state: State | undefined = start; state && !circle.includes(state.path); ) {
    const move = sureMove(state)
    if (!move) return undefined
    circle.push(state.path)
    // Without a target nothing is left, and the same move is taken again.
    state = move.target === undefined ? state : moverIn(definition, move.target)
    if (state?.path === start.path) return circle
  }
  return undefined
}

/** The first `always`, where nothing can keep it from being taken. */
function sureMove(state: State): Transition | undefined {
  const first = state.transitions.find(isAlways)
  return first && (first.guard === undefined || first.guard.text.trim() === 'true') ? first : undefined
}

function isAlways({ trigger }: Transition): boolean {
  return trigger.kind === 'always'
}

/** The innermost state with an `always` once a target is entered; undefined where that cannot be known. */
function moverIn(definition: Definition, target: string): State | undefined {
  let entered = definition.states.get(target)
  while (entered?.kind === 'compound') {
    entered = entered.initial === undefined ? undefined : definition.states.get(entered.initial)
  }
  if (!entered || entered.kind === 'parallel' || entered.kind === 'history') return undefined
  return withAncestors(definition, entered.path).find(({ transitions }) => transitions.some(isAlways))
}
