/** Names and types of the actions that plugins offer: all that reading a definition may know of a plugin. */
import type { ActionInterface } from '../definition/read-definition.ts'
import type { Action } from './action.ts'

/** Actions by `plugin.verb-noun`. */
export type ActionCatalog = ReadonlyMap<string, Action>

/** The types of all actions, for reading definitions. */
export function interfacesOf(catalog: ActionCatalog): ReadonlyMap<string, ActionInterface> {
  return new Map([...catalog].map(([name, { input, output }]) => [name, { input, output }]))
}
