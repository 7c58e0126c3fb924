import { defineRule } from '../rule.ts'
import { takenEvents } from '../sent-events.ts'

/** A declared event that no state takes: it would always be refused. */
export const eventNeverTaken = defineRule('lint/event-never-taken', (definition, _environment, report) => {
  const taken = takenEvents(definition)
  for (const event of Object.values(definition.events)) {
    if (!taken.has(event.name)) report({ event: event.name }, event)
  }
})
