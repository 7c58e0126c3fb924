/** A finished draft as the answer of a step. */
import type { JsonObject } from '../expression/type.ts'
import type { Said } from '../problem/said.ts'
import type { Draft } from './draft.ts'
import type { Effect } from './effect.ts'
import type { InstanceEvent } from './instance-event.ts'
import type { Mark } from './mark.ts'
import type { InstanceRecord } from './record.ts'
import { fixed } from './say.ts'
import { finish } from './settle.ts'
import type { StepEntry } from './step-entry.ts'

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
    value: draft.configuration.value,
    history: draft.configuration.history,
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
    ...movesMade(turn.tape),
    ...(draft.lateBy === undefined ? {} : { lateBy: draft.lateBy }),
    effects: draft.effects.map(({ kind }) => kind),
    status: record.status,
    payload: { event: { ...event } as unknown as JsonObject, notes: turn.notes, metrics: turn.metrics },
  }
}

/** What the tape says happened, in order. */
function movesMade(tape: readonly Mark[]): Pick<StepEntry, 'left' | 'entered' | 'taken'> {
  const left: string[] = []
  const entered: string[] = []
  const taken: number[] = []
  for (const mark of tape) {
    if (mark.kind === 'take') taken.push(mark.transition.index)
    else if (mark.kind === 'leave') left.push(mark.state.path)
    else entered.push(mark.state.path)
  }
  return { left, entered, taken }
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
    case 'effect-failed':
      return event.effect
    case 'action-end':
    case 'child-end':
      return event.wait
    case 'control':
      return event.operation
  }
}
