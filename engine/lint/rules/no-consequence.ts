import { peopleWork } from '../people-work.ts'
import { defineRule } from '../rule.ts'

/** A due time without consequence: it passes and nothing happens. */
export const noConsequence = defineRule('lint/no-consequence', (definition, _environment, report) => {
  for (const { state, work } of peopleWork(definition)) {
    const late = work.deadline?.late
    if (!work.deadline || late?.escalate !== undefined || late?.end !== undefined) continue
    report({ state: state.key }, { place: work.place, usedAt: state.usedAt })
  }
})
