/**
 * What can happen to an instance. People's and processes' events come from outside; the rest only a host can make,
 * matched to the live wait or timer it answers. An event carries everything the step may not look up itself: the time,
 * who acts, and the answers of the directory.
 */
import type { Json, JsonObject } from '../expression/type.ts'
import type { ParentLink } from './record.ts'

/** Who acts, in which roles, and how that was proved. People stand in entries by id only. */
export interface Actor {
  readonly id: string
  readonly roles: readonly string[]
  readonly via: 'cli' | 'api' | 'process' | 'engine'
  /** False while the identity is only claimed (`--as`). */
  readonly proved: boolean
}

interface Happened {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly actor: Actor
  /** Remark of a person, kept in the erasable part of the entry. */
  readonly comment?: string
  /** How actions ended that were worked out inside the step, by effect. Written down, so that a replay asks nobody. */
  readonly answers?: Readonly<Record<string, ActionAnswer>>
}

/** How an action ended. */
export type ActionAnswer =
  | { readonly ok: true; readonly result: Json }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } }

export type InstanceEvent =
  | StartEvent
  | SentEvent
  | CompleteEvent
  | VoteEvent
  | TimerEvent
  | ActionEndEvent
  | ChildEndEvent
  | EffectFailedEvent
  | ControlEvent

export interface StartEvent extends Happened {
  readonly kind: 'start'
  readonly instance: string
  readonly input: JsonObject
  readonly parent?: ParentLink
}

export interface SentEvent extends Happened {
  readonly kind: 'sent'
  readonly event: string
  readonly data: JsonObject
  /** The instance that sent it, when a process did. */
  readonly from?: string
}

export interface CompleteEvent extends Happened {
  readonly kind: 'complete'
  readonly task: string
  readonly form: JsonObject
  /** Kinds of the evidence attached to the task. */
  readonly evidence: readonly string[]
  /** Who had claimed it, if anyone. */
  readonly assignee?: string
}

export interface VoteEvent extends Happened {
  readonly kind: 'vote'
  readonly task: string
  readonly approved: boolean
}

export interface TimerEvent extends Happened {
  readonly kind: 'timer'
  readonly timer: string
  /** For a `late` timer that escalates: who is concerned now, and whether the ladder ends there. */
  readonly escalation?: { readonly to: readonly string[]; readonly last: boolean }
}

export interface ActionEndEvent extends Happened {
  readonly kind: 'action-end'
  readonly wait: string
  readonly outcome: ActionAnswer
}

export interface ChildEndEvent extends Happened {
  readonly kind: 'child-end'
  readonly wait: string
  readonly item: number
  /** Absent when the child was cancelled. */
  readonly output?: JsonObject
}

/** An effect that reaches another instance failed for good: it waits, as an incident, for a `retry`. */
export interface EffectFailedEvent extends Happened {
  readonly kind: 'effect-failed'
  readonly effect: string
  readonly error: { readonly code: string; readonly message: string }
}

export interface ControlEvent extends Happened {
  readonly kind: 'control'
  readonly operation: 'suspend' | 'resume' | 'cancel' | 'retry'
  /** `resume` only: due times stay as they were. */
  readonly keepDates?: boolean
  /** `retry` only: the incident. */
  readonly incident?: string
}
