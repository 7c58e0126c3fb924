import type { Calendar } from '../calendar/calendar.ts'
import type { Connection } from './connection.ts'
import { fromText, toText } from './json-text.ts'

/** Keeps a compiled calendar by its hash, so that due times can be reckoned again years later. */
export function saveCalendar(db: Connection, hash: string, calendar: Calendar): void {
  const sql = 'insert into calendar (hash, id, compiled) values (?, ?, ?) on conflict (hash) do nothing'
  db.prepare(sql).run(hash, calendar.id, toText(calendar))
}

/** The row of a calendar that was saved. */
export function rowOfCalendar(db: Connection, hash: string): number {
  return db.prepare<{ row: number }>('select row from calendar where hash = ?').get(hash)?.row ?? 0
}

/** The calendar of a hash. */
export function loadCalendar(db: Connection, hash: string): Calendar | undefined {
  const row = db.prepare<{ compiled: string }>('select compiled from calendar where hash = ?').get(hash)
  return row && fromText<Calendar>(row.compiled)
}
