/** Work that people do: what tasks and approvals there are. */
import type { Definition, State } from '../definition/definition.ts'
import type { ApprovalWork, TaskWork } from '../definition/work.ts'

/** A task or an approval and the state it stands in. */
export interface PeopleWork {
  readonly state: State
  readonly work: TaskWork | ApprovalWork
}

/** All tasks and approvals in text order, those of rhythms included. */
export function peopleWork(definition: Definition): readonly PeopleWork[] {
  return [...definition.states.values()].flatMap((state) => {
    const { work } = state
    const own = work?.kind === 'task' || work?.kind === 'approval' ? [{ state, work }] : []
    return [...own, ...state.rhythms.flatMap(({ task }) => (task ? [{ state, work: task }] : []))]
  })
}
