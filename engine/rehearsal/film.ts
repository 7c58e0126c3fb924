/** What a rehearsal shows: what happened when, and how it ended. Plain data; times are milliseconds since 1970. */
import type { JsonObject } from '../expression/type.ts'
import type { Problem } from '../problem/problem.ts'
import type { Said } from '../problem/said.ts'
import type { InstanceStatus } from '../step/record.ts'

/** What a scene shows. */
export type SceneKind =
  | 'start'
  /** Somebody sent an event. */
  | 'event'
  | 'task'
  /** A vote on a seat of an approval. */
  | 'decision'
  | 'timer'
  | 'reminder'
  /** Work is late: it ends by itself, or a step of the ladder hears of it. */
  | 'escalation'
  | 'action'
  /** A child has ended, as its parent sees it. */
  | 'child'
  /** Another instance would be started; it is not played. */
  | 'next'
  | 'notice'
  | 'cancel'
  | 'end'

/** One thing that happened, at its simulated time. */
export interface Scene {
  readonly at: number
  readonly instance: string
  readonly process: string
  readonly kind: SceneKind
  /** Id of the person who acted. */
  readonly who?: string
  /** Whom it concerns: people or roles, of an escalation or a notice. */
  readonly to?: readonly string[]
  /** Title of the task, the event, the state or the instance. */
  readonly what: Said
  /** Titles of the states it happened in, from the outermost. */
  readonly where: readonly Said[]
  readonly outcome?: 'approved' | 'rejected'
  /** What the transitions taken say of themselves. */
  readonly notes: readonly Said[]
  /** Paths of the states entered. */
  readonly entered: readonly string[]
}

/** An instance that took part. */
export interface FilmedInstance {
  readonly id: string
  readonly process: string
  readonly name: Said
  readonly status: InstanceStatus
  readonly parent?: string
  readonly startedAt: number
  /** Time of its last step. */
  readonly at: number
  /** Path of the final state it reached. */
  readonly outcome?: string
  readonly output?: JsonObject
  readonly steps: number
}

/** What a rehearsal saw, from the start to the end. */
export interface Film {
  readonly process: string
  readonly seed: number
  readonly scenes: readonly Scene[]
  /**
   * `stuck`: nothing could happen any more. `refused`: what had to happen was refused, or an answer was missing.
   * `endless`: it did not end within the bounds of a rehearsal.
   */
  readonly status: 'completed' | 'stuck' | 'refused' | 'endless'
  /** What was missing or waited for, where it did not end well. */
  readonly missing?: readonly Problem[]
  readonly started: number
  readonly ended: number
  readonly steps: number
  /** In the order they started; the first is the one rehearsed. */
  readonly instances: readonly FilmedInstance[]
}
