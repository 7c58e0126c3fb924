import type { Definition } from '../definition/definition.ts'
import type { InstanceRecord } from './record.ts'
import { taskWorkOf } from './task-work-of.ts'

/** The open task whose ending has this business name, if there is one: sending the event is completing the task. */
export function taskEndingWith(
  definition: Definition,
  { waits }: Pick<InstanceRecord, 'waits'>,
  event: string,
): string | undefined {
  if (event === 'done') return undefined
  return waits.find((wait) => taskWorkOf(definition, wait)?.ending === event)?.id
}
