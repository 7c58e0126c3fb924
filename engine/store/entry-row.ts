/**
 * A journal entry as its row keeps it. What has a column, what stands in the entry twice and what is usual is not
 * written; the entry that is read is the entry that was sealed, to the letter.
 */
import type { Json, JsonObject } from '../expression/type.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { type StepPayload, SUBJECT_FIELDS } from '../step/step-entry.ts'
import { fromText, toText } from './json-text.ts'

/** Columns of `journal` that belong to the entry; hashes as bytes. */
export interface EntryColumns {
  readonly step: number
  readonly at: number
  readonly kind: JournalEntry['kind']
  readonly subject: string
  readonly actor: string
  /** Hashes, from `definition` and `calendar`. */
  readonly definition: string
  readonly calendar: string
  readonly hash: Uint8Array
  readonly fixed: string
  readonly payload_hash: Uint8Array
  /** Null once erased, with the salt. */
  readonly payload: string | null
  readonly salt: Uint8Array | null
}

type Fixed = Partial<Pick<JournalEntry, 'left' | 'entered' | 'taken' | 'lateBy' | 'effects' | 'status'>> & {
  /** How who acted was known, 1 where that was proved, and their roles. */
  readonly by: readonly [via: JournalEntry['actor']['via'], proved: 0 | 1, ...roles: string[]]
}

/** What the fixed part holds beyond the columns. */
export function fixedText({ actor, left, entered, taken, lateBy, effects, status }: JournalEntry): string {
  const fixed: Fixed = {
    by: [actor.via, actor.proved ? 1 : 0, ...actor.roles],
    ...(left.length === 0 ? {} : { left }),
    ...(entered.length === 0 ? {} : { entered }),
    ...(taken.length === 0 ? {} : { taken }),
    ...(lateBy === undefined ? {} : { lateBy }),
    ...(effects.length === 0 ? {} : { effects }),
    ...(status === 'running' ? {} : { status }),
  }
  return toText(fixed)
}

/** What an entry is about; a start is about its own instance, whose id is not written again. */
export function subjectColumn({ kind, subject }: JournalEntry): string {
  return kind === 'start' ? '' : subject
}

/** The payload without what the fixed part says already: what happened, when, to what, and who did it. */
export function payloadText({ payload, kind, subject, at }: JournalEntry): string | null {
  if (!payload) return null
  const { event, notes, metrics } = payload
  const { kind: _kind, actor: _actor, at: happenedAt, ...said } = event
  const named = SUBJECT_FIELDS[kind]
  const rest = said[named] === subject ? without(said, named) : said
  return toText({
    ...rest,
    ...(happenedAt === at ? {} : { at: happenedAt }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(Object.keys(metrics).length === 0 ? {} : { metrics }),
  })
}

/** The entry of a row; `previous` is the hash of the one before. */
export function entryOf(instance: string, row: EntryColumns, previous: string): JournalEntry {
  const fixed = fromText<Fixed>(row.fixed)
  const [via, proved, ...roles] = fixed.by
  const actor = { id: row.actor, roles, via, proved: proved === 1 }
  const subject = row.kind === 'start' ? instance : row.subject
  const payload =
    row.payload === null ? undefined : payloadOf({ ...row, subject }, fromText<JsonObject>(row.payload), actor)
  const salt = row.salt === null ? undefined : hex(row.salt)
  return {
    format: 1,
    instance,
    step: row.step,
    at: row.at,
    actor,
    kind: row.kind,
    subject,
    definition: row.definition,
    calendar: row.calendar,
    left: fixed.left ?? [],
    entered: fixed.entered ?? [],
    taken: fixed.taken ?? [],
    ...(fixed.lateBy === undefined ? {} : { lateBy: fixed.lateBy }),
    effects: fixed.effects ?? [],
    status: fixed.status ?? 'running',
    payloadHash: hex(row.payload_hash),
    previous,
    ...(payload && { payload }),
    ...(salt !== undefined && { salt }),
    hash: hex(row.hash),
  }
}

function payloadOf(
  { kind, subject, at }: EntryColumns,
  written: JsonObject,
  actor: JournalEntry['actor'],
): StepPayload {
  const { notes = [], metrics = {}, ...said } = written
  const event = { kind, at, actor, [SUBJECT_FIELDS[kind]]: subject, ...said } as unknown as JsonObject
  return {
    event,
    notes: notes as unknown as StepPayload['notes'],
    metrics: metrics as unknown as StepPayload['metrics'],
  }
}

function without(record: JsonObject, field: string): Record<string, Json> {
  const { [field]: _left, ...rest } = record
  return rest
}

/** Bytes as a hexadecimal text. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

/** The bytes of a hexadecimal text. */
export function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'hex')
}
