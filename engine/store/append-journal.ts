import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Connection } from './connection.ts'
import { toText, toTextOrNull } from './json-text.ts'

/** Appends an entry to the journal of an instance. Throws when its step was written already. */
export function appendJournal(db: Connection, row: number, entry: JournalEntry): void {
  const { instance: _, step, at, kind, subject, hash, payload, salt, ...fixed } = entry
  db.prepare(
    `insert into journal (instance, step, at, kind, subject, actor, hash, fixed, payload, salt)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(row, step, at, kind, subject, fixed.actor.id, hash, toText(fixed), toTextOrNull(payload), salt ?? null)
}
