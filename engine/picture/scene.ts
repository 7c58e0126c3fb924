/** What everything that draws one definition needs to know: the language, what is active, what is folded. */
import type { Definition, State } from '../definition/definition.ts'
import type { Locale, Text } from '../problem/problem.ts'
import { humanise, inLanguage } from './say-text.ts'

/** A short remark on a state: a date, `late`, a count. */
export interface Mark {
  readonly text: string
  readonly tone: 'calm' | 'warning'
}

export interface Scene {
  readonly definition: Definition
  readonly locale: Locale
  /** Paths of active states with everything they stand in. */
  readonly active: ReadonlySet<string>
  readonly marks: ReadonlyMap<string, Mark>
  readonly roleTitles: Readonly<Record<string, Text>>
  readonly processTitles: Readonly<Record<string, Text>>
  /** Groups of alike states, by the path of each member. */
  readonly folds: ReadonlyMap<string, Fold>
  /** When the inside of a group is drawn: the group. Its first member stands for all. */
  readonly pattern?: Fold
}

/** Sibling states with the same inner structure. */
export interface Fold {
  readonly parent: string
  readonly members: readonly string[]
  /** The member that is drawn for all. */
  readonly example: string
}

/** The state at a path; a definition names only states that it has. */
export function stateAt(definition: Definition, path: string): State {
  const state = definition.states.get(path)
  if (!state) throw new Error(`No state '${path}' in ${definition.id}`)
  return state
}

/** Whether `path` is inside `ancestor`, at any depth, and not itself. */
export function isInside(path: string, ancestor: string): boolean {
  return ancestor === '' ? path !== '' && !path.startsWith('~') : path.startsWith(`${ancestor}.`)
}

/** The paths of everything a state stands in, nearest first, the root last. */
export function ancestorsOf(definition: Definition, path: string): readonly string[] {
  const parent = definition.states.get(path)?.parent
  return parent === undefined ? [] : [parent, ...ancestorsOf(definition, parent)]
}

/** All states inside a state, in text order. */
export function descendantsOf(definition: Definition, path: string): readonly State[] {
  return stateAt(definition, path).children.flatMap((child) => [
    stateAt(definition, child),
    ...descendantsOf(definition, child),
  ])
}

/** `sponsor`, `it-lead` as people call them. */
export function roleTitle(scene: Pick<Scene, 'roleTitles' | 'locale'>, role: string): string {
  const title = scene.roleTitles[role]
  if (title) return inLanguage(title, scene.locale)
  return humanise(role).toLowerCase().replace(/^it\b/, 'IT')
}

/** What a process is called, else its id as words. */
export function processTitle(scene: Pick<Scene, 'processTitles' | 'locale'>, id: string): string {
  const title = scene.processTitles[id]
  return title ? inLanguage(title, scene.locale) : humanise(id)
}

/** A path seen from a state it is inside of: `~` and dots do not matter. */
export function relativePath(path: string, from: string): string {
  return from === '' ? path : path.slice(from.length + 1)
}

/** The counterpart in another member of a group. */
export function counterpart(path: string, from: string, to: string): string {
  return path === from ? to : `${to}.${relativePath(path, from)}`
}
