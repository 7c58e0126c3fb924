/** How the work of a state ends, and what the definition says about each ending. */
import type { Definition, State, Transition } from '../definition/definition.ts'
import { workEndings } from '../definition/work-endings.ts'

/** The endings of a state's work that something must follow. */
export function endingsOf({ work }: State): readonly string[] {
  if (!work) return []
  const endings = workEndings(work)
  // An action that fails where nothing takes `failed` becomes an incident, and may be tried again; of many children
  // `failed` is a way of its own only where it is asked for.
  const mayFail = work.kind === 'action' || (work.kind === 'children' && work.each !== undefined)
  return mayFail ? endings.filter((ending) => ending !== 'failed') : endings
}

/** Work that stands alone beside the flow ends with its ending: nothing has to follow. */
export function standsAloneBeside(definition: Definition, { path, work }: State): boolean {
  return work !== undefined && definition.beside.includes(path)
}

/** Transitions of a state by the ending that leads to them; `done` also of a compound or parallel state. */
export function movesByEnding({ transitions }: State): ReadonlyMap<string, readonly Transition[]> {
  const found = new Map<string, Transition[]>()
  for (const move of transitions) {
    const { trigger } = move
    if (trigger.kind !== 'ending' && trigger.kind !== 'done') continue
    const ending = trigger.kind === 'done' ? 'done' : trigger.ending
    found.set(ending, [...(found.get(ending) ?? []), move])
  }
  return found
}
