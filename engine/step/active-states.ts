/** The paths of the active states, from a stored state value. */

import { joinPath } from '../definition/state-name.ts'
import type { Machine } from '../machine/compile-machine.ts'
import { regionKey } from '../machine/machine-names.ts'
import type { StateValue } from './record.ts'

/** Paths of all active states, the root included; a region of work beside the flow counts only while it is open. */
export function activeStates(machine: Machine, value: StateValue): ReadonlySet<string> {
  const active = new Set<string>()
  const { ids } = machine
  if (!ids.hasBeside) {
    walk(active, '', value)
    return active
  }
  if (typeof value === 'string') return active
  if (value.flow !== undefined) walk(active, '', value.flow)
  for (const path of ids.beside) {
    const region = value[regionKey(path)]
    if (region === undefined || region === 'closed') continue
    const inner = typeof region === 'string' ? {} : (region.open ?? {})
    walk(active, path, inner)
  }
  return active
}

function walk(active: Set<string>, path: string, value: StateValue): void {
  active.add(path)
  if (typeof value === 'string') {
    active.add(joinPath(path, value))
    return
  }
  for (const [key, inner] of Object.entries(value)) walk(active, joinPath(path, key), inner)
}
