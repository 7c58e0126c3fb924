/** Which events processes send to which: to the one that runs them, or to those they run. */
import type { Definition, Operation } from '../definition/definition.ts'
import type { WrittenPlace } from '../definition/written.ts'

/** A `send` and where it stands. */
export interface Sending extends WrittenPlace {
  readonly send: Extract<Operation, { kind: 'send' }>
}

/** Every `send` of a definition, in text order. */
export function sendingsOf({ states }: Definition): readonly Sending[] {
  return [...states.values()].flatMap(({ entry, exit, transitions, usedAt }) => {
    const operations = [...entry, ...exit, ...transitions.flatMap((move) => move.operations)]
    return operations.flatMap((send) => (send.kind === 'send' ? [{ send, place: send.place, usedAt }] : []))
  })
}

/** The processes of the project that a `send` may come to. */
export function receiversOf(
  { id, states }: Definition,
  { send }: Pick<Sending, 'send'>,
  processes: ReadonlyMap<string, Definition>,
): readonly Definition[] {
  if (send.to === 'parent') return [...processes.values()].filter((other) => runs(other.states, id))
  return [...processes.values()].filter((other) => runs(states, other.id))
}

/** Whether one of the states runs the process as a child. */
function runs(states: Definition['states'], process: string): boolean {
  return [...states.values()].some(({ work }) => work?.kind === 'children' && work.process === process)
}

/** Events that a process takes: of its transitions, and the business names of the endings of its tasks. */
export function takenEvents({ states }: Definition): ReadonlySet<string> {
  return new Set(
    [...states.values()].flatMap(({ work, rhythms, transitions }) => [
      ...(work?.kind === 'task' ? [work.ending] : []),
      ...rhythms.flatMap(({ task }) => task?.ending ?? []),
      ...transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : [])),
    ]),
  )
}
