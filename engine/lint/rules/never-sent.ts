import { isForRehearsal, sendableMoves } from '../rehearsable.ts'
import { defineRule } from '../rule.ts'

/** A state waits for events none of which a rehearsal may send: its film would end there. */
export const neverSent = defineRule('lint/never-sent', (definition, _environment, report) => {
  if (!isForRehearsal(definition)) return
  for (const state of definition.states.values()) {
    const events = state.transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : []))
    const movesByItself = state.transitions.some(({ trigger }) => trigger.kind !== 'event')
    if (state.kind !== 'wait' || events.length === 0 || movesByItself) continue
    if (sendableMoves(definition, state).length === 0) report({ state: state.key, events: [...new Set(events)] }, state)
  }
})
