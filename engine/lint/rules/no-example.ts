import type { Definition, Transition } from '../../definition/definition.ts'
import type { Field } from '../../expression/type.ts'
import { guardOf } from '../guards.ts'
import { peopleWork } from '../people-work.ts'
import { hasExample, isForRehearsal, sendableMoves } from '../rehearsable.ts'
import { defineRule } from '../rule.ts'

/** A field that must be filled and has no example: a rehearsal could not fill it in. */
export const noExample = defineRule('lint/no-example', (definition, _environment, report) => {
  if (!isForRehearsal(definition)) return
  const asked = new Set([...definition.input, ...formFields(definition), ...eventFields(definition)])
  for (const { field, ...at } of definition.written.fields) {
    if (asked.has(field) && !hasExample(field)) report({ field: field.name }, at)
  }
})

function formFields(definition: Definition): readonly Field[] {
  return peopleWork(definition).flatMap(({ work }) => (work.kind === 'task' ? work.form : []))
}

/** Fields of the events a rehearsal may send, but for those that the guard says already. */
function eventFields(definition: Definition): readonly Field[] {
  return [...definition.states.values()].flatMap((state) => {
    if (state.kind !== 'wait') return []
    return sendableMoves(definition, state).flatMap((move) => {
      const { trigger } = move
      const fields = trigger.kind === 'event' ? (definition.events[trigger.event]?.with ?? []) : []
      return fields.filter(({ name }) => !isSaid(definition, move, name))
    })
  })
}

/** Whether the guard holds only where the event's field is one word: `event.step == 'vision'`. */
function isSaid(definition: Definition, move: Transition, field: string): boolean {
  const claims = guardOf(definition, move, true)?.flat() ?? []
  return claims.some((claim) => claim.kind === 'word' && claim.is && claim.term.includes(`"field":"${field}"`))
}
