import type { Definition } from '../definition/definition.ts'
import type { TaskWork } from '../definition/work.ts'
import type { Wait } from './record.ts'

/** The task that a wait stands for: of its state, or of the rhythm beside it; undefined where it is no task. */
export function taskWorkOf(definition: Definition, wait: Wait): TaskWork | undefined {
  if (wait.kind !== 'task') return undefined
  const state = definition.states.get(wait.state)
  const work = wait.rhythm === undefined ? state?.work : state?.rhythms.find(({ key }) => key === wait.rhythm)?.task
  return work?.kind === 'task' ? work : undefined
}
