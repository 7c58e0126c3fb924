/**
 * Why an instance waits and what would unblock it, as data. Everything that waits has one finding; its reasons say what
 * holds it, its moves are what somebody, or the clock, can do about it now. Sentences are made of it at the edge.
 */
import type { BinaryOperator } from '../expression/parse-expression.ts'
import type { Field, Json, JsonObject, Type } from '../expression/type.ts'
import type { Text } from '../problem/problem.ts'
import type { Said } from '../problem/said.ts'
import type { InstanceStatus, TimerKind } from '../step/record.ts'

/** Why an instance waits: a finding for everything in it that does. */
export interface Explanation {
  readonly instance: string
  readonly process: string
  readonly status: InstanceStatus | 'suspended'
  readonly findings: readonly Finding[]
}

/** One thing that waits. */
export interface Finding {
  /** Unique in the explanation: the id of the wait or incident, else the path of the state. Others point to it. */
  readonly id: string
  /** Path of its state; `''` is the instance as a whole. */
  readonly state: string
  readonly title: Said
  /** What its definition says it waits for. */
  readonly waits?: Said
  readonly since?: number
  /** The first is why it waits, the others add to it. */
  readonly reasons: readonly Reason[]
  /** What would unblock it, what can be done now first. */
  readonly moves: readonly Move[]
}

/** A due time as it stands now (ms). */
export interface DueFacts {
  readonly dueAt?: number
  readonly lateBy?: number
  readonly estimated?: true
}

/** Whom work is for. */
export interface Holder {
  readonly role?: string
  readonly person?: string
  /** Who has claimed it. */
  readonly assignee?: string
}

/** Why something waits: by its kind, with what is known of it. */
export type Reason =
  | ({ readonly kind: 'task' } & TaskFacts & Holder & DueFacts)
  | ({ readonly kind: 'approval' } & ApprovalFacts & DueFacts)
  /** Nobody who may do it is known: the role has no holder, the person is not in the directory, or all are excluded. */
  | ({ readonly kind: 'nobody' } & Holder)
  | {
      readonly kind: 'action'
      readonly action: string
      /** How often it failed so far, and when it is tried next. */
      readonly attempts: number
      readonly nextTryAt?: number
    }
  | { readonly kind: 'incident'; readonly code: string; readonly message: string }
  | ({ readonly kind: 'children' } & ChildrenFacts)
  /** An event that somebody must send, or only a process: then without roles. */
  | { readonly kind: 'event'; readonly event: string; readonly roles: readonly string[] }
  /** It goes on by itself when a condition holds, which does not hold now. */
  | { readonly kind: 'condition'; readonly unmet: readonly Unmet[] }
  | {
      readonly kind: 'timer'
      readonly timer: string
      readonly timerKind: TimerKind
      readonly dueAt: number
      readonly estimated?: true
      /** Whether it moves something on, or only notes it. */
      readonly movesOn: boolean
    }
  /** It has nothing to do until others are done, and is left together with them. */
  | { readonly kind: 'others'; readonly findings: readonly string[] }
  /** Interrupted: the work waits for the way back. */
  | { readonly kind: 'aside'; readonly task: string; readonly findings: readonly string[] }
  | { readonly kind: 'suspended'; readonly by?: string }
  /** The flow has ended; work beside it holds the end. */
  | { readonly kind: 'ending'; readonly outcome?: Said; readonly findings: readonly string[] }

export interface TaskFacts {
  readonly task: string
  /** Name of the rhythm whose task it is. */
  readonly rhythm?: string
  readonly escalatedTo: readonly string[]
}

export interface ApprovalFacts {
  readonly seats: readonly SeatFacts[]
  readonly approved: number
  readonly rejected: number
  /** How many approvals the quorum still needs. */
  readonly needed: number
  /** Roles that hold a veto and have not voted: nothing is approved without them. */
  readonly veto: readonly string[]
  /** Who may not vote, since the work it judges is theirs. */
  readonly notBy: readonly string[]
}

/** A seat nobody has voted on. */
export interface SeatFacts extends Holder {
  readonly task: string
  /** Who may vote on it now. */
  readonly people: readonly string[]
}

export interface ChildrenFacts {
  readonly process: string
  readonly total: number
  readonly ended: number
  /** Not started yet: as many as may are open. */
  readonly held: number
  readonly open: readonly ChildFacts[]
}

/** An open child, with what it waits for itself: one level down, the pointer to go on is its id. */
export interface ChildFacts {
  readonly instance: string
  readonly name?: Said
  readonly status: Explanation['status'] | 'starting'
  readonly findings: readonly Pick<Finding, 'state' | 'title' | 'waits'>[]
}

/** A condition that does not hold now, said so that somebody can make it hold. */
export type Unmet = UnmetBody & {
  /** Findings that must go first. */
  readonly findings: readonly string[]
  /** States whose work or moves write the data it reads. */
  readonly writers: readonly Writer[]
}

export type UnmetBody =
  /** The requirement's own sentence. */
  | { readonly kind: 'requirement'; readonly said: Said }
  | { readonly kind: 'comparison'; readonly left: Operand; readonly operator: BinaryOperator; readonly right: Operand }
  | { readonly kind: 'presence'; readonly operand: Operand; readonly must: boolean }
  | {
      readonly kind: 'states'
      readonly states: readonly { readonly state: string; readonly title: Said }[]
      readonly tag?: string
      readonly must: boolean
    }
  | { readonly kind: 'plain'; readonly operand: Operand; readonly must: boolean }
  /** One of these is enough; each is all that it lacks. */
  | { readonly kind: 'any'; readonly of: readonly (readonly Unmet[])[] }

/** A side of a comparison: as it is written, what people call it, and its value now. */
export interface Operand {
  readonly text: string
  readonly title?: Text
  readonly type: Type
  readonly value?: Json
}

export interface Writer {
  readonly state: string
  readonly title: Said
  readonly by: 'form' | 'move'
}

/** A condition on some answers only: it blocks where `when` holds of what is handed in. */
export interface Limit {
  readonly when: Unmet
  readonly unmet: readonly Unmet[]
}

/** What stands against a move now; it can be made where this is empty. */
interface Hindered {
  readonly unmet: readonly Unmet[]
}

/** What can be done about it. `people`: who may, the first is whom to ask. */
export type Move =
  | (Hindered & {
      readonly kind: 'complete'
      readonly task: string
      readonly people: readonly string[]
      /** Required fields of its form that hold nothing yet, and required kinds of evidence not attached yet. */
      readonly fields: readonly Field[]
      readonly evidence: readonly string[]
      readonly limits: readonly Limit[]
    })
  | (Hindered & { readonly kind: 'decide'; readonly task: string; readonly people: readonly string[] })
  | (Hindered & {
      readonly kind: 'send'
      readonly event: string
      readonly roles: readonly string[]
      readonly people: readonly string[]
      readonly fields: readonly Field[]
      /** What the data must hold for this to be taken. */
      readonly fixed: JsonObject
      /** Values one of which a field must have. */
      readonly choices: Readonly<Record<string, readonly Json[]>>
      /** Optional fields that must be given nevertheless. */
      readonly needed: readonly string[]
      /** Taken by a state around it: an exception rather than the way on. */
      readonly around: boolean
      readonly target?: string
    })
  | { readonly kind: 'retry'; readonly incident: string; readonly people: readonly string[] }
  | { readonly kind: 'resume'; readonly people: readonly string[] }
  /** Time must pass, then what is due is worked off. */
  | (Hindered & { readonly kind: 'wait'; readonly until: number; readonly timer?: string; readonly around: boolean })
  /** Something is due and must be worked off. */
  | { readonly kind: 'run' }
  | { readonly kind: 'load-people'; readonly role?: string; readonly person?: string }
  /** Another finding must go first. */
  | { readonly kind: 'follow'; readonly finding: string }
  /** Another instance must move: its own explanation says why it does not. */
  | { readonly kind: 'look'; readonly instance: string }

/** Whether a move can be made as things stand. */
export function isReady(move: Move): boolean {
  if ('unmet' in move && move.unmet.length > 0) return false
  return !('people' in move) || move.people.length > 0
}
