/**
 * What a step asks the host to do, as data. An effect's id, `<instance>/<step>/<index>`, is also its key: it is
 * performed at least once and counted once by it. Effects that only describe rows (tasks, timers) are written in the
 * step's own transaction; those that reach further are performed after the commit.
 */
import type { Field, JsonObject } from '../expression/type.ts'

import type { Text } from '../problem/problem.ts'
import type { Said } from '../problem/said.ts'

export type { Said, SaidArgument } from '../problem/said.ts'

/** What a step asks its host for, under an id that a replay makes again. */
export type Effect = { readonly id: string } & EffectBody

export type EffectBody =
  | OpenTask
  | { readonly kind: 'close-task'; readonly task: string; readonly outcome: TaskOutcome; readonly by?: string }
  /** Entered again through history: the same task, claim and comments. */
  | { readonly kind: 'reopen-task'; readonly task: string; readonly dueAt?: number }
  | { readonly kind: 'move-task'; readonly task: string; readonly dueAt: number }
  | { readonly kind: 'remind-task'; readonly task: string }
  | { readonly kind: 'escalate-task'; readonly task: string; readonly level: number; readonly to: readonly string[] }
  /** `answered`: it was worked out inside the step, and there is nothing left to do. */
  | { readonly kind: 'perform'; readonly action: string; readonly input: JsonObject; readonly answered?: true }
  | { readonly kind: 'cancel-action'; readonly effect: string }
  | {
      readonly kind: 'start-child'
      readonly instance: string
      readonly process: string
      readonly wait: string
      readonly item: number
      readonly input: JsonObject
    }
  | { readonly kind: 'cancel-child'; readonly instance: string }
  | { readonly kind: 'start'; readonly process: string; readonly key?: string; readonly input: JsonObject }
  | {
      readonly kind: 'send'
      readonly to: string
      readonly event: string
      readonly data: JsonObject
      readonly missing: 'ignore' | 'problem'
    }
  /** The instance has ended and its parent waits for it. */
  | {
      readonly kind: 'tell-parent'
      readonly instance: string
      readonly wait: string
      readonly item: number
      readonly output?: JsonObject
    }
  | { readonly kind: 'notify'; readonly role: string; readonly text?: Said }

export type TaskOutcome = 'done' | 'approved' | 'rejected' | 'expired' | 'superseded' | 'aside' | 'cancelled'

export interface OpenTask {
  readonly kind: 'open-task'
  readonly task: string
  readonly state: string
  readonly work: 'task' | 'approval'
  readonly title: Said
  readonly guide?: Said
  readonly role?: string
  readonly person?: string
  readonly form: readonly Field[]
  /** What is filled in already: the fields' present values. */
  readonly filled: JsonObject
  readonly evidence: readonly { readonly kind: string; readonly title: Text; readonly required: boolean }[]
  /** People who may not decide it (`notBy`). */
  readonly excluded: readonly string[]
  readonly openedAt: number
  readonly dueAt?: number
  readonly estimated?: true
}

/** Effects that are done with the step's own transaction; the others are pending work for after the commit. */
export function isDoneByCommit(effect: EffectBody): boolean {
  switch (effect.kind) {
    case 'perform':
      return effect.answered ?? false
    case 'open-task':
    case 'close-task':
    case 'reopen-task':
    case 'move-task':
    case 'remind-task':
    case 'escalate-task':
    case 'notify':
      return true
    default:
      return false
  }
}
