/** The work of states as a definition holds it: tasks, approvals, actions, children, and when it is late. */
import type { Expression } from '../expression/expression.ts'
import type { Field, RecordType, Type } from '../expression/type.ts'
import type { Place, Text } from '../problem/problem.ts'
import type { KeyPlaces, Phrase, Requirement } from './definition.ts'

/** What a state does while it is active, beyond waiting. */
export type Work = TaskWork | ApprovalWork | ActionWork | ChildrenWork

export interface TaskWork {
  readonly kind: 'task'
  /** The business name of its ending; `done` unless given. */
  readonly ending: string
  readonly title: Phrase
  readonly assignee: Assignee
  readonly guide?: Phrase
  readonly form: readonly Field[]
  readonly evidence: readonly EvidenceKind[]
  readonly requires: readonly Requirement[]
  readonly deadline?: Deadline
  readonly estimate?: Estimate
  readonly place: Place
}

export type Assignee = { readonly role: string } | { readonly person: Expression }

export interface EvidenceKind {
  readonly kind: string
  readonly title: Text
  readonly required: boolean
}

export interface ApprovalWork {
  readonly kind: 'approval'
  readonly title: Phrase
  /** Seats: a role each, or an expression that gives people. */
  readonly seats: readonly string[] | Expression
  readonly quorum: Quorum
  readonly veto: readonly string[]
  /** Paths of the states whose doers may not vote. */
  readonly notBy: readonly string[]
  readonly requires: readonly Requirement[]
  readonly deadline?: Deadline
  readonly estimate?: Estimate
  readonly odds: Readonly<Record<string, number>>
  readonly place: Place
  readonly keys?: KeyPlaces
}

export type Quorum =
  | { readonly kind: 'all' | 'any' | 'majority' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'share'; readonly percent: number }

export interface ActionWork {
  readonly kind: 'action'
  readonly action: string
  readonly input: Readonly<Record<string, Expression>>
  readonly result: Type
  readonly place: Place
}

export interface ChildrenWork {
  readonly kind: 'children'
  readonly process: string
  readonly each?: { readonly variable: string; readonly list: Expression }
  readonly input: Readonly<Record<string, Expression>>
  /** At most so many open at once. */
  readonly limit?: number
  readonly leave: 'cancel' | 'keep'
  readonly output: RecordType
  readonly place: Place
}

/** When work is due and what follows when it is late. */
export interface Deadline {
  /** A duration from the opening, or a date or datetime. */
  readonly due: Expression
  /** A duration before the due time. */
  readonly remind?: Expression
  readonly late?: Late
}

export interface Late {
  /** A duration after the due time; 0 if absent. */
  readonly after?: Expression
  readonly escalate?: string
  /** The ending the work takes by itself. */
  readonly end?: string
}

/** Three-point estimate, for rehearsals and forecasts only. */
export interface Estimate {
  readonly min: Expression
  readonly likely: Expression
  readonly max: Expression
}
