import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Connection } from './connection.ts'
import { bytesOf, fixedText, payloadText, subjectColumn } from './entry-row.ts'

/** Where an entry is written, and the rows of the store that it names. */
export interface EntryPlace {
  readonly row: number
  readonly instance: number
  readonly definition: number
  readonly calendar: number
  /** Row of the entry before; none before the first. */
  readonly previous: number | null
}

/**
 * Appends an entry to the journal of an instance. Each entry leads to the one before by row as it
 * does by hash: an instance is read from its last entry on, and the journal needs no other order than that of its rows.
 */
export function appendJournal(db: Connection, place: EntryPlace, entry: JournalEntry): void {
  const { step, at, kind, actor, hash, payloadHash, salt } = entry
  db.prepare(
    `insert into journal (row, instance, previous, step, at, kind, subject, actor, definition, calendar, hash,
      payload_hash, fixed, payload, salt) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    place.row,
    place.instance,
    place.previous,
    step,
    at,
    kind,
    subjectColumn(entry),
    actor.id,
    place.definition,
    place.calendar,
    bytesOf(hash),
    bytesOf(payloadHash),
    fixedText(entry),
    payloadText(entry),
    salt === undefined ? null : bytesOf(salt),
  )
}

/** The row of the last entry, 0 before there is one; inside a transaction nobody else writes the next. */
export function lastEntry(db: Connection): number {
  return db.prepare<{ last: number | null }>('select max(row) as last from journal').get()?.last ?? 0
}
