/** A finished draft as the answer of a step. */
import type { JsonObject } from '../expression/type.ts'
import type { Said } from '../problem/said.ts'
import type { Draft } from './draft.ts'
import type { Effect } from './effect.ts'
import type { InstanceRecord, Timer } from './record.ts'
import { fixed } from './say.ts'
import { finish } from './settle.ts'
import { type StepEntry, subjectOf } from './step-entry.ts'
import type { Writable } from './writable.ts'

/** What a step answers; nothing of it was written yet. */
export interface Step {
  readonly record: InstanceRecord
  readonly entry: StepEntry
  readonly effects: readonly Effect[]
  /** What people call the instance now. */
  readonly name: Said
}

/** The record, the entry and the effects of a draft whose event was applied. */
export function closeDraft(draft: Draft, key: string | undefined): Step {
  if (draft.event.kind === 'start') finish(draft)
  const record = recordOf(draft, key)
  return { record, effects: draft.effects, entry: entryOf(draft, record), name: nameOf(draft) }
}

function nameOf({ turn, process }: Draft): Said {
  const { name, title } = process.machine.definition
  return name ? turn.say(name, '', turn.moment) : fixed(title)
}

function recordOf(draft: Draft, key: string | undefined): InstanceRecord {
  const { process, before, event } = draft
  const { definition } = process.machine
  const parent = event.kind === 'start' ? event.parent : before?.parent
  const record: Writable<InstanceRecord> = {
    format: 1,
    id: draft.instance,
    process: definition.id,
    version: definition.version,
    definition: process.hash,
    calendar: process.calendar.hash ?? process.calendar.id,
    status: draft.status,
    step: draft.step,
    startedAt: before?.startedAt ?? event.at,
    at: draft.at,
    value: draft.configuration.value,
    history: draft.configuration.history,
    data: draft.turn.data,
    timers: draft.timers === before?.timers ? draft.timers : inOrder(draft.timers),
    waits: draft.waits,
    aside: draft.aside,
    doers: draft.doers,
    incidents: draft.incidents,
  }
  if (key !== undefined) record.key = key
  if (parent) record.parent = parent
  if (draft.suspendedAt !== undefined) record.suspendedAt = draft.suspendedAt
  if (draft.outcome !== undefined) record.outcome = draft.outcome
  if (draft.output) record.output = draft.output
  return record
}

/** Timers in the order they are due. */
function inOrder(timers: readonly Timer[]): readonly Timer[] {
  return timers.toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
}

function entryOf(draft: Draft, record: InstanceRecord): StepEntry {
  const { turn, event } = draft
  const left: string[] = []
  const entered: string[] = []
  const taken: number[] = []
  // What the tape says happened, in order.
  for (const mark of turn.tape) {
    if (mark.kind === 'take') taken.push(mark.transition.index)
    else if (mark.kind === 'leave') left.push(mark.state.path)
    else entered.push(mark.state.path)
  }
  const entry: Writable<StepEntry> = {
    format: 1,
    instance: draft.instance,
    step: draft.step,
    at: draft.at,
    actor: event.actor,
    kind: event.kind,
    subject: subjectOf(event),
    definition: record.definition,
    calendar: record.calendar,
    left,
    entered,
    taken,
    effects: draft.effects.map(({ kind }) => kind),
    status: record.status,
    payload: { event: eventToKeep(draft), metrics: turn.metrics, notes: turn.notes },
  }
  if (draft.lateBy !== undefined) entry.lateBy = draft.lateBy
  return entry
}

function eventToKeep({ event, answers }: Draft): JsonObject {
  // With its keys in order, as it is hashed.
  return (answers ? Object.assign({ actor: event.actor, answers }, event) : event) as unknown as JsonObject
}
