/**
 * An instance as it is stored: our own record, never an XState snapshot. Plain JSON; times are milliseconds since 1970.
 * The host keeps it under one row and writes it only together with the entry of the step that made it.
 */
import type { Json, JsonObject } from '../expression/type.ts'

/** XState's state value: a name, or an object of regions. */
export type StateValue = string | { readonly [region: string]: StateValue }

/** Whether an instance still lives; `ending` while work beside an ended flow is open. */
export type InstanceStatus =
  | 'running'
  /** The flow has ended; work beside it is still open. */
  | 'ending'
  | 'completed'
  | 'cancelled'

/** Everything an instance is, between two steps. */
export interface InstanceRecord {
  readonly format: 1
  readonly id: string
  readonly process: string
  readonly version: string
  /** Hash of the definition with its parameters: what the instance is pinned to. */
  readonly definition: string
  /** Hash of the calendar that its due times were last counted on. */
  readonly calendar: string
  readonly key?: string
  readonly parent?: ParentLink
  readonly status: InstanceStatus
  /** Since when it is suspended; absent when it is not. */
  readonly suspendedAt?: number
  /** Steps taken; the number of the last journal entry. */
  readonly step: number
  readonly startedAt: number
  /** Time of the last step; times never go back. */
  readonly at: number
  /** Path of the final state the flow reached. */
  readonly outcome?: string
  readonly output?: JsonObject
  readonly value: StateValue
  /** For each history state that has been left: what it remembers, as ids of machine nodes. */
  readonly history: Readonly<Record<string, readonly string[]>>
  readonly data: JsonObject
  readonly timers: readonly Timer[]
  readonly waits: readonly Wait[]
  /** Work and timers put aside when a state with a history was interrupted. */
  readonly aside: readonly Aside[]
  /** Who completed the work of a state last, by path: `notBy` reads it. */
  readonly doers: Readonly<Record<string, readonly string[]>>
  /** Work that failed for good and waits for a `retry`. */
  readonly incidents: readonly Incident[]
}

export interface ParentLink {
  readonly instance: string
  /** Id of the wait of the parent, and the number of the child in it. */
  readonly wait: string
  readonly item: number
}

export type TimerKind =
  /** `after:`, `at:` and `every:` of a state. */
  | 'after'
  | 'at'
  | 'every'
  /** Of a task or approval: a reminder, and the consequence of a missed due time. */
  | 'remind'
  | 'late'

/** Something that happens to a state by itself at a time. */
export interface Timer {
  /** Unique in the instance: `<kind>@<state path>:<key>`. */
  readonly id: string
  readonly kind: TimerKind
  readonly state: string
  readonly key: string
  readonly dueAt: number
  /** It was counted beyond the calendar's `validThrough`. */
  readonly estimated?: true
}

export function timerId(kind: TimerKind, state: string, key: string): string {
  return `${kind}@${state}:${key}`
}

/** Work of a state that is open: a task, an approval, an action, children. */
export type Wait = TaskWait | ApprovalWait | ActionWait | ChildrenWait

interface OpenWait {
  /** `<instance>/<step>/<index>` of the effect that opened it. */
  readonly id: string
  readonly state: string
  readonly openedAt: number
}

export interface TaskWait extends OpenWait {
  readonly kind: 'task'
  /** Name of the rhythm (`every:`) whose task it is. */
  readonly rhythm?: string
  readonly role?: string
  readonly person?: string
  readonly dueAt?: number
  readonly estimated?: true
  /** How many steps of the ladder it was escalated. */
  readonly level: number
}

export interface ApprovalWait extends OpenWait {
  readonly kind: 'approval'
  readonly dueAt?: number
  readonly estimated?: true
  readonly level: number
  readonly seats: readonly Seat[]
}

/** A seat of an approval; each is a task of its own, `<wait id>.<number>`. */
export interface Seat {
  readonly task: string
  readonly role?: string
  readonly person?: string
  readonly vote?: { readonly by: string; readonly approved: boolean; readonly at: number }
}

export interface ActionWait extends OpenWait {
  readonly kind: 'action'
  readonly action: string
}

export interface ChildrenWait extends OpenWait {
  readonly kind: 'children'
  readonly process: string
  readonly items: readonly ChildItem[]
}

export interface ChildItem {
  /** The instance, once it was started (`limit:` may hold it back). */
  readonly instance?: string
  readonly item?: Json
  readonly input: JsonObject
  readonly status: 'waiting' | 'open' | 'done' | 'failed'
  readonly output?: JsonObject
}

export interface Aside {
  readonly at: number
  readonly state: string
  readonly wait?: Wait
  readonly timers: readonly Timer[]
}

/** Work that failed for good and waits for a `retry`. */
export interface Incident {
  /** Id of the effect that failed, or of the timer whose move could not be made. */
  readonly id: string
  readonly state: string
  readonly at: number
  readonly code: string
  readonly message: string
  /** The event that could not be applied, for a `retry`; absent where an action failed. */
  readonly event?: JsonObject
}
