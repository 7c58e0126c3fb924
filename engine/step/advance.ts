/**
 * The door of the pure heart: (process, stored instance, event) -> (next record, entry, effects), or a refusal that
 * changed nothing. It reads no clock and no store; the same arguments give the same answer for ever.
 */
import { problem } from '../problem/catalog.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import {
  applyActionEnd,
  applyChildEnd,
  applyControl,
  applyEffectFailed,
  applyTimer,
  keepIncident,
} from './apply-engine-event.ts'
import { applyComplete, applySent, applyVote } from './apply-event.ts'
import { closeDraft, type Step } from './close-draft.ts'
import { nowhere } from './configuration.ts'
import { type Draft, draftOf, openDraft, type RunningProcess } from './draft.ts'
import { initialData, keyOf } from './initial-data.ts'
import type { ControlEvent, InstanceEvent, StartEvent } from './instance-event.ts'
import { judgeMoves } from './judge-moves.ts'
import type { InstanceRecord } from './record.ts'
import { problemsOf, refuse } from './refusal.ts'
import { enter, finish } from './settle.ts'

export type { Step } from './close-draft.ts'

/** Makes the first step of an instance. */
export function startInstance(process: RunningProcess, event: StartEvent): Answer<Step> {
  return answer(() => {
    const data = initialData(process, event)
    const key = keyOf(process, event, data)
    const identity = { instance: event.instance, startedAt: event.at, ...(key === undefined ? {} : { key }) }
    const draft = openDraft(process, event, identity, data, nowhere, undefined)
    enter(draft)
    const reasons = judgeMoves(draft, 0)
    if (reasons.length > 0) refuse(problem('step/refused', {}, { reasons }))
    return closeDraft(draft, key)
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
    return closeDraft(draft, record.key)
  })
  return made.ok ? made : keepAsIncident(process, record, event, made.problems)
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

/** An ended instance takes nothing; a suspended one nothing but what ends the pause. */
function judgeLife(draft: Draft, event: InstanceEvent): void {
  // What an end asked of others may fail after it, and may be tried again.
  const isAftermath = event.kind === 'effect-failed' || (event.kind === 'control' && event.operation === 'retry')
  if (isAftermath) return
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
    case 'effect-failed':
      applyEffectFailed(draft, event)
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
    return closeDraft(draft, record.key)
  })
}

function stateOfEvent(record: InstanceRecord, event: InstanceEvent): string | undefined {
  if (event.kind === 'timer') return record.timers.find(({ id }) => id === event.timer)?.state
  if (event.kind === 'action-end' || event.kind === 'child-end')
    return record.waits.find(({ id }) => id === event.wait)?.state
  return undefined
}
