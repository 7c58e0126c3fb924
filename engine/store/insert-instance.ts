import type { Connection } from './connection.ts'
import { filledText } from './instance-name.ts'
import { recordText } from './record-text.ts'
import { type InstancePlace, type InstanceToStore, wakeAt } from './stored-instance.ts'

/**
 * Writes a new instance and answers its row; its first entry is written after it. Throws an `EngineError` when the id, or the process and key of a live instance, are taken: look with `loadInstance`
 * and `findLive` in the same transaction first.
 */
export function insertInstance(
  db: Connection,
  { record, name }: InstanceToStore,
  { definition, calendar, entry }: InstancePlace,
): number {
  const sql = `insert into instance (id, process, definition, calendar, key, status, suspended, step, parent, wake_at,
    incidents, state, filled, journal, started_at, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const { lastInsertRowid } = db
    .prepare(sql)
    .run(
      record.id,
      record.process,
      definition,
      calendar,
      record.key ?? null,
      record.status,
      record.suspendedAt === undefined ? 0 : 1,
      record.step,
      record.parent?.instance ?? null,
      wakeAt(record),
      record.incidents.length,
      recordText(record),
      filledText(name),
      entry,
      record.startedAt,
      record.at,
    )
  return lastInsertRowid
}
