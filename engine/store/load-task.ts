import type { DecidedTask } from '../host/ledger.ts'
import type { Connection } from './connection.ts'
import { fromText } from './json-text.ts'
import { type StoredTask, taskRow } from './task-row.ts'

/** One task by its id, open or closed, at once and inside a transaction. `now` (ms) tells whether it is late. */
export function loadTask(db: Connection, id: string, now: number): DecidedTask | undefined {
  const task = db
    .prepare<StoredTask>(
      `select task.*, instance.id as instance_id, definition.name as instance_name, instance.filled as instance_filled
      from task
      inner join instance on instance.row = task.instance
      inner join definition on definition.row = instance.definition
      where task.id = ?`,
    )
    .get(id)
  if (!task) return undefined
  const counts = db.prepare<{ kind: string; count: number }>(
    'select kind, count(*) as count from evidence where task = ? group by kind',
  )
  const attached = new Map(counts.all(task.row).map(({ kind, count }) => [kind, count]))
  return { ...taskRow(task, attached, now), excluded: fromText<readonly string[]>(task.excluded) }
}
