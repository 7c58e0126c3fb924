/** What an explanation is made of: the instance, and what its host knows around it. */
import type { TaskRow } from '../host/host.ts'
import type { Directory } from '../people/directory.ts'
import type { Incident, Wait } from '../step/record.ts'
import type { Situation } from '../step/situation.ts'
import type { ChildFacts } from './finding.ts'

export interface Circumstances {
  readonly situation: Situation
  readonly directory: Directory
  /** Open tasks of the instance, and those put aside. */
  readonly tasks: readonly TaskRow[]
  /** Effects of the instance that are not done yet, by id. */
  readonly pending: ReadonlyMap<string, PendingFacts>
  /** Its children that are known, by instance. */
  readonly children: ReadonlyMap<string, ChildFacts>
  readonly suspendedBy?: string
}

export interface PendingFacts {
  /** How often it was tried and failed. */
  readonly attempts: number
  readonly dueAt: number
}

/** Something that waits, before it is explained. */
export type Thing = { readonly id: string; readonly state: string } & (
  | { readonly kind: 'wait'; readonly wait: Wait }
  | { readonly kind: 'state' }
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'aside'; readonly task: string; readonly since: number }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'ending' }
)

/** All that waits in an instance, with what is asked of it while it is explained. */
export interface Scene extends Circumstances {
  readonly things: readonly Thing[]
  /** Ids of states that have nothing to do themselves until others are done. */
  readonly resting: ReadonlySet<string>
}

/** Whether a path is that of the state or of one inside it. */
export function isWithin(path: string, state: string): boolean {
  return state === '' || path === state || path.startsWith(`${state}.`)
}

/** A state and those around it, innermost first, the root last; work beside the flow stands in the root. */
export function outwards({ situation }: Circumstances, path: string): readonly string[] {
  const paths: string[] = []
  for (let at: string | undefined = path; at !== undefined && at !== ''; ) {
    paths.push(at)
    at = situation.definition.states.get(at)?.parent
  }
  return paths.some((at) => at.startsWith('~')) ? paths : [...paths, '']
}

/** Ids of what waits in a state; where the state is not active, in the nearest around it that is. */
export function waitingIn(scene: Scene, path: string, asking: string): readonly string[] {
  const { active } = scene.situation
  const state = outwards(scene, path).find((at) => active.has(at)) ?? ''
  return scene.things.filter(({ id, state: at }) => id !== asking && isWithin(at, state)).map(({ id }) => id)
}
