/** The instances of a memory ledger as people see them in lists. */
import type { Said } from '../problem/said.ts'
import type { InstanceQuery, InstanceRow } from './host.ts'
import type { Lease, StoredInstance } from './ledger.ts'

export interface MemoryInstance extends StoredInstance {
  readonly name: Said
  readonly lease: Lease | undefined
}

/** The instances a query asks for, the oldest first. */
export function selectInstances(
  instances: readonly MemoryInstance[],
  query: InstanceQuery & { readonly id?: string; readonly parent?: string },
): readonly MemoryInstance[] {
  const { id, parent, process, key, status } = query
  return instances
    .filter(({ record }) => id === undefined || record.id === id)
    .filter(({ record }) => parent === undefined || record.parent?.instance === parent)
    .filter(({ record }) => process === undefined || record.process === process)
    .filter(({ record }) => key === undefined || record.key === key)
    .filter((instance) => status === undefined || statusOf(instance) === status)
    .sort((a, b) => a.record.startedAt - b.record.startedAt || a.row - b.row)
}

/** An instance in a list, with how many of its tasks are open and late. */
export function instanceRowOf(instance: MemoryInstance, openTasks: number, lateTasks: number): InstanceRow {
  const { record, name } = instance
  return {
    id: record.id,
    process: record.process,
    version: record.version,
    ...(record.key !== undefined && { key: record.key }),
    name,
    status: statusOf(instance),
    startedAt: record.startedAt,
    at: record.at,
    ...(record.parent && { parent: record.parent.instance }),
    openTasks,
    lateTasks,
    incidents: record.incidents.length,
  }
}

function statusOf({ record }: MemoryInstance): InstanceRow['status'] {
  return record.suspendedAt === undefined ? record.status : 'suspended'
}
