import { defineRule } from '../rule.ts'
import { receiversOf, sendingsOf, takenEvents } from '../sent-events.ts'

/** An event sent to processes none of which takes it, or to children where the process runs none. */
export const eventNotHeard = defineRule('lint/event-not-heard', (definition, { processes }, report) => {
  if (!processes) return
  for (const { send, ...at } of sendingsOf(definition)) {
    const receivers = receiversOf(definition, { send }, processes)
    // Who runs this one may live in another project.
    if (send.to === 'parent' && receivers.length === 0) continue
    if (receivers.some((receiver) => takenEvents(receiver).has(send.event))) continue
    const heard = receivers.length === 0 ? undefined : receivers.map(({ id }) => id)
    report({ event: send.event, processes: heard }, at)
  }
})
