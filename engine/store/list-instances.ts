/** Instances as people see them in lists. */
import type { Kysely } from 'kysely'
import type { InstanceQuery, InstanceRow } from '../host/host.ts'
import { nameOf } from './instance-name.ts'
import type { Schema } from './schema.ts'

/** The instances that a query asks for, the oldest first. `now` (ms) tells which of their tasks are late. */
export async function listInstances(
  db: Kysely<Schema>,
  query: InstanceQuery & { readonly id?: string; readonly parent?: string },
  now: number,
): Promise<InstanceRow[]> {
  let select = selectInstances(db, now).orderBy('instance.started_at').orderBy('instance.row')
  if (query.id !== undefined) select = select.where('instance.id', '=', query.id)
  if (query.parent !== undefined) select = select.where('parent', '=', query.parent)
  if (query.process !== undefined) select = select.where('instance.process', '=', query.process)
  if (query.key !== undefined) select = select.where('key', '=', query.key)
  if (query.status === 'suspended') select = select.where('suspended', '=', 1)
  else if (query.status !== undefined) select = select.where('suspended', '=', 0).where('status', '=', query.status)
  return (await select.execute()).map(instanceRow)
}

function selectInstances(db: Kysely<Schema>, now: number) {
  return db
    .selectFrom('instance')
    .innerJoin('definition', 'definition.row', 'instance.definition')
    .select([
      'instance.id',
      'instance.process',
      'definition.version',
      'instance.key',
      'definition.name',
      'instance.filled',
      'instance.status',
      'instance.suspended',
      'instance.started_at',
      'instance.at',
      'instance.parent',
      'instance.incidents',
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
    name: nameOf(row.name, row.filled),
    status: row.suspended === 1 ? 'suspended' : row.status,
    startedAt: row.started_at,
    at: row.at,
    ...(row.parent !== null && { parent: row.parent }),
    openTasks: row.open_tasks ?? 0,
    lateTasks: row.late_tasks ?? 0,
    incidents: row.incidents,
  }
}
