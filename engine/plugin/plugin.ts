/** A plugin: actions under one name. */
import type { Action } from './action.ts'
import type { ActionCatalog } from './action-catalog.ts'

/** What a team adds to the engine, under one id. */
export interface Plugin {
  /** kebab-case; its actions are `<id>.<name>`. */
  readonly id: string
  readonly version: string
  readonly actions: readonly Action[]
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Declares a plugin. Throws where an id is malformed or two actions share a name. */
export function definePlugin(plugin: Plugin): Plugin {
  const names = plugin.actions.map(({ name }) => name)
  const wrong = [plugin.id, ...names].find((name) => !ID.test(name))
  if (wrong !== undefined) throw new TypeError(`${wrong} is not kebab-case.`)
  if (new Set(names).size < names.length) throw new TypeError(`The plugin ${plugin.id} has two actions of one name.`)
  return plugin
}

/** All actions of some plugins by `plugin.verb-noun`. */
export function catalogOf(plugins: readonly Plugin[]): ActionCatalog {
  return new Map(
    plugins.flatMap(({ id, actions }) => actions.map((action) => [`${id}.${action.name}`, action] as const)),
  )
}

/** The versions of some plugins, by id. */
export function versionsOf(plugins: readonly Plugin[]): ReadonlyMap<string, string> {
  return new Map(plugins.map(({ id, version }) => [id, version]))
}
