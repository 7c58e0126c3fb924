/**
 * The door of the pure heart: (process, stored instance, event) -> (next record, entry, effects), or a refusal that
 * changed nothing. It reads no clock and no store; the same arguments give the same answer for ever.
 */

import { checkFields } from '../expression/check-value.ts'
import { normaliseFields } from '../expression/normalise-fields.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { Said } from '../problem/said.ts'
import { activeStates } from './active-states.ts'
import { applyActionEnd, applyChildEnd, applyControl, applyTimer, keepIncident } from './apply-engine-event.ts'
import { applyComplete, applySent, applyVote } from './apply-event.ts'
import { type Draft, openDraft, type RunningProcess, startOfDate } from './draft.ts'
import type { Effect } from './effect.ts'
import type { ControlEvent, InstanceEvent, StartEvent } from './instance-event.ts'
import { judgeMoves } from './judge-moves.ts'
import type { InstanceRecord } from './record.ts'
import { problemsOf, refuse } from './refusal.ts'
import { fixed } from './say.ts'
import { enter, finish } from './settle.ts'
import type { StepEntry } from './step-entry.ts'

export interface Step {
  readonly record: InstanceRecord
  readonly entry: StepEntry
  readonly effects: readonly Effect[]
  /** What people call the instance now. */
  readonly name: Said
}

/** Makes the first step of an instance. */
export function startInstance(process: RunningProcess, event: StartEvent): Answer<Step> {
  return answer(() => {
    const data = initialData(process, event)
    const key = keyOf(process, event, data)
    const identity = { instance: event.instance, startedAt: event.at, ...(key === undefined ? {} : { key }) }
    const draft = openDraft(process, event, identity, { data, active: new Set() }, undefined)
    enter(draft)
    const reasons = judgeMoves(draft, 0)
    if (reasons.length > 0) refuse(problem('step/refused', {}, { reasons }))
    return close(draft, key)
  })
}

/** Makes the next step of a stored instance. */
export function advance(
  process: RunningProcess,
  record: InstanceRecord,
  event: Exclude<InstanceEvent, StartEvent>,
): Answer<Step> {
  const made = answer(() => {
    const draft = draftOf(process, record, event)
    judgeLife(draft, event)
    apply(draft, event, record)
    return close(draft, record.key)
  })
  return made.ok ? made : keepAsIncident(process, record, event, made.problems)
}

function draftOf(process: RunningProcess, record: InstanceRecord, event: InstanceEvent): Draft {
  const identity = {
    instance: record.id,
    startedAt: record.startedAt,
    ...(record.key === undefined ? {} : { key: record.key }),
  }
  const active = activeStates(process.machine, record.value)
  return openDraft(process, event, identity, { data: record.data, active }, record)
}

function answer(make: () => Step): Answer<Step> {
  try {
    return { ok: true, value: make() }
  } catch (thrown) {
    const problems = problemsOf(thrown)
    if (problems) return { ok: false, problems }
    throw thrown
  }
}

/** The given input, with defaults of input, data and the records of templates. */
function initialData(process: RunningProcess, event: StartEvent): JsonObject {
  const { definition } = process.machine
  const found = checkFields(event.input, definition.input)
  if (found.length > 0) refuse(problem('step/bad-input', { process: definition.id }, { reasons: found }))
  const data: Record<string, Json> = {}
  for (const field of definition.data.fields) {
    if (field.default !== undefined) data[field.name] = field.default
    if (field.type.kind !== 'record' || field.optional) continue
    const inner = field.type.fields.flatMap(({ name, default: value }) =>
      value === undefined ? [] : [[name, value] as const],
    )
    const isTemplateRecord = [...definition.states.values()].some(({ own }) => own === field.name)
    if (isTemplateRecord) data[field.name] = Object.fromEntries(inner)
  }
  const draft = openDraft(
    process,
    event,
    { instance: event.instance, startedAt: event.at },
    { data, active: new Set() },
    undefined,
  )
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

function keyOf(process: RunningProcess, event: StartEvent, data: JsonObject): string | undefined {
  const { key } = process.machine.definition
  if (!key) return undefined
  const draft = openDraft(
    process,
    event,
    { instance: event.instance, startedAt: event.at },
    { data, active: new Set() },
    undefined,
  )
  const value = draft.turn.evaluate(key, '', draft.turn.moment)
  return value === undefined || value === null ? undefined : String(value)
}

/** An ended instance takes nothing; a suspended one nothing but what ends the pause. */
function judgeLife(draft: Draft, event: InstanceEvent): void {
  if (draft.status === 'completed' || draft.status === 'cancelled')
    refuse(problem('step/ended', { instance: draft.instance }))
  const pausing =
    event.kind === 'control' &&
    (event.operation === 'resume' || event.operation === 'cancel' || event.operation === 'suspend')
  if (draft.suspendedAt !== undefined && !pausing) refuse(problem('step/suspended', { instance: draft.instance }))
}

function apply(draft: Draft, event: Exclude<InstanceEvent, StartEvent>, record: InstanceRecord): void {
  switch (event.kind) {
    case 'sent':
      applySent(draft, event)
      break
    case 'complete':
      applyComplete(draft, event)
      break
    case 'vote':
      applyVote(draft, event)
      break
    case 'timer':
      applyTimer(draft, event)
      break
    case 'action-end':
      applyActionEnd(draft, event)
      break
    case 'child-end':
      applyChildEnd(draft, event)
      break
    case 'control':
      applyAgain(draft, event, record)
  }
  finish(draft)
}

/** `retry` of an event that could not be applied makes it again; every other operation is what it says. */
function applyAgain(draft: Draft, event: ControlEvent, record: InstanceRecord): void {
  const incident =
    event.operation === 'retry'
      ? record.incidents.find(({ id }) => event.incident === undefined || id === event.incident)
      : undefined
  if (!incident?.event) {
    applyControl(draft, event)
    return
  }
  draft.incidents = draft.incidents.filter((candidate) => candidate !== incident)
  const again = incident.event as unknown as Exclude<InstanceEvent, StartEvent>
  if (again.kind === 'timer') {
    const state = incident.state
    draft.timers = [
      ...draft.timers,
      { id: again.timer, kind: kindOf(again.timer), state, key: keyPart(again.timer), dueAt: draft.at },
    ]
  }
  apply(draft, again, record)
}

function kindOf(timer: string): InstanceRecord['timers'][number]['kind'] {
  return timer.slice(0, timer.indexOf('@')) as InstanceRecord['timers'][number]['kind']
}

function keyPart(timer: string): string {
  return timer.slice(timer.lastIndexOf(':') + 1)
}

/** What only a host can make must not be lost: if its move fails, the instance keeps it as an incident. */
function keepAsIncident(
  process: RunningProcess,
  record: InstanceRecord,
  event: Exclude<InstanceEvent, StartEvent>,
  problems: readonly Problem[],
): Answer<Step> {
  const state = stateOfEvent(record, event)
  const first = problems[0]
  const isMoveFailure = first && (first.code === 'step/expression-failed' || first.code === 'step/endless')
  if (state === undefined || !isMoveFailure) return { ok: false, problems }
  return answer(() => {
    const draft = draftOf(process, record, event)
    const cause = first.reasons?.[0] ?? first
    keepIncident(draft, event, state, cause.code, JSON.stringify(cause.blanks))
    return close(draft, record.key)
  })
}

function stateOfEvent(record: InstanceRecord, event: InstanceEvent): string | undefined {
  if (event.kind === 'timer') return record.timers.find(({ id }) => id === event.timer)?.state
  if (event.kind === 'action-end' || event.kind === 'child-end')
    return record.waits.find(({ id }) => id === event.wait)?.state
  return undefined
}

function close(draft: Draft, key: string | undefined): Step {
  if (draft.event.kind === 'start') finish(draft)
  const record = recordOf(draft, key)
  const effects = draft.effects.map(
    (body, index): Effect => ({ ...body, id: `${draft.instance}/${draft.step}/${index}` }),
  )
  return { record, effects, entry: entryOf(draft, record), name: nameOf(draft) }
}

function nameOf({ turn, process }: Draft): Said {
  const { name, title } = process.machine.definition
  return name ? turn.say(name, '', turn.moment) : fixed(title)
}

function recordOf(draft: Draft, key: string | undefined): InstanceRecord {
  const { process, before, event } = draft
  const { definition } = process.machine
  const parent = event.kind === 'start' ? event.parent : before?.parent
  return {
    format: 1,
    id: draft.instance,
    process: definition.id,
    version: definition.version,
    definition: process.hash,
    calendar: process.calendar.hash ?? process.calendar.id,
    ...(key === undefined ? {} : { key }),
    ...(parent ? { parent } : {}),
    status: draft.status,
    ...(draft.suspendedAt === undefined ? {} : { suspendedAt: draft.suspendedAt }),
    step: draft.step,
    startedAt: before?.startedAt ?? event.at,
    at: draft.at,
    ...(draft.outcome === undefined ? {} : { outcome: draft.outcome }),
    ...(draft.output ? { output: draft.output } : {}),
    value: draft.position.value,
    history: draft.position.history,
    data: draft.turn.data,
    timers: [...draft.timers].sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1)),
    waits: draft.waits,
    aside: draft.aside,
    doers: draft.doers,
    incidents: draft.incidents,
  }
}

function entryOf(draft: Draft, record: InstanceRecord): StepEntry {
  const { turn, event } = draft
  return {
    format: 1,
    instance: draft.instance,
    step: draft.step,
    at: draft.at,
    actor: event.actor,
    kind: event.kind,
    subject: subjectOf(event),
    definition: record.definition,
    calendar: record.calendar,
    left: turn.tape.flatMap((mark) => (mark.kind === 'leave' ? [mark.state] : [])),
    entered: turn.tape.flatMap((mark) => (mark.kind === 'enter' ? [mark.state] : [])),
    taken: turn.tape.flatMap((mark) => (mark.kind === 'take' ? [mark.transition] : [])),
    ...(draft.lateBy === undefined ? {} : { lateBy: draft.lateBy }),
    effects: draft.effects.map(({ kind }) => kind),
    status: record.status,
    payload: { event: { ...event } as unknown as JsonObject, notes: turn.notes, metrics: turn.metrics },
  }
}

function subjectOf(event: InstanceEvent): string {
  switch (event.kind) {
    case 'start':
      return event.instance
    case 'sent':
      return event.event
    case 'complete':
    case 'vote':
      return event.task
    case 'timer':
      return event.timer
    case 'action-end':
    case 'child-end':
      return event.wait
    case 'control':
      return event.operation
  }
}
