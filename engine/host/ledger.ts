/**
 * What an embedded host writes in and reads from: a SQLite file, or the memory of one process. Everything a commit does
 * is synchronous and stands inside one `transaction`; people's questions are asynchronous. A ledger knows no process.
 */
import type { Calendar } from '../calendar/calendar.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Directory } from '../people/directory.ts'
import type { Answer, Text } from '../problem/problem.ts'
import type { Said } from '../problem/said.ts'
import type { Effect } from '../step/effect.ts'
import type { Incident, InstanceRecord } from '../step/record.ts'
import type {
  Claim,
  CommentRow,
  EvidenceRow,
  InstanceQuery,
  InstanceRow,
  NewComment,
  NewEvidence,
  TaskQuery,
  TaskRow,
} from './host.ts'

/** An instance as a commit sees it; `row` is private to the ledger. */
export interface LedgerInstance {
  readonly row: number
  readonly record: InstanceRecord
  /** Hash of its last journal entry. */
  readonly head: string
  /** Number of that entry, private to the ledger. */
  readonly entry: number
}

export interface LedgerDefinition {
  readonly hash: string
  readonly process: string
  readonly version: string
  /** What instances are called, before it is filled. */
  readonly name: Text
  readonly source: string
  readonly expanded: JsonObject
  readonly params: JsonObject
  readonly interfaces: Json
}

export interface Lease {
  readonly by: string
  /** Milliseconds since 1970; after it anyone may claim. */
  readonly until: number
}

export interface PendingWork {
  readonly effect: Effect
  readonly instance: string
  readonly attempts: number
  readonly dueAt: number
}

/** Work of plugins, which takes its time; or what reaches another instance, which is one more step. */
export type EffectKind = 'action' | 'message'

/** One step, ready to be written. */
export interface StepToWrite {
  readonly record: InstanceRecord
  readonly name: Said
  readonly entry: JournalEntry
  readonly effects: readonly Effect[]
  /** When the effects are due (ms): at once by the clock, which may have gone back behind the times of the instance. */
  readonly dueAt: number
  /** Fields marked `index: true`, by name; absent where none has changed. */
  readonly fields?: Readonly<Record<string, string | number>>
}

/** A task, and what must be known besides to decide who may do it: the people who may not. */
export type DecidedTask = TaskRow & { readonly excluded: readonly string[] }

export interface Ledger {
  /** Runs synchronous work as one: all of it is written, or nothing where it throws. */
  transaction<T>(work: () => T): T
  instance(id: string): LedgerInstance | undefined
  live(process: string, key: string): LedgerInstance | undefined
  /** Writes the first step of an instance: record, entry, tasks, fields, pending effects. */
  insert(step: StepToWrite): void
  /** Writes a further step where the instance is still as it was loaded; false where it is not. */
  update(before: LedgerInstance, step: StepToWrite): boolean
  /** One task by its id, open or closed. */
  task(id: string, now: number): DecidedTask | undefined
  /** An effect that is not done yet. */
  pending(id: string): PendingWork | undefined
  /** Effects due by now, those due first first, each leased to the caller; of both kinds where none is named. */
  claimEffects(now: number, lease: Lease, limit: number, of?: EffectKind): readonly PendingWork[]
  /** Holds others off for longer; false where the effect is gone or another's by now. */
  renewEffect(id: string, lease: Lease): boolean
  finishEffect(id: string): void
  retryEffect(id: string, at: number, attempts: number, error: string): void
  failEffect(id: string, incident: Incident): void
  /** Instances with a timer due by now, each leased to the caller. */
  claimInstances(now: number, lease: Lease, limit: number): readonly { readonly id: string; readonly row: number }[]
  releaseInstance(row: number, by: string): void
  nextDue(): number | undefined
  /** Whether a definition and a calendar are surely kept already; false where that is not known at once. */
  keeps(definition: string, calendar: string): boolean
  saveDefinition(definition: LedgerDefinition, at: number): void
  definition(hash: string): LedgerDefinition | undefined
  saveCalendar(hash: string, calendar: Calendar): void
  calendar(hash: string): Calendar | undefined
  directory(): Directory
  claimTask(task: string, claim: Claim, at: number): boolean
  releaseTask(task: string, claim: Claim, at: number): boolean
  assignTask(task: string, to: string, claim: Claim, at: number): boolean
  attach(task: string, evidence: NewEvidence, claim: Claim, at: number): Answer<EvidenceRow>
  instances(
    query: InstanceQuery & { readonly id?: string; readonly parent?: string },
    now: number,
  ): Promise<readonly InstanceRow[]>
  tasks(query: TaskQuery & { readonly id?: string }, now: number): Promise<readonly TaskRow[]>
  journal(instance: string): Promise<readonly JournalEntry[]>
  evidenceOf(task: string): Promise<readonly EvidenceRow[]>
  /** The bytes of a SHA-256, as they are stored. */
  fileOf(sha256: string): Uint8Array | undefined
  /** Keeps a remark; its salt keeps the text from being guessed once it is erased. */
  comment(comment: NewComment, salt: string, claim: Claim, at: number): CommentRow
  commentsOf(instance: string): Promise<readonly CommentRow[]>
  close(): void
}
