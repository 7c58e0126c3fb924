import type { Definition } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'

/** A declared event that no state takes: it would always be refused. */
export const eventNeverTaken = defineRule('lint/event-never-taken', (definition, _environment, report) => {
  const taken = takenEvents(definition)
  for (const event of Object.values(definition.events)) {
    if (!taken.has(event.name)) report({ event: event.name }, event)
  }
})

/** Events of transitions, and business names of the endings of tasks. */
function takenEvents(definition: Definition): ReadonlySet<string> {
  return new Set(
    [...definition.states.values()].flatMap(({ work, rhythms, transitions }) => [
      ...(work?.kind === 'task' ? [work.ending] : []),
      ...rhythms.flatMap(({ task }) => task?.ending ?? []),
      ...transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : [])),
    ]),
  )
}
