/**
 * The port every host implements: what makes instances durable. Asynchronous on all hosts; bad requests come back as
 * problems in the answer, never as exceptions, and change nothing. Only storage or engine faults throw (`EngineError`).
 * Hosts carry no process logic: they load, call the pure step, commit, and perform effects after the commit.
 */
import type { Field, JsonObject } from '../expression/type.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Answer, Text } from '../problem/problem.ts'
import type { Said, TaskOutcome } from '../step/effect.ts'
import type { Actor } from '../step/instance-event.ts'
import type { InstanceRecord } from '../step/record.ts'
import type { Explanation } from '../waiting/finding.ts'

/** A claim of who acts; the host's directory answers with the roles. */
export interface Claim {
  readonly person: string
  readonly via: Actor['via']
  readonly proved: boolean
}

/** Everything that can be asked of a host. */
export interface Host {
  /** Starts an instance; with a `key` already live, answers that instance and `found: true`. */
  start(request: StartRequest, claim: Claim): Promise<Answer<Moved & { readonly found: boolean }>>
  send(request: SendRequest, claim: Claim): Promise<Answer<Moved>>
  complete(request: CompleteRequest, claim: Claim): Promise<Answer<Moved>>
  decide(request: DecideRequest, claim: Claim): Promise<Answer<Moved>>
  control(request: ControlRequest, claim: Claim): Promise<Answer<Moved>>
  /** Operations of the store on a task: audited, not part of the process. */
  claimTask(task: string, claim: Claim): Promise<Answer<TaskRow>>
  releaseTask(task: string, claim: Claim): Promise<Answer<TaskRow>>
  assignTask(task: string, to: string, claim: Claim): Promise<Answer<TaskRow>>
  attach(task: string, evidence: NewEvidence, claim: Claim): Promise<Answer<EvidenceRow>>
  /** A remark on an instance or a task, open or closed; it moves nothing. */
  comment(comment: NewComment, claim: Claim): Promise<Answer<CommentRow>>

  /** Works off pending effects and timers that are due by now; answers how many of each were done. */
  runDue(): Promise<Worked>
  /** The next moment at which something is due, if any (ms). */
  nextDue(): Promise<number | undefined>

  instance(id: string): Promise<InstanceView | undefined>
  /** Why it is waiting, and what would unblock it. */
  why(instance: string): Promise<Explanation | undefined>
  instances(query?: InstanceQuery): Promise<readonly InstanceRow[]>
  tasks(query?: TaskQuery): Promise<readonly TaskRow[]>
  journal(instance: string): Promise<readonly JournalEntry[]>
  /** Remarks on an instance and its tasks, the oldest first. */
  comments(instance: string): Promise<readonly CommentRow[]>
  /** What is attached to a task, in the order it was. */
  evidence(task: string): Promise<readonly EvidenceRow[]>
  /** The bytes of attached evidence, proved by their SHA-256. */
  evidenceBytes(evidence: EvidenceRow): Promise<Answer<Uint8Array>>
  /** Proves the chain and replays it against the pinned definition; `told` hears which entry of how many it comes to. */
  verify(instance: string, told?: (entry: number, of: number) => void): Promise<Answer<Proof>>
  close(): Promise<void>
}

/** What people ask of a host when they only want to see. */
export type HostQueries = Pick<Host, 'instance' | 'instances' | 'tasks' | 'journal' | 'comments' | 'why'>

/** A new instance of a process. */
export interface StartRequest {
  readonly process: string
  /** Public id; else `<process>-<key>`, else `<process>-<12 random base32>`. */
  readonly id?: string
  readonly input: JsonObject
  /** Figures of the project in force for this instance, over the definition's defaults. */
  readonly params?: JsonObject
}

/** An event for an instance. */
export interface SendRequest {
  readonly instance: string
  readonly event: string
  readonly data?: JsonObject
  readonly comment?: string
}

/** A task is done: its form, its evidence. */
export interface CompleteRequest {
  readonly task: string
  readonly form?: JsonObject
  readonly evidence?: readonly NewEvidence[]
  readonly comment?: string
}

/** A vote on an approval. */
export interface DecideRequest {
  readonly task: string
  readonly approved: boolean
  readonly comment?: string
}

/** Somebody with the right to it suspends, resumes or cancels an instance, or has failed work tried again. */
export type ControlRequest = {
  readonly instance: string
  readonly comment?: string
} & (
  | { readonly operation: 'suspend' | 'cancel' }
  | { readonly operation: 'resume'; readonly keepDates?: boolean }
  | { readonly operation: 'retry'; readonly incident?: string }
)

/** A file's bytes (at most 20 MB) or a link. */
export type NewEvidence = { readonly kind: string } & (
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly url: string }
)

/** Evidence attached to a task: a file by its SHA-256, or a link. */
export interface EvidenceRow {
  readonly task: string
  readonly kind: string
  readonly name?: string
  readonly url?: string
  readonly sha256?: string
  readonly size?: number
  readonly by: string
  readonly at: number
}

/** On a task of the instance, or on the instance as a whole. */
export interface NewComment {
  readonly instance: string
  readonly task?: string
  readonly text: string
}

/** A remark as it is kept. */
export interface CommentRow extends Omit<NewComment, 'text'> {
  /** Absent once erased. */
  readonly text?: string
  readonly by: string
  readonly at: number
}

/** What was erased of a person, or would be. */
export interface Erasure {
  readonly person: string
  /** Journal entries in which they acted, and in how many instances. */
  readonly entries: number
  readonly instances: number
  readonly comments: number
  /** Whether its bytes have left the file and its log; another program that reads keeps them in the log. */
  readonly purged: boolean
}

/** What a request did: the instance after it, and the entries it wrote. */
export interface Moved {
  readonly instance: string
  readonly record: InstanceRecord
  readonly entries: readonly JournalEntry[]
}

/** How much of what was due was worked off. */
export interface Worked {
  readonly timers: number
  readonly effects: number
  readonly incidents: number
}

/** An instance in a list. */
export interface InstanceRow {
  readonly id: string
  readonly process: string
  readonly version: string
  readonly key?: string
  readonly name: Said
  readonly status: InstanceRecord['status'] | 'suspended'
  readonly startedAt: number
  readonly at: number
  readonly parent?: string
  readonly openTasks: number
  readonly lateTasks: number
  readonly incidents: number
}

/** An instance as people look at it, with its tasks and children. */
export interface InstanceView {
  readonly row: InstanceRow
  readonly record: InstanceRecord
  /** Hash of the definition of this process now on disk, when it differs: the instance stays on its version. */
  readonly newer?: { readonly version: string; readonly hash: string }
  readonly tasks: readonly TaskRow[]
  readonly children: readonly InstanceRow[]
}

/** Which instances to list; all where nothing is named. */
export interface InstanceQuery {
  readonly process?: string
  readonly status?: InstanceRow['status']
  readonly key?: string
}

/** Which tasks to list. */
export interface TaskQuery {
  readonly instance?: string
  /** Tasks this person has claimed or may take by role. */
  readonly person?: string
  readonly role?: string
  /** Open ones unless said otherwise. */
  readonly status?: 'open' | 'closed' | 'all'
}

/** A task in a list, with what is needed to do it. */
export interface TaskRow {
  readonly id: string
  readonly instance: string
  readonly instanceName: Said
  readonly state: string
  readonly work: 'task' | 'approval'
  readonly title: Said
  readonly guide?: Said
  readonly role?: string
  readonly person?: string
  readonly assignee?: string
  readonly status: 'open' | TaskOutcome
  readonly form: readonly Field[]
  readonly filled: JsonObject
  readonly evidence: readonly {
    readonly kind: string
    readonly title: Text
    readonly required: boolean
    readonly attached: number
  }[]
  readonly openedAt: number
  readonly dueAt?: number
  readonly estimated: boolean
  readonly late: boolean
  readonly escalatedTo: readonly string[]
  readonly closedAt?: number
  readonly closedBy?: string
}

/** What was proved of a journal: how many entries, which of them were erased, the hash of the last. */
export interface Proof {
  readonly entries: number
  readonly erased: readonly number[]
  readonly head: string
}
