import type { Definition } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'
import { receiversOf, sendingsOf } from '../sent-events.ts'

/** An event that names nobody who may send it and that no process of the project sends to this one. */
export const eventNobodySends = defineRule('lint/event-nobody-sends', (definition, { processes }, report) => {
  if (!processes) return
  for (const event of Object.values(definition.events)) {
    const { name, by } = event
    if (by || mayBeSent(definition, name) || isSentTo(definition, name, processes)) continue
    report({ event: name }, event)
  }
})

/** Whoever completes a task sends the event it ends with; a transition may name its senders itself. */
function mayBeSent(definition: Definition, name: string): boolean {
  return [...definition.states.values()].some(
    ({ work, rhythms, transitions }) =>
      (work?.kind === 'task' && work.ending === name) ||
      rhythms.some(({ task }) => task?.ending === name) ||
      transitions.some(({ trigger, by }) => by !== undefined && trigger.kind === 'event' && trigger.event === name),
  )
}

function isSentTo({ id }: Definition, name: string, processes: ReadonlyMap<string, Definition>): boolean {
  return [...processes.values()].some((sender) =>
    sendingsOf(sender).some(
      (sending) =>
        sending.send.event === name && receiversOf(sender, sending, processes).some((receiver) => receiver.id === id),
    ),
  )
}
