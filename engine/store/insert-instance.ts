import type { Connection } from './connection.ts'
import { toText } from './json-text.ts'
import { type InstanceToStore, wakeAt } from './stored-instance.ts'

/**
 * Writes a new instance and answers its row. Throws an `EngineError` when the id, or the process and key of a live
 * instance, are taken: look with `loadInstance` and `findLive` in the same transaction first.
 */
export function insertInstance(db: Connection, { record, head, name }: InstanceToStore): number {
  const sql = `insert into instance (id, process, version, definition, key, status, suspended, step, parent, wake_at,
    incidents, record, head, name, started_at, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const { lastInsertRowid } = db
    .prepare(sql)
    .run(
      record.id,
      record.process,
      record.version,
      record.definition,
      record.key ?? null,
      record.status,
      record.suspendedAt === undefined ? 0 : 1,
      record.step,
      record.parent?.instance ?? null,
      wakeAt(record),
      record.incidents.length,
      toText(record),
      head,
      toText(name),
      record.startedAt,
      record.at,
    )
  return lastInsertRowid
}
