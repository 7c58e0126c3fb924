/**
 * The tables, as Kysely and the statements of a commit see them. The same on SQLite and PostgreSQL: integer row
 * numbers (private to this folder), times as integer milliseconds since 1970, flags 0 and 1, JSON as text.
 */
import type { Generated } from 'kysely'
import type { TaskOutcome } from '../step/effect.ts'
import type { InstanceStatus } from '../step/record.ts'
import type { StepEntry } from '../step/step-entry.ts'

/** 0 or 1. */
export type Flag = 0 | 1

/** Every table and documented view, by name. */
export interface Schema {
  instance: InstanceTable
  instance_field: InstanceFieldTable
  journal: JournalTable
  task: TaskTable
  evidence: EvidenceTable
  file: FileTable
  pending_effect: PendingEffectTable
  notification: NotificationTable
  definition: DefinitionTable
  calendar: CalendarTable
  person: PersonTable
  person_role: PersonRoleTable
  role: RoleTable
  ladder: LadderTable
  audit: AuditTable
  comment: CommentTable
  meta: MetaTable
}

export interface InstanceTable {
  row: Generated<number>
  id: string
  process: string
  version: string
  /** Hash of the definition it is pinned to. */
  definition: string
  key: string | null
  status: InstanceStatus
  suspended: Flag
  step: number
  /** Public id of the instance that started it as a child. */
  parent: string | null
  /** When its next timer is due; null while it is suspended or has none. */
  wake_at: number | null
  /** A worker works off its timers until then; others leave it alone. */
  lease_until: number | null
  lease_by: string | null
  /** Number of incidents that wait for a retry. */
  incidents: number
  /** The instance record, JSON. */
  record: string
  /** Hash of the last journal entry. */
  head: string
  /** What people call it: `Said`, JSON. */
  name: string
  started_at: number
  at: number
}

/** What people search and reports read: fields declared `index: true`. */
export interface InstanceFieldTable {
  instance: number
  name: string
  text: string | null
  number: number | null
}

export interface JournalTable {
  row: Generated<number>
  instance: number
  step: number
  at: number
  kind: StepEntry['kind']
  subject: string
  /** Id of who acted. */
  actor: string
  hash: string
  /** The rest of the entry's hashed part, JSON. */
  fixed: string
  /** JSON; null once erased, with its salt. */
  payload: string | null
  salt: string | null
}

export interface TaskTable {
  row: Generated<number>
  id: string
  instance: number
  state: string
  work: 'task' | 'approval'
  title: string
  guide: string | null
  role: string | null
  person: string | null
  assignee: string | null
  status: 'open' | TaskOutcome
  form: string
  filled: string
  evidence: string
  /** People who may not decide it, JSON list. */
  excluded: string
  opened_at: number
  due_at: number | null
  estimated: Flag
  /** How many steps of the ladder it was escalated. */
  level: number
  /** People and roles it was escalated to, JSON list. */
  escalated: string
  reminded_at: number | null
  closed_at: number | null
  closed_by: string | null
}

export interface EvidenceTable {
  row: Generated<number>
  task: number
  kind: string
  name: string | null
  url: string | null
  sha256: string | null
  size: number | null
  by: string
  at: number
}

export interface FileTable {
  sha256: string
  bytes: Uint8Array
}

export interface PendingEffectTable {
  row: Generated<number>
  id: string
  instance: number
  kind: string
  body: string
  due_at: number
  attempts: number
  lease_until: number | null
  lease_by: string | null
  /** What the last attempt failed with. */
  error: string | null
  /** JSON; while it stands the effect is not tried again. */
  incident: string | null
}

export interface NotificationTable {
  row: Generated<number>
  /** Id of the effect. */
  id: string
  instance: number
  role: string
  text: string | null
  at: number
}

export interface DefinitionTable {
  hash: string
  process: string
  version: string
  source: string
  expanded: string
  params: string
  interfaces: string
  at: number
}

export interface CalendarTable {
  hash: string
  id: string
  compiled: string
}

export interface PersonTable {
  id: string
  name: string
  reports_to: string | null
  calendar: string | null
  /** 0 once removed: journals still name the person. */
  active: Flag
}

export interface PersonRoleTable {
  person: string
  role: string
}

export interface RoleTable {
  id: string
  title: string
}

export interface LadderTable {
  role: string
  position: number
  /** The role concerned at this step. */
  concerned: string
}

/** Operations of the store, each row chained to the last by hash. */
export interface AuditTable {
  row: Generated<number>
  at: number
  actor: string
  via: string
  proved: Flag
  operation: string
  subject: string
  detail: string
  previous: string
  hash: string
}

/** Remarks of people. The audit holds the hash of `salt + text`; both may be erased and it still proves the rest. */
export interface CommentTable {
  row: Generated<number>
  instance: number
  /** The task it is about; null where it is about the whole instance. */
  task: number | null
  by: string
  at: number
  hash: string
  text: string | null
  salt: string | null
}

export interface MetaTable {
  key: string
  value: string
}
