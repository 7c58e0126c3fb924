/** The work a user means: an instance as `findInstance` has it, else a task as `findTask` has it. */
import type { Host, TaskRow } from '../engine/host/host.ts'
import { problem } from '../engine/problem/catalog.ts'
import { nearestName } from '../engine/problem/nearest-name.ts'
import { refuse } from './failure.ts'
import { findInstance, instancesMeant } from './find-instance.ts'
import { lookForTask } from './find-task.ts'

/** An instance, or a task of it. */
export interface Work {
  readonly instance: string
  readonly task?: TaskRow
}

export async function findWork(host: Host, given: string, person?: string): Promise<Work> {
  const ids = (await host.instances()).map(({ id }) => id)
  if (instancesMeant(ids, given).length > 0) return { instance: (await findInstance(host, given)).record.id }
  const task = await lookForTask(host, given, person)
  if (task !== undefined) return { instance: task.instance, task }
  return refuse(problem('cli/unknown-work', { work: given, near: nearestName(given, ids) }))
}
