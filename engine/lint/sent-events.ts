import type { Definition } from '../definition/definition.ts'

/** Names of the events a process sends to others. */
export function eventsSentBy({ states }: Definition): ReadonlySet<string> {
  const sent = new Set<string>()
  for (const { entry, exit, transitions } of states.values()) {
    for (const operation of [...entry, ...exit, ...transitions.flatMap((move) => move.operations)]) {
      if (operation.kind === 'send') sent.add(operation.event)
    }
  }
  return sent
}
