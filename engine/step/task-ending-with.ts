import type { Definition } from '../definition/definition.ts'
import type { InstanceRecord } from './record.ts'

/** The open task whose ending has this business name, if there is one: sending the event is completing the task. */
export function taskEndingWith(
  definition: Definition,
  { waits }: Pick<InstanceRecord, 'waits'>,
  event: string,
): string | undefined {
  if (event === 'done') return undefined
  return waits.find((wait) => {
    if (wait.kind !== 'task') return false
    const state = definition.states.get(wait.state)
    const work = wait.rhythm === undefined ? state?.work : state?.rhythms.find(({ key }) => key === wait.rhythm)?.task
    return work?.kind === 'task' && work.ending === event
  })?.id
}
