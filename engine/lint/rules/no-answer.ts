import { isForRehearsal } from '../rehearsable.ts'
import { defineRule } from '../rule.ts'

/** An action whose plugin says nothing for rehearsals: a film would end there. */
export const noAnswer = defineRule('lint/no-answer', (definition, { answeredActions }, report) => {
  if (!answeredActions || !isForRehearsal(definition)) return
  for (const { work, usedAt } of definition.states.values()) {
    if (work?.kind !== 'action' || answeredActions.has(work.action)) continue
    report({ action: work.action }, { place: work.place, usedAt })
  }
})
