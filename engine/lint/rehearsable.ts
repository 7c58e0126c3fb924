/** What a rehearsal needs of a definition: examples, estimates and odds, which mean nothing to anything else. */
import type { Definition, State, Transition } from '../definition/definition.ts'
import type { Field, Type } from '../expression/type.ts'

/** Whether a process is meant to be rehearsed: it says something that only rehearsals read. */
export function isForRehearsal({ states, written }: Definition): boolean {
  return (
    written.fields.some(({ field }) => field.example !== undefined) ||
    [...states.values()].some(
      ({ estimate, work, transitions }) =>
        estimate !== undefined ||
        ((work?.kind === 'task' || work?.kind === 'approval') && work.estimate !== undefined) ||
        transitions.some(({ odds }) => odds !== undefined),
    )
  )
}

/** Whether a rehearsal can fill a field in, or may leave it out; a record also of the examples inside. */
export function hasExample({ example, default: usual, optional, type }: Field): boolean {
  return example !== undefined || usual !== undefined || optional || isComposed(type)
}

function isComposed(type: Type): boolean {
  if (type.kind === 'list') return isComposed(type.item)
  return type.kind === 'record' && type.fields.every(hasExample)
}

/**
 * The transitions for whose events a rehearsal may send one while a state waits: its own by their odds, or its first
 * where none has odds; and those of the states around that have odds. What only processes send is none.
 */
export function sendableMoves(definition: Definition, state: State): readonly Transition[] {
  const own = eventMoves(state)
  const hasOdds = own.some(({ odds }) => odds !== undefined)
  const byPeople = own.filter((move) => isForPeople(definition, move))
  const chosen = hasOdds ? byPeople.filter(({ odds = 0 }) => odds > 0) : byPeople.slice(0, 1)
  const around: Transition[] = []
  for (let path = state.parent; path !== undefined; path = definition.states.get(path)?.parent) {
    const moves = eventMoves(definition.states.get(path))
    around.push(...moves.filter((move) => isForPeople(definition, move) && (move.odds ?? 0) > 0))
  }
  return [...chosen, ...around]
}

function eventMoves(state: State | undefined): readonly Transition[] {
  return state?.transitions.filter(({ trigger }) => trigger.kind === 'event') ?? []
}

function isForPeople({ events }: Definition, { trigger, by }: Transition): boolean {
  return trigger.kind === 'event' && (by ?? events[trigger.event]?.by ?? []).length > 0
}
