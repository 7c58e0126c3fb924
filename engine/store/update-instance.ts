import type { Connection } from './connection.ts'
import { filledText } from './instance-name.ts'
import { recordText } from './record-text.ts'
import { type InstancePlace, type InstanceToStore, wakeAt } from './stored-instance.ts'

/**
 * Writes an instance over its row and gives up the lease on its timers. False, and nothing written, when the row is
 * no longer at `expectedStep`: somebody else has moved it, and the step must be computed anew. Process and key stay
 * for life.
 */
export function updateInstance(
  db: Connection,
  row: number,
  expectedStep: number,
  { record, name }: InstanceToStore,
  { definition, calendar, entry }: InstancePlace,
): boolean {
  const sql = `update instance set definition = ?, calendar = ?, status = ?, suspended = ?, step = ?, wake_at = ?,
    lease_until = null, lease_by = null, incidents = ?, state = ?, filled = ?, journal = ?, at = ?
    where row = ? and step = ?`
  const { changes } = db
    .prepare(sql)
    .run(
      definition,
      calendar,
      record.status,
      record.suspendedAt === undefined ? 0 : 1,
      record.step,
      wakeAt(record),
      record.incidents.length,
      recordText(record),
      filledText(name),
      entry,
      record.at,
      row,
      expectedStep,
    )
  return changes === 1
}
