/** Where a machine stands, with what follows from it. */
import type { Machine } from '../machine/compile-machine.ts'
import { activeStates } from './active-states.ts'
import type { InstanceRecord, StateValue } from './record.ts'

/** A state value and what its history states remember, as a record stores them, and the states active in it. */
export interface Configuration {
  readonly value: StateValue
  readonly history: InstanceRecord['history']
  /** Paths of all active states, the root included. */
  readonly active: ReadonlySet<string>
}

/** Before the first move: nothing is active. */
export const nowhere: Configuration = { value: '', history: {}, active: new Set() }

/** Works out the configuration of a stored position. */
export function configurationOf(machine: Machine, { value, history }: Omit<Configuration, 'active'>): Configuration {
  return { value, history, active: activeStates(machine, value) }
}
