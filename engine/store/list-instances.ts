/** Instances as people see them in lists. */
import type { Kysely } from 'kysely'
import type { InstanceQuery, InstanceRow } from '../host/host.ts'
import type { Said } from '../step/effect.ts'
import { fromText } from './json-text.ts'
import type { Schema } from './schema.ts'

/** The instances that a query asks for, the oldest first. `now` (ms) tells which of their tasks are late. */
export async function listInstances(
  db: Kysely<Schema>,
  query: InstanceQuery & { readonly id?: string; readonly parent?: string },
  now: number,
): Promise<InstanceRow[]> {
  let select = selectInstances(db, now).orderBy('started_at').orderBy('row')
  if (query.id !== undefined) select = select.where('id', '=', query.id)
  if (query.parent !== undefined) select = select.where('parent', '=', query.parent)
  if (query.process !== undefined) select = select.where('process', '=', query.process)
  if (query.key !== undefined) select = select.where('key', '=', query.key)
  if (query.status === 'suspended') select = select.where('suspended', '=', 1)
  else if (query.status !== undefined) select = select.where('suspended', '=', 0).where('status', '=', query.status)
  return (await select.execute()).map(instanceRow)
}

function selectInstances(db: Kysely<Schema>, now: number) {
  return db
    .selectFrom('instance')
    .select([
      'id',
      'process',
      'version',
      'key',
      'name',
      'status',
      'suspended',
      'started_at',
      'at',
      'parent',
      'incidents',
    ])
    .select(({ selectFrom, fn }) => [
      selectFrom('task')
        .whereRef('task.instance', '=', 'instance.row')
        .where('task.status', '=', 'open')
        .select(fn.countAll<number>().as('count'))
        .as('open_tasks'),
      selectFrom('task')
        .whereRef('task.instance', '=', 'instance.row')
        .where('task.status', '=', 'open')
        .where('task.due_at', '<', now)
        .select(fn.countAll<number>().as('count'))
        .as('late_tasks'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectInstances>['execute']>>[number]

function instanceRow(row: Row): InstanceRow {
  return {
    id: row.id,
    process: row.process,
    version: row.version,
    ...(row.key !== null && { key: row.key }),
    name: fromText<Said>(row.name),
    status: row.suspended === 1 ? 'suspended' : row.status,
    startedAt: row.started_at,
    at: row.at,
    ...(row.parent !== null && { parent: row.parent }),
    openTasks: row.open_tasks ?? 0,
    lateTasks: row.late_tasks ?? 0,
    incidents: row.incidents,
  }
}
