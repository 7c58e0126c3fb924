/** What must hold of a record after every step: nothing open stands anywhere but where the instance is. */
import { activeStates } from '../../engine/step/active-states.ts'
import type { Step } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { Effect } from '../../engine/step/effect.ts'
import type { InstanceRecord, Wait } from '../../engine/step/record.ts'
import type { Life, NextEvent } from './any-life.ts'

/** Faults of a record by itself. */
export function faultsOf({ machine }: RunningProcess, record: InstanceRecord): readonly string[] {
  const active = activeStates(machine, record.value)
  const over = record.status === 'completed' || record.status === 'cancelled'
  const { timers, waits, aside, incidents } = record
  const may = (state: string) => active.has(state) && (record.status === 'running' || state.startsWith('~'))
  const remains = over ? [...timers, ...waits, ...aside, ...incidents.filter(({ state }) => state !== '')] : []
  const ids = timers.map(({ id }) => id)
  return [
    ...remains.map(({ state }) => `something of ${state} remains after the end`),
    ...(over && record.suspendedAt !== undefined ? ['suspended after the end'] : []),
    ...timers.filter(({ state }) => !may(state)).map(({ id }) => `timer ${id} of a state that is not active`),
    ...waits.filter(({ state }) => !may(state)).map(({ id }) => `wait ${id} of a state that is not active`),
    ...aside.filter(({ state }) => active.has(state)).map(({ state }) => `${state} is active and put aside`),
    ...incidents.filter(({ state }) => state !== '' && !may(state)).map(({ id }) => `incident ${id} of a state left`),
    ...(new Set(ids).size === ids.length ? [] : ['two timers of one id']),
    ...(timers.every(({ dueAt }, index) => index === 0 || (timers[index - 1]?.dueAt ?? 0) <= dueAt)
      ? []
      : ['timers out of order']),
  ]
}

/** States that are active, have work, and yet wait for nothing, though their work did not end. */
export function idleStates(process: RunningProcess, life: Life): readonly string[] {
  const { definition } = process.machine
  const ended = new Set<string>()
  const found: string[] = []
  const look = (step: Step, event: NextEvent | undefined, before: InstanceRecord | undefined): void => {
    const { record, entry } = step
    // A history leads back to work as it was left: what had ended is still over.
    const kept = before?.aside.filter(({ wait }) => !wait).map(({ state }) => state) ?? []
    for (const state of entry.entered) if (!kept.includes(state)) ended.delete(state)
    for (const state of endedBy(event, before)) ended.add(state)
    if (record.status !== 'running') return
    for (const path of activeStates(process.machine, record.value)) {
      const { work } = definition.states.get(path) ?? {}
      if (!work || record.waits.some((wait) => isOwn(wait, path)) || ended.has(path)) continue
      const nobody = work.kind === 'children' || (work.kind === 'approval' && !Array.isArray(work.seats))
      if (!nobody) found.push(`${path} after step ${record.step}`)
    }
  }
  if (life.started.ok) look(life.started.value, undefined, undefined)
  for (const { answer, event, before } of life.lived) if (answer.ok) look(answer.value, event, before)
  return found
}

function isOwn(wait: Wait, path: string): boolean {
  return wait.state === path && !('rhythm' in wait && wait.rhythm !== undefined)
}

/** The state whose work an event may have ended. */
function endedBy(event: NextEvent | undefined, before: InstanceRecord | undefined): readonly string[] {
  if (!event || !before) return []
  const incident = event.kind === 'control' && event.operation === 'retry' ? before.incidents : []
  const states = [
    ...before.waits
      .filter(
        (wait) =>
          (event.kind === 'complete' && wait.id === event.task) ||
          (event.kind === 'vote' && wait.kind === 'approval' && wait.seats.some(({ task }) => task === event.task)) ||
          ((event.kind === 'action-end' || event.kind === 'child-end') && wait.id === event.wait) ||
          (event.kind === 'timer' && event.timer.startsWith(`late@${wait.state}:`)) ||
          event.kind === 'sent',
      )
      .map(({ state }) => state),
    ...incident.map(({ state }) => state),
  ]
  return states
}

export interface TaskSeen {
  readonly open: boolean
  readonly dueAt?: number
}

/** The list of tasks as it stands after the effects of steps. */
export function tasksAfter(steps: readonly Step[]): ReadonlyMap<string, TaskSeen> {
  const tasks = new Map<string, TaskSeen>()
  for (const { effects } of steps) for (const effect of effects) follow(tasks, effect)
  return tasks
}

function follow(tasks: Map<string, TaskSeen>, effect: Effect): void {
  if (!('task' in effect)) return
  const due = 'dueAt' in effect && effect.dueAt !== undefined ? { dueAt: effect.dueAt } : {}
  const known = tasks.get(effect.task)
  if (effect.kind !== 'open-task' && !known) throw new Error(`${effect.kind} of a task never opened`)
  if (effect.kind === 'open-task') tasks.set(effect.task, { open: true, ...due })
  else if (effect.kind === 'reopen-task') tasks.set(effect.task, { ...known, open: true, ...due })
  else if (effect.kind === 'close-task') tasks.set(effect.task, { ...known, open: false })
  else if (effect.kind === 'move-task' && known) tasks.set(effect.task, { ...known, ...due })
}

/** The tasks that a record waits for, by id. */
export function tasksOfRecord({ waits }: InstanceRecord): ReadonlyMap<string, TaskSeen> {
  const seen = (wait: Wait): TaskSeen => ({
    open: true,
    ...('dueAt' in wait && wait.dueAt !== undefined ? { dueAt: wait.dueAt } : {}),
  })
  return new Map(
    waits.flatMap((wait): [string, TaskSeen][] => {
      if (wait.kind === 'task') return [[wait.id, seen(wait)]]
      if (wait.kind !== 'approval') return []
      return wait.seats.filter(({ vote }) => !vote).map(({ task }) => [task, seen(wait)])
    }),
  )
}
