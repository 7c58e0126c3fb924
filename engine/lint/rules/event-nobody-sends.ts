import type { Definition } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'
import { eventsSentBy } from '../sent-events.ts'

/** An event that names nobody who may send it and that no process of the project sends. */
export const eventNobodySends = defineRule('lint/event-nobody-sends', (definition, { sentEvents }, report) => {
  if (!sentEvents) return
  const own = eventsSentBy(definition)
  for (const event of Object.values(definition.events)) {
    const { name } = event
    if (event.by || own.has(name) || sentEvents.has(name) || mayBeSent(definition, name)) continue
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
