/** What states are called, and what they wait for, in an instance. */
import type { Definition, Phrase, State } from '../engine/definition/definition.ts'
import type { Said } from '../engine/problem/said.ts'
import type { RunningProcess } from '../engine/step/draft.ts'
import type { InstanceRecord } from '../engine/step/record.ts'
import { type Situation, situationOf } from '../engine/step/situation.ts'
import type { Page } from './page.ts'

/** An instance with the definition it is pinned to. */
export interface Standing {
  readonly definition: Definition
  readonly record: InstanceRecord
  /** Paths of the active states, the root included. */
  readonly active: ReadonlySet<string>
  /** What its expressions give now. */
  readonly situation: Situation
}

export function standingOf(process: RunningProcess, record: InstanceRecord, now: number): Standing {
  const situation = situationOf(process, record, now)
  return { definition: situation.definition, record, active: situation.active, situation }
}

/** The title of a state, of its work, else its key. */
export function titleOf(standing: Standing, state: State, page: Page): string {
  const work = state.work && 'title' in state.work ? state.work.title : undefined
  const phrase = state.title ?? work
  return phrase === undefined ? state.key : page.said(sayOf(standing, state, phrase))
}

/** A phrase of a state with the values its arguments have now. */
export function sayOf({ situation }: Standing, state: State, phrase: Phrase): Said {
  const said = situation.say(phrase, state.path)
  const title =
    state.title && state.title !== phrase ? { title: { as: 'title', value: state.title.text } as const } : {}
  return { ...said, arguments: { ...title, ...said.arguments } }
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
