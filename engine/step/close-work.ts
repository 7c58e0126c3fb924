/** Closes what a state had open when it is left, or puts it aside where a history may bring it back. */
import type { State } from '../definition/definition.ts'
import { type Draft, request, stateOf } from './draft.ts'
import type { TaskOutcome } from './effect.ts'
import type { Aside, Wait } from './record.ts'

/** Takes a state's work and timers away. `leave` says what becomes of children still open. */
export function closeState(draft: Draft, path: string, leave: 'cancel' | 'keep', mayReturn: boolean): void {
  const waits = draft.waits.filter((wait) => wait.state === path)
  const timers = draft.timers.filter((timer) => timer.state === path)
  if (waits.length > 0) draft.waits = draft.waits.filter((wait) => wait.state !== path)
  if (timers.length > 0) draft.timers = draft.timers.filter((timer) => timer.state !== path)
  for (const wait of waits) {
    const returns = mayReturn && (wait.kind === 'task' || wait.kind === 'approval')
    closeWait(draft, wait, returns ? 'aside' : 'superseded', leave)
  }
  if (!mayReturn) return
  const [first, ...others] = waits.filter((wait) => wait.kind === 'task' || wait.kind === 'approval')
  // Work that has ended and timers that have fired are put aside too: they shall not begin anew.
  if (!first && timers.length === 0 && !beginsSomething(stateOf(draft, path))) return
  const put = { at: draft.at, state: path }
  // The tasks of rhythms stand beside the state's own: each is put aside.
  const asides: readonly Aside[] = [
    { ...put, timers, ...(first ? { wait: first } : {}) },
    ...others.map((wait) => ({ ...put, timers: [], wait })),
  ]
  draft.aside = [...draft.aside.filter((existing) => existing.state !== path), ...asides]
}

/** Whether a state opens work for people or sets a timer when it is entered. */
function beginsSomething({ work, transitions, rhythms }: State): boolean {
  if (work?.kind === 'task' || work?.kind === 'approval' || rhythms.length > 0) return true
  return transitions.some(({ trigger }) => trigger.kind === 'after' || trigger.kind === 'at')
}

/** Gives up what was put aside: nothing brings it back any more. */
export function dropAside(draft: Draft, outcome: TaskOutcome, gone: (aside: Aside) => boolean = () => true): void {
  const dropped = draft.aside.filter(gone)
  if (dropped.length === 0) return
  draft.aside = draft.aside.filter((aside) => !dropped.includes(aside))
  draft.incidents = draft.incidents.filter(({ state }) => !dropped.some((aside) => aside.state === state))
  for (const { wait } of dropped) if (wait) closeWait(draft, wait, outcome, 'cancel')
}

/** Closes one wait: its tasks, its action, its children in reverse order. */
export function closeWait(draft: Draft, wait: Wait, outcome: TaskOutcome, leave: 'cancel' | 'keep'): void {
  for (const task of tasksOf(wait)) request(draft, { kind: 'close-task', task, outcome })
  if (wait.kind === 'action') request(draft, { kind: 'cancel-action', effect: wait.id })
  if (wait.kind !== 'children' || leave === 'keep') return
  for (const { status, instance } of [...wait.items].reverse()) {
    if (status === 'open' && instance !== undefined) request(draft, { kind: 'cancel-child', instance })
  }
}

/** Ids of the tasks of a wait that people still see open. */
export function tasksOf(wait: Wait): readonly string[] {
  if (wait.kind === 'task') return [wait.id]
  return wait.kind === 'approval' ? wait.seats.filter(({ vote }) => !vote).map(({ task }) => task) : []
}

/** Brings back what was put aside: the same tasks, due times moved by the time away. */
export function reopenState(draft: Draft, aside: Aside): void {
  const away = draft.at - aside.at
  draft.aside = draft.aside.filter((existing) => existing !== aside)
  draft.timers = [...draft.timers, ...aside.timers.map((timer) => ({ ...timer, dueAt: timer.dueAt + away }))]
  const { wait } = aside
  if (!wait || (wait.kind !== 'task' && wait.kind !== 'approval')) return
  const due = wait.dueAt === undefined ? {} : { dueAt: wait.dueAt + away }
  draft.waits = [...draft.waits, { ...wait, ...due }]
  for (const task of tasksOf(wait)) request(draft, { kind: 'reopen-task', task, ...due })
}
