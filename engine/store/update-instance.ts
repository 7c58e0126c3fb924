import type { Connection } from './connection.ts'
import { toText } from './json-text.ts'
import { type InstanceToStore, wakeAt } from './stored-instance.ts'

/**
 * Writes an instance over its row and gives up the lease on its timers. False, and nothing written, when the row is
 * no longer at `expectedStep`: somebody else has moved it, and the step must be computed anew. Process and key stay
 * for life.
 */
export function updateInstance(
  db: Connection,
  row: number,
  expectedStep: number,
  { record, head, name }: InstanceToStore,
): boolean {
  const sql = `update instance set version = ?, definition = ?, status = ?, suspended = ?, step = ?, wake_at = ?,
    lease_until = null, lease_by = null, incidents = ?, record = ?, head = ?, name = ?, at = ?
    where row = ? and step = ?`
  const { changes } = db
    .prepare(sql)
    .run(
      record.version,
      record.definition,
      record.status,
      record.suspendedAt === undefined ? 0 : 1,
      record.step,
      wakeAt(record),
      record.incidents.length,
      toText(record),
      head,
      toText(name),
      record.at,
      row,
      expectedStep,
    )
  return changes === 1
}
