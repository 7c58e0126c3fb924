/** The data an instance starts with, and the business key it has by it. */
import { checkFields } from '../expression/check-value.ts'
import { normaliseFields } from '../expression/normalise-fields.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import { nowhere } from './configuration.ts'
import { openDraft, type RunningProcess, startOfDate } from './draft.ts'
import type { StartEvent } from './instance-event.ts'
import { problemsOf, refuse } from './refusal.ts'

/** The given input, with defaults of input, data and the records of templates. */
export function initialData(process: RunningProcess, event: StartEvent): JsonObject {
  const { definition } = process.machine
  const found = checkFields(event.input, definition.input)
  if (found.length > 0) refuse(problem('step/bad-input', { process: definition.id }, { reasons: found }))
  const data: Record<string, Json> = {}
  const templateRecords = new Set([...definition.states.values()].map(({ own }) => own))
  for (const field of definition.data.fields) {
    if (field.default !== undefined) data[field.name] = field.default
    if (field.type.kind !== 'record' || field.optional) continue
    const inner = field.type.fields.flatMap(({ name, default: value }) =>
      value === undefined ? [] : [[name, value] as const],
    )
    if (templateRecords.has(field.name)) data[field.name] = Object.fromEntries(inner)
  }
  const draft = openDraft(process, event, { instance: event.instance, startedAt: event.at }, data, nowhere, undefined)
  return { ...data, ...normaliseFields(event.input, definition.input, startOfDate(draft)) }
}

/** The business key that an instance would have, or undefined where it has none or its input is refused. */
export function keyOfStart(process: RunningProcess, event: StartEvent): string | undefined {
  try {
    return keyOf(process, event, initialData(process, event))
  } catch (thrown) {
    if (problemsOf(thrown)) return undefined
    throw thrown
  }
}

export function keyOf(process: RunningProcess, event: StartEvent, data: JsonObject): string | undefined {
  const { key } = process.machine.definition
  if (!key) return undefined
  const draft = openDraft(process, event, { instance: event.instance, startedAt: event.at }, data, nowhere, undefined)
  const value = draft.turn.evaluate(key, '', draft.turn.moment)
  return value === undefined || value === null ? undefined : String(value)
}
