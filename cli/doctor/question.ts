/** A question of the doctor, and what it may look at. Each is asked only where those before it leave something to see. */
import type { Locale, Problem, Text } from '../../engine/problem/problem.ts'
import type { StoreLook } from '../../engine/store/look-at-store.ts'
import { renderDistance } from '../../engine/text/render-duration.ts'
import type { Engine, Project, Workspace } from '../engine.ts'

/** What is there without a project. */
export interface Machine {
  /** Milliseconds since 1970. */
  readonly now: number
  /** The version of Node, `20.19.0`. */
  readonly node: string
  readonly engine: Engine
}

export interface WithProject extends Machine {
  readonly project: Project
  /** The store's file, which may not be there. */
  readonly file: string
}

export interface WithFile extends WithProject {
  readonly look: StoreLook
}

export interface WithStore extends WithFile {
  readonly workspace: Workspace
  /** Whether every journal is to be proved. */
  readonly full: boolean
}

/** One question: what is wrong there, as problems. */
export interface Question<Seen> {
  readonly id: string
  ask(seen: Seen): Promise<readonly Problem[]> | readonly Problem[]
}

/** How long work may lie after its time before somebody should look. */
export const patience = 5 * 60_000

/** How far two moments lie apart, in both languages. */
export function distance(milliseconds: number): Text {
  const inWords = (locale: Locale) => renderDistance(milliseconds, locale)
  return { en: inWords('en'), zh: inWords('zh') }
}

/** The first few of many names. */
export function few(names: readonly string[]): readonly string[] {
  return names.length <= 5 ? names : [...names.slice(0, 5), '…']
}
