/** Events that only a host makes: timers, ends of actions and children, and the operations on any instance. */
import { datetimeText } from '../calendar/datetime-text.ts'
import type { JsonObject } from '../expression/type.ts'
import { afterEvent, endingEvent, momentEvent, nodeId } from '../machine/machine-names.ts'
import { problem } from '../problem/catalog.ts'
import { closeWait, dropAside, tasksOf } from './close-work.ts'
import { type Draft, reckon, request, stateOf } from './draft.ts'
import type {
  ActionEndEvent,
  ChildEndEvent,
  ControlEvent,
  EffectFailedEvent,
  InstanceEvent,
  TimerEvent,
} from './instance-event.ts'
import { openAction, openTask, startWaiting } from './open-work.ts'
import type { ChildItem, ChildrenWait, Timer, Wait } from './record.ts'
import { refuse } from './refusal.ts'
import { clearDeadline, replaceTimer, setLateTimer } from './set-timers.ts'
import { dispatch, tellParent } from './settle.ts'

/** A timer has come due. It fires once; one that was missed says by how much. */
export function applyTimer(draft: Draft, event: TimerEvent): void {
  const timer = draft.timers.find(({ id }) => id === event.timer)
  if (!timer) refuse(problem('step/timer-gone', { timer: event.timer }))
  if (timer.dueAt > draft.at) refuse(problem('step/timer-not-due', { timer: timer.id, due: datetimeText(timer.dueAt) }))
  draft.timers = draft.timers.filter((candidate) => candidate !== timer)
  if (draft.at > timer.dueAt) draft.lateBy = draft.at - timer.dueAt
  switch (timer.kind) {
    case 'after':
      dispatch(draft, afterEvent(nodeId(draft.process.machine.ids, timer.state), timer.key))
      return
    case 'at':
      dispatch(draft, momentEvent('at', timer.state, timer.key))
      return
    case 'every':
      applyRhythm(draft, timer)
      return
    case 'remind':
      for (const wait of waitsOf(draft, timer))
        for (const task of tasksOf(wait)) request(draft, { kind: 'remind-task', task })
      return
    case 'late':
      applyLate(draft, timer, event)
  }
}

/** Sets the next beat first, from the beat that was due: a move that leaves the state takes it away again. */
function applyRhythm(draft: Draft, timer: Timer): void {
  const state = stateOf(draft, timer.state)
  const rhythm = state.rhythms.find(({ key }) => key === timer.key)
  if (!rhythm) return
  const length = draft.turn.evaluate(rhythm.length, state.path, draft.turn.moment)
  let next = reckon(draft, timer.dueAt, length)
  for (let beats = 0; next && next.at <= draft.at && beats < 10_000; beats += 1) next = reckon(draft, next.at, length)
  if (next && next.at > draft.at) {
    const { estimated: _last, ...rest } = timer
    replaceTimer(draft, { ...rest, dueAt: next.at, ...(next.estimated ? { estimated: true as const } : {}) })
  }
  if (!rhythm.task) dispatch(draft, momentEvent('every', state.path, rhythm.key))
  else if (waitsOf(draft, timer).length === 0) openTask(draft, state, rhythm.task, rhythm)
}

/** The open task or approval that a timer of a deadline or rhythm belongs to. */
function waitsOf(draft: Draft, { state, key }: Timer): readonly Wait[] {
  return draft.waits.filter(
    (wait) => wait.state === state && (wait.kind === 'task' ? (wait.rhythm ?? '') === key : key === ''),
  )
}

/** A due time was missed: the work ends by itself, or a step of the ladder hears of it. */
function applyLate(draft: Draft, timer: Timer, event: TimerEvent): void {
  const [wait] = waitsOf(draft, timer)
  const state = stateOf(draft, timer.state)
  const rhythm = state.rhythms.find(({ key }) => key === timer.key)
  const work = rhythm?.task ?? state.work
  if (!wait || !work || !('deadline' in work) || !work.deadline?.late) return
  const { late } = work.deadline
  if (late.end !== undefined) {
    draft.waits = draft.waits.filter((candidate) => candidate !== wait)
    clearDeadline(draft, state.path, timer.key)
    closeWait(draft, wait, 'expired', 'cancel')
    dispatch(draft, endingEvent(state.path, late.end, rhythm?.key))
    return
  }
  if (wait.kind !== 'task' && wait.kind !== 'approval') return
  const level = wait.level + 1
  const to = event.escalation?.to ?? (late.escalate === undefined ? [] : [late.escalate])
  for (const task of tasksOf(wait)) request(draft, { kind: 'escalate-task', task, level, to })
  draft.waits = draft.waits.map((candidate) => (candidate === wait ? { ...wait, level } : candidate))
  const again = late.escalate === 'up' && late.after !== undefined && event.escalation?.last === false
  if (again) setLateTimer(draft, state.path, timer.key, work.deadline, draft.at)
}

export function applyActionEnd(draft: Draft, event: ActionEndEvent): void {
  const wait = draft.waits.find((candidate) => candidate.kind === 'action' && candidate.id === event.wait)
  if (!wait) refuse(problem('step/wait-gone', { wait: event.wait }))
  const { outcome } = event
  draft.incidents = draft.incidents.filter(({ id }) => id !== wait.id)
  if (outcome.ok) {
    draft.waits = draft.waits.filter((candidate) => candidate !== wait)
    draft.turn.variables = { result: outcome.result }
    dispatch(draft, endingEvent(wait.state, 'done'))
    return
  }
  draft.turn.variables = { error: outcome.error }
  if (dispatch(draft, endingEvent(wait.state, 'failed'))) {
    draft.waits = draft.waits.filter((candidate) => candidate !== wait)
    return
  }
  draft.incidents = [...draft.incidents, { id: wait.id, state: wait.state, at: draft.at, ...outcome.error }]
}

export function applyChildEnd(draft: Draft, event: ChildEndEvent): void {
  const wait = draft.waits.find(
    (candidate): candidate is ChildrenWait => candidate.kind === 'children' && candidate.id === event.wait,
  )
  const ended = wait?.items[event.item]
  if (!wait || !ended || ended.status !== 'open') refuse(problem('step/wait-gone', { wait: event.wait }))
  const { work } = stateOf(draft, wait.state)
  if (work?.kind !== 'children') throw new Error(`no children in ${wait.state}`)
  const item: ChildItem = event.output
    ? { ...ended, status: 'done', output: event.output }
    : { ...ended, status: 'failed' }
  const items = wait.items.map((candidate, index) => (index === event.item ? item : candidate))
  const next = startWaiting(draft, { ...wait, items }, work.limit)
  draft.waits = draft.waits.map((candidate) => (candidate === wait ? next : candidate))
  if (next.items.some(({ status }) => status === 'open' || status === 'waiting')) return
  const failed = next.items.every(({ status }) => status === 'failed')
  draft.turn.variables = !work.each && event.output ? { result: event.output } : {}
  const taken = failed && dispatch(draft, endingEvent(wait.state, 'failed'))
  // Of many children `failed` need not be taken: all have ended, and that is `done`.
  if (!taken && (!failed || work.each)) dispatch(draft, endingEvent(wait.state, 'done'))
  draft.waits = draft.waits.filter((candidate) => candidate !== next)
}

/** `suspend resume cancel`; `retry` is led by `advance`, since it makes another event again. */
export function applyControl(draft: Draft, event: ControlEvent): void {
  const suspended = draft.suspendedAt !== undefined
  switch (event.operation) {
    case 'suspend':
      if (suspended) refuse(problem('step/suspended', { instance: draft.instance }))
      draft.suspendedAt = draft.at
      return
    case 'resume':
      if (!suspended) refuse(problem('step/not-suspended', { instance: draft.instance }))
      resume(draft, event.keepDates ?? false)
      return
    case 'cancel':
      cancel(draft)
      return
    case 'retry':
      retryAction(draft, event.incident)
  }
}

function resume(draft: Draft, keepDates: boolean): void {
  const pause = keepDates ? 0 : draft.at - (draft.suspendedAt ?? draft.at)
  draft.suspendedAt = undefined
  if (pause === 0) return
  draft.timers = draft.timers.map((timer) => ({ ...timer, dueAt: timer.dueAt + pause }))
  draft.waits = draft.waits.map((wait) =>
    'dueAt' in wait && wait.dueAt !== undefined ? { ...wait, dueAt: wait.dueAt + pause } : wait,
  )
  for (const wait of draft.waits) {
    if (!('dueAt' in wait) || wait.dueAt === undefined) continue
    for (const task of tasksOf(wait)) request(draft, { kind: 'move-task', task, dueAt: wait.dueAt })
  }
}

/** Runs no `exit`; closes everything, also beside the flow. */
function cancel(draft: Draft): void {
  for (const wait of [...draft.waits].reverse()) {
    const work = stateOf(draft, wait.state).work
    closeWait(draft, wait, 'cancelled', work?.kind === 'children' ? work.leave : 'cancel')
  }
  dropAside(draft, 'cancelled')
  draft.waits = []
  draft.timers = []
  draft.incidents = []
  draft.suspendedAt = undefined
  draft.status = 'cancelled'
  tellParent(draft, undefined)
}

/** An action that failed for good is asked for again, under a new id. */
function retryAction(draft: Draft, id: string | undefined): void {
  const incident = id === undefined ? draft.incidents[0] : draft.incidents.find((candidate) => candidate.id === id)
  if (!incident) refuse(problem('step/no-incident', { incident: id ?? draft.instance }))
  draft.incidents = draft.incidents.filter((candidate) => candidate !== incident)
  const wait = draft.waits.find((candidate) => candidate.id === incident.id)
  const state = stateOf(draft, incident.state)
  if (wait?.kind !== 'action' || state.work?.kind !== 'action') return
  draft.waits = draft.waits.filter((candidate) => candidate !== wait)
  openAction(draft, state, state.work)
}

/** An effect failed for good: it stands on the record until it is tried again. */
export function applyEffectFailed(draft: Draft, { effect, error }: EffectFailedEvent): void {
  draft.incidents = [
    ...draft.incidents.filter(({ id }) => id !== effect),
    { id: effect, state: '', at: draft.at, ...error },
  ]
}

/** Keeps an event of the engine that could not be applied, for a `retry`; its timer no longer fires. */
export function keepIncident(draft: Draft, event: InstanceEvent, state: string, code: string, message: string): void {
  const id =
    event.kind === 'timer' ? event.timer : event.kind === 'action-end' || event.kind === 'child-end' ? event.wait : ''
  draft.timers = draft.timers.filter((timer) => timer.id !== id)
  draft.incidents = [
    ...draft.incidents,
    { id, state, at: draft.at, code, message, event: { ...event } as unknown as JsonObject },
  ]
}
