import type { InstanceRecord } from '../step/record.ts'
import type { InstanceView } from './host.ts'
import type { Ledger } from './ledger.ts'

/** An instance as people look at it. `newerThan` says which definition is on disk, where it is another one. */
export async function instanceView(
  ledger: Pick<Ledger, 'instance' | 'instances' | 'tasks'>,
  id: string,
  now: number,
  newerThan: (record: InstanceRecord) => InstanceView['newer'] | Promise<InstanceView['newer']>,
): Promise<InstanceView | undefined> {
  const stored = ledger.instance(id)
  const [row] = await ledger.instances({ id }, now)
  if (!stored || !row) return undefined
  const { record } = stored
  const newer = await newerThan(record)
  return {
    row,
    record,
    tasks: await ledger.tasks({ instance: id }, now),
    children: await ledger.instances({ parent: id }, now),
    ...(newer && { newer }),
  }
}
