import type { Definition } from '../../definition/definition.ts'
import { fits } from '../../expression/fits.ts'
import { defineRule } from '../rule.ts'
import { receiversOf, type Sending, sendingsOf } from '../sent-events.ts'

/** What is sent with an event does not fit the fields that its receiver declares. */
export const sentData = defineRule('lint/sent-data', (definition, { processes }, report) => {
  if (!processes) return
  for (const { send, ...at } of sendingsOf(definition)) {
    for (const receiver of receiversOf(definition, { send }, processes)) {
      const fields = misfits(receiver, send)
      if (fields.length > 0) report({ event: send.event, process: receiver.id, fields }, at)
    }
  }
})

/** Fields that are not given, not known, or of another type. */
function misfits({ events }: Definition, { event, data }: Sending['send']): readonly string[] {
  const declared = events[event]
  if (!declared) return []
  const unknown = Object.keys(data).filter((name) => !declared.with.some((field) => field.name === name))
  const wrong = declared.with.filter(({ name, type, optional, default: usual }) => {
    const given = data[name]
    if (!given) return !optional && usual === undefined
    // A text may be a word, a date or an amount; what it is shows when it arrives.
    return given.type.kind !== 'string' && given.type.kind !== 'text' && !fits(given.type, type)
  })
  return [...wrong.map(({ name }) => name), ...unknown]
}
