/** Timers of states and of the work in them. Due times are absolute and ours; a state that is left takes its own along. */
import type { State } from '../definition/definition.ts'
import type { Deadline } from '../definition/work.ts'
import { type Draft, reckon } from './draft.ts'
import { type Timer, type TimerKind, timerId } from './record.ts'

/** Sets `after`, `at` and `every` of a state just entered. */
export function setStateTimers(draft: Draft, state: State): void {
  const { turn } = draft
  const seen: string[] = []
  for (const { trigger } of state.transitions) {
    if (trigger.kind !== 'after' && trigger.kind !== 'at') continue
    const id = timerId(trigger.kind, state.path, trigger.key)
    if (seen.includes(id)) continue
    seen.push(id)
    const expression = trigger.kind === 'after' ? trigger.length : trigger.when
    addTimer(draft, trigger.kind, state.path, trigger.key, draft.at, turn.evaluate(expression, state.path, turn.moment))
  }
  for (const rhythm of state.rhythms) {
    addTimer(draft, 'every', state.path, rhythm.key, draft.at, turn.evaluate(rhythm.length, state.path, turn.moment))
  }
}

function addTimer(draft: Draft, kind: TimerKind, state: string, key: string, from: number, length: unknown): void {
  if (length === undefined) return
  const moment = reckon(draft, from, length)
  if (!moment) return
  const timer: Timer = {
    id: timerId(kind, state, key),
    kind,
    state,
    key,
    dueAt: moment.at,
    ...(moment.estimated ? { estimated: true as const } : {}),
  }
  draft.timers = [...draft.timers.filter((existing) => existing.id !== timer.id), timer]
}

export interface Due {
  readonly dueAt: number
  readonly estimated?: true
}

/** When work opened now is due. */
export function dueOf(draft: Draft, path: string, deadline: Deadline | undefined): Due | undefined {
  if (!deadline) return undefined
  const { turn } = draft
  const moment = reckon(draft, draft.at, turn.evaluate(deadline.due, path, turn.moment))
  return moment && { dueAt: moment.at, ...(moment.estimated ? { estimated: true as const } : {}) }
}

/** Sets the reminder and the consequence of a deadline; `key` tells the task of a rhythm from the state's own. */
export function setDeadlineTimers(
  draft: Draft,
  path: string,
  key: string,
  deadline: Deadline | undefined,
  due: Due | undefined,
): void {
  if (!deadline || !due) return
  const { turn } = draft
  if (deadline.remind) {
    const moment = reckon(draft, due.dueAt, turn.evaluate(deadline.remind, path, turn.moment), true)
    if (moment && moment.at > draft.at)
      replaceTimer(draft, { id: timerId('remind', path, key), kind: 'remind', state: path, key, dueAt: moment.at })
  }
  if (deadline.late) setLateTimer(draft, path, key, deadline, due.dueAt, due.estimated)
}

/** Sets the timer of a missed due time, `after` its due time or the last escalation. */
export function setLateTimer(
  draft: Draft,
  path: string,
  key: string,
  deadline: Deadline,
  from: number,
  estimated?: true,
): void {
  const { turn } = draft
  const after = deadline.late?.after
  const moment = after ? reckon(draft, from, turn.evaluate(after, path, turn.moment)) : { at: from, estimated: false }
  if (!moment) return
  const flagged = estimated ?? (moment.estimated ? true : undefined)
  const timer: Timer = { id: timerId('late', path, key), kind: 'late', state: path, key, dueAt: moment.at }
  replaceTimer(draft, flagged ? { ...timer, estimated: flagged } : timer)
}

export function replaceTimer(draft: Draft, timer: Timer): void {
  draft.timers = [...draft.timers.filter((existing) => existing.id !== timer.id), timer]
}

/** Takes away the reminder and the consequence of work that has ended. */
export function clearDeadline(draft: Draft, path: string, key: string): void {
  const gone = [timerId('remind', path, key), timerId('late', path, key)]
  draft.timers = draft.timers.filter(({ id }) => !gone.includes(id))
}
