import type { Definition, Transition } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'
import { isWithin, leaves } from '../state-graph.ts'

/** A key of a transition that does nothing where it stands. */
export const idleKey = defineRule('lint/idle-key', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    for (const move of state.transitions) {
      for (const key of idleKeys(definition, move)) {
        const at = { place: move.keys?.get(key) ?? move.place, usedAt: state.usedAt }
        report({ key, state: state.key || definition.id }, at)
      }
    }
  }
})

function idleKeys(definition: Definition, move: Transition): readonly string[] {
  const { kind } = move.trigger
  const isEnding = kind === 'ending' || kind === 'done' || kind === 'rhythm-ending'
  return [
    // Nobody is asked who ends a task: its role and claim say so.
    ...(move.by && kind !== 'event' ? ['by'] : []),
    ...(move.stay && !isEnding ? ['stay'] : []),
    ...(move.leave && !leavesChildren(definition, move) ? ['leave'] : []),
    ...(move.odds !== undefined && kind !== 'event' ? ['odds'] : []),
    ...(escalates(move) && !hasTask(definition, move.source) ? ['escalate'] : []),
  ]
}

function leavesChildren(definition: Definition, move: Transition): boolean {
  return [...definition.states.values()].some(
    ({ path, work }) => work?.kind === 'children' && isWithin(path, move.source) && leaves(definition, move, path),
  )
}

function escalates({ operations }: Transition): boolean {
  return operations.some(({ kind }) => kind === 'escalate')
}

function hasTask(definition: Definition, source: string): boolean {
  return [...definition.states.values()].some(
    ({ path, work, rhythms }) =>
      isWithin(path, source) && (work?.kind === 'task' || rhythms.some(({ task }) => task !== undefined)),
  )
}
