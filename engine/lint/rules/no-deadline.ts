import { peopleWork } from '../people-work.ts'
import { defineRule } from '../rule.ts'

/** A task or an approval without `due`: it may wait for ever and nobody is told. */
export const noDeadline = defineRule('lint/no-deadline', (definition, _environment, report) => {
  for (const { state, work } of peopleWork(definition)) {
    if (!work.deadline) report({ state: state.key }, { place: work.place, usedAt: state.usedAt })
  }
})
