/**
 * What a step says of itself, before it is sealed into the journal's chain. Deterministic: a replay makes the same.
 * What is personal or large stands in the payload, which may be erased later; the rest is proved for ever.
 */
import type { Json, JsonObject } from '../expression/type.ts'
import type { EffectBody, Said } from './effect.ts'
import type { Actor, InstanceEvent } from './instance-event.ts'

export interface StepEntry {
  readonly format: 1
  readonly instance: string
  readonly step: number
  readonly at: number
  readonly actor: Actor
  readonly kind: InstanceEvent['kind']
  /** What the event answers or is called: event name, task, timer, wait, operation. */
  readonly subject: string
  readonly definition: string
  readonly calendar: string
  /** Paths left and entered, in order, and transitions taken (`Transition.index`). */
  readonly left: readonly string[]
  readonly entered: readonly string[]
  readonly taken: readonly number[]
  /** A timer fired this much after its due time, in milliseconds. */
  readonly lateBy?: number
  /** Kinds of the effects; the id of the n-th is `<instance>/<step>/<n>`. */
  readonly effects: readonly EffectBody['kind'][]
  readonly status: 'running' | 'ending' | 'completed' | 'cancelled'
  readonly payload: StepPayload
}

export interface StepPayload {
  /** The whole event, so that a replay can make the step again. */
  readonly event: JsonObject
  readonly notes: readonly Said[]
  /** By state path, the metrics recorded when it was left. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, Json>>>>
}

/** The field of each kind of event that an entry names as its subject. */
export const SUBJECT_FIELDS = {
  start: 'instance',
  sent: 'event',
  complete: 'task',
  vote: 'task',
  timer: 'timer',
  'action-end': 'wait',
  'child-end': 'wait',
  'effect-failed': 'effect',
  control: 'operation',
} as const satisfies Record<InstanceEvent['kind'], string>

export function subjectOf(event: InstanceEvent): string {
  return (event as unknown as Readonly<Record<string, string>>)[SUBJECT_FIELDS[event.kind]] ?? ''
}
