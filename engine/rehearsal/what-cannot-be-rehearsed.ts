/** Lint for rehearsals: where a film would end because the definition gives it nothing to go on with. */
import type { Definition, State, TaskWork } from '../definition/definition.ts'
import type { Field } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import type { Place, Problem } from '../problem/problem.ts'
import { exampleRecord } from './example-value.ts'
import { sendablesOf } from './sendable.ts'

/** Warnings: required fields without an example, and states whose events a rehearsal may not send. */
export function whatCannotBeRehearsed(definition: Definition): readonly Problem[] {
  const input = withoutExample(definition.input, definition.id, { place: definition.place, usedAt: undefined })
  return [...input, ...[...definition.states.values()].flatMap((state) => judgeState(definition, state))]
}

function judgeState(definition: Definition, state: State): readonly Problem[] {
  const tasks = [state.work, ...state.rhythms.map(({ task }) => task)].filter(
    (work): work is TaskWork => work?.kind === 'task',
  )
  const at = { place: state.place, usedAt: state.usedAt }
  const forms = tasks.flatMap(({ form, place }) => withoutExample(form, state.path, { ...at, place }))
  if (state.kind !== 'wait') return forms
  const sendables = sendablesOf(definition, state.path)
  const sent = sendables.flatMap(({ event, fixed }) =>
    withoutExample(
      event.with.filter(({ name }) => fixed[name] === undefined),
      event.name,
      { place: event.place, usedAt: undefined },
    ),
  )
  return [...forms, ...sent, ...neverSent(state, sendables.length > 0)]
}

function withoutExample(
  fields: readonly Field[],
  where: string,
  at: { readonly place: Place; readonly usedAt: Place | undefined },
): readonly Problem[] {
  const missing: string[] = []
  exampleRecord(fields, {}, nowhere, missing)
  return missing.map((field) => problem('rehearsal/field-without-example', { field, where }, at))
}

/** Only whether there is an example matters, not the moment its dates are counted from. */
const nowhere = {
  at: 0,
  calendar: { id: '', zone: { id: 'UTC', offsets: [] }, week: [], makeup: [], exceptions: {} },
} as const

/** A state with a way out by itself, or which others may lead out of, stops nothing. */
function neverSent(state: State, canBeSent: boolean): readonly Problem[] {
  const events = state.transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : []))
  const movesByItself = state.transitions.some(({ trigger }) => trigger.kind !== 'event')
  if (events.length === 0 || canBeSent || movesByItself) return []
  const blanks = { state: state.path, events: [...new Set(events)] }
  return [problem('rehearsal/never-sent', blanks, { place: state.place, usedAt: state.usedAt })]
}
