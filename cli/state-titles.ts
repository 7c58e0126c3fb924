/** What states are called, and what they wait for, in an instance. */
import type { Definition, Phrase, State } from '../engine/definition/definition.ts'
import type { World } from '../engine/expression/expression.ts'
import type { JsonObject } from '../engine/expression/type.ts'
import { compileMachine } from '../engine/machine/compile-machine.ts'
import type { Said } from '../engine/problem/said.ts'
import { activeStates } from '../engine/step/active-states.ts'
import type { InstanceRecord } from '../engine/step/record.ts'
import { say } from '../engine/step/say.ts'
import type { Page } from './page.ts'

/** An instance with the definition it is pinned to. */
export interface Standing {
  readonly definition: Definition
  readonly record: InstanceRecord
  /** Paths of the active states, the root included. */
  readonly active: ReadonlySet<string>
}

export function standingOf(definition: Definition, record: InstanceRecord): Standing {
  return { definition, record, active: activeStates(compileMachine(definition), record.value) }
}

/** The title of a state, of its work, else its key. */
export function titleOf(standing: Standing, state: State, page: Page): string {
  const work = state.work && 'title' in state.work ? state.work.title : undefined
  const phrase = state.title ?? work
  return phrase === undefined ? state.key : page.said(sayOf(standing, state, phrase))
}

/** A phrase of a state with what can be said without the engine; the rest is shown as an ellipsis. */
export function sayOf({ definition, record, active }: Standing, state: State, phrase: Phrase): Said {
  const own = state.own === undefined ? record.data : record.data[state.own]
  const instance: JsonObject = { id: record.id, startedAt: new Date(record.startedAt).toISOString() }
  const params = Object.fromEntries(definition.params.map(({ name, default: value }) => [name, value]))
  const said = say(phrase, definition, () => ({
    activation: { data: record.data, own, params, instance },
    ...worldOf(definition, active),
  }))
  const title =
    state.title && state.title !== phrase ? { title: { as: 'title', value: state.title.text } as const } : {}
  return { ...said, arguments: { ...title, ...said.arguments } }
}

function worldOf(definition: Definition, active: ReadonlySet<string>): World {
  const never = (): never => {
    throw new TypeError('A title reckons with no calendar')
  }
  const isInside = (path: string, above: string) => above === '' || path === above || path.startsWith(`${above}.`)
  return {
    isActive: (path) => active.has(path),
    hasTag: (path, tag) =>
      [...active].some((each) => isInside(each, path) && definition.states.get(each)?.tags.includes(tag)),
    calendar: { addDuration: never, workdaysBetween: never, addWorkdays: never, dayOf: never, startOfDay: never },
  }
}

/** The active states that nothing active stands inside, in text order. */
export function activeLeaves({ definition, active }: Standing): State[] {
  return [...definition.states.values()].filter(
    ({ path, children }) => active.has(path) && !children.some((child) => active.has(child)),
  )
}

/** The title of a state after that of the state whose inner life it is part of: `1 Preparation: Ready`. */
export function placedTitle(standing: Standing, state: State, page: Page): string {
  return withPlace(standing, state.path, titleOf(standing, state, page), page)
}

/** A title after that of the state a template was used for, unless it says so itself. */
export function withPlace(standing: Standing, path: string, title: string, page: Page): string {
  const user = templateUser(standing.definition, path.replace(/^~/, ''))
  const place = user === undefined || user.path === path ? '' : titleOf(standing, user, page)
  if (place === '' || title.includes(place)) return title
  return `${place}${page.locale === 'zh' ? '：' : ': '}${title}`
}

/** The outermost state at or above a path that a template was used for. */
function templateUser({ states }: Definition, path: string): State | undefined {
  const keys = path.split('.')
  const above = keys.map((_, count) => states.get(keys.slice(0, count + 1).join('.')))
  return above.find((state) => state?.usedAt !== undefined)
}
