import { peopleWork } from '../people-work.ts'
import { defineRule } from '../rule.ts'

/** A veto of a role that has no seat: it never votes, so that it can never veto. */
export const vetoWithoutSeat = defineRule('lint/veto-without-seat', (definition, _environment, report) => {
  for (const { state, work } of peopleWork(definition)) {
    if (work.kind !== 'approval') continue
    const { seats, veto } = work
    const place = work.keys?.get('veto') ?? work.place
    const idle = veto.filter((role) => 'evaluate' in seats || !seats.includes(role))
    for (const role of idle) report({ state: state.key, role }, { place, usedAt: state.usedAt })
  }
})
