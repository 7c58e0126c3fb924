/** The guards of transitions as conditions. */
import type { Definition, Transition } from '../definition/definition.ts'
import { partsOf, pathOf } from '../expression/parts-of.ts'
import { alternativesOf } from './alternatives.ts'
import type { Condition } from './contradiction.ts'
import { typeOfPath } from './type-of-path.ts'

/** That the guard of a transition holds, or does not; where there is none, it always does. */
export function guardOf(definition: Definition, { guard, source, trigger }: Transition, holds: boolean): Condition {
  if (!guard?.syntax) return holds ? [[]] : []
  const state = definition.states.get(source)
  return alternativesOf(guard.syntax, holds, (node) => {
    const path = pathOf(node)
    return path && state && typeOfPath(definition, state, trigger, path)
  })
}

/** Transitions of a state that the same happening may lead to, in the order they are tried, by what it is. */
export function movesByTrigger(moves: readonly Transition[]): readonly (readonly Transition[])[] {
  const found = new Map<string, Transition[]>()
  for (const move of moves) {
    const { trigger } = move
    // Two moments are two happenings, whatever they hold.
    const key = JSON.stringify([trigger.kind, ...Object.values(trigger).filter((part) => typeof part === 'string')])
    found.set(key, [...(found.get(key) ?? []), move])
  }
  return [...found.values()]
}

/** Whether a guard in a template holds a `true` or `false` that an argument may have put there. */
export function isGiven({ states }: Definition, { source, guard }: Transition): boolean {
  if (!guard?.syntax || !states.get(source)?.usedAt) return false
  return [...partsOf(guard.syntax)].some((part) => part.kind === 'literal' && typeof part.value === 'boolean')
}
