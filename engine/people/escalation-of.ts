/** Who hears of work that is late: decided here, carried in the timer's event, and kept in the journal. */
import type { Definition } from '../definition/definition.ts'
import type { InstanceRecord, Timer } from '../step/record.ts'
import type { Directory } from './directory.ts'
import { concernedAt } from './ladder.ts'

/** For a `late` timer that escalates: whom to turn to now, and whether nobody stands above. */
export function escalationOf(
  directory: Directory,
  definition: Definition,
  record: InstanceRecord,
  timer: Timer,
): { readonly to: readonly string[]; readonly last: boolean } | undefined {
  if (timer.kind !== 'late') return undefined
  const state = definition.states.get(timer.state)
  const work = state?.rhythms.find(({ key }) => key === timer.key)?.task ?? state?.work
  const escalate = work && 'deadline' in work ? work.deadline?.late?.escalate : undefined
  if (escalate === undefined) return undefined
  if (escalate !== 'up') return { to: [escalate], last: true }
  // The task of a rhythm and the state's own stand side by side.
  const wait = record.waits.find(
    (candidate) =>
      candidate.state === timer.state && (candidate.kind !== 'task' || (candidate.rhythm ?? '') === timer.key),
  )
  if (wait?.kind === 'task') return concernedAt(directory, wait, wait.level + 1)
  const seat = wait?.kind === 'approval' ? wait.seats.find(({ vote }) => !vote) : undefined
  return seat && wait?.kind === 'approval' ? concernedAt(directory, seat, wait.level + 1) : { to: [], last: true }
}
