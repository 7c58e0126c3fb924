import type { Definition, State, Transition } from '../../definition/definition.ts'
import { type Condition, contradict } from '../contradiction.ts'
import { guardOf } from '../guards.ts'
import { defineRule } from '../rule.ts'
import { isWithin } from '../state-graph.ts'

/** One event that two regions of a parallel may take at once, unless their guards exclude each other. */
export const eventInTwoRegions = defineRule('lint/event-in-two-regions', (definition, _environment, report) => {
  for (const parallel of definition.states.values()) {
    if (parallel.kind !== 'parallel') continue
    const told = new Set<string>()
    const regions = parallel.children.map((region) => movesWithin(definition, region))
    for (const [index, taking] of regions.entries()) {
      for (const other of regions.slice(0, index).flat()) {
        const clash = taking.find((one) => !told.has(one.event) && clashes(other, one))
        if (!clash) continue
        told.add(clash.event)
        const { state, move, event } = clash
        const blanks = { event, state: state.key, other: other.state.key, parallel: parallel.key }
        report(blanks, { place: move.place, usedAt: state.usedAt })
      }
    }
  }
})

interface Taking {
  readonly state: State
  readonly move: Transition
  readonly event: string
  readonly guard: Condition
}

function movesWithin(definition: Definition, region: string): readonly Taking[] {
  return [...definition.states.values()]
    .filter(({ path }) => isWithin(path, region))
    .flatMap((state) =>
      state.transitions.flatMap((move) =>
        move.trigger.kind === 'event'
          ? [{ state, move, event: move.trigger.event, guard: guardOf(definition, move, true) }]
          : [],
      ),
    )
}

function clashes(a: Taking, b: Taking): boolean {
  return a.event === b.event && !contradict([a.guard, b.guard])
}
