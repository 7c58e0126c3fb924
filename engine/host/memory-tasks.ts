/** The tasks of a memory ledger: what a step does to them, and the lists people see. */
import type { Directory } from '../people/directory.ts'
import type { Effect, OpenTask, TaskOutcome } from '../step/effect.ts'
import type { EvidenceRow, TaskQuery, TaskRow } from './host.ts'
import type { MemoryTable } from './memory-table.ts'

export interface MemoryTask {
  readonly opened: OpenTask
  readonly instance: string
  readonly status: 'open' | TaskOutcome
  readonly assignee: string | undefined
  readonly dueAt: number | undefined
  readonly escalatedTo: readonly string[]
  readonly closedAt: number | undefined
  readonly closedBy: string | undefined
}

/** Writes the effects of a step that are rows of its own transaction, in order; the others are left alone. */
export function applyToTasks(
  tasks: MemoryTable<MemoryTask>,
  instance: string,
  effects: readonly Effect[],
  at: number,
): void {
  for (const effect of effects) applyToTask(tasks, instance, effect, at)
}

function applyToTask(tasks: MemoryTable<MemoryTask>, instance: string, effect: Effect, at: number): void {
  switch (effect.kind) {
    case 'open-task': {
      const { id: _id, ...opened } = effect
      tasks.put(effect.task, { ...untouched, opened, instance, dueAt: effect.dueAt })
      return
    }
    case 'close-task':
      tasks.change(effect.task, { status: effect.outcome, closedAt: at, closedBy: effect.by })
      return
    case 'reopen-task': {
      const due = effect.dueAt === undefined ? {} : { dueAt: effect.dueAt }
      tasks.change(effect.task, { status: 'open', closedAt: undefined, closedBy: undefined, ...due })
      return
    }
    case 'move-task':
      tasks.change(effect.task, { dueAt: effect.dueAt })
      return
    case 'escalate-task':
      tasks.change(effect.task, { escalatedTo: effect.to })
      return
    default:
      return
  }
}

const untouched = {
  status: 'open',
  assignee: undefined,
  escalatedTo: [],
  closedAt: undefined,
  closedBy: undefined,
} as const

/** Whether an open task's due time is over. */
export function isLate({ status, dueAt }: MemoryTask, now: number): boolean {
  return status === 'open' && dueAt !== undefined && dueAt < now
}

/** A task as people see it. */
export function taskRowOf(
  task: MemoryTask,
  instanceName: TaskRow['instanceName'],
  attached: readonly EvidenceRow[],
  now: number,
): TaskRow {
  const { opened, instance, assignee, status, dueAt, escalatedTo, closedAt, closedBy } = task
  const { role, person, guide, state, work, title, form, filled, openedAt } = opened
  return {
    id: opened.task,
    instance,
    instanceName,
    state,
    work,
    title,
    ...(guide && { guide }),
    ...(role !== undefined && { role }),
    ...(person !== undefined && { person }),
    ...(assignee !== undefined && { assignee }),
    status,
    form,
    filled,
    evidence: opened.evidence.map((wanted) => ({
      ...wanted,
      attached: attached.filter(({ kind }) => kind === wanted.kind).length,
    })),
    openedAt,
    ...(dueAt !== undefined && { dueAt }),
    estimated: opened.estimated ?? false,
    late: isLate(task, now),
    escalatedTo,
    ...(closedAt !== undefined && { closedAt }),
    ...(closedBy !== undefined && { closedBy }),
  }
}

/**
 * The tasks a query asks for, in the order of the store: first what was escalated to the person (without a person: to
 * anyone), then what is late, then by due time. A person sees what they took or were given, what is open for a role of
 * theirs and not taken, and what was escalated to them; never a vote they are excluded from.
 */
export function selectTasks(
  tasks: readonly MemoryTask[],
  query: TaskQuery & { readonly id?: string },
  directory: Directory,
  now: number,
): readonly MemoryTask[] {
  const { person } = query
  const names = person === undefined ? [] : [person, ...(directory.people.get(person)?.roles ?? [])]
  const isConcerned = ({ escalatedTo }: MemoryTask) =>
    person === undefined ? escalatedTo.length > 0 : escalatedTo.some((name) => names.includes(name))
  return tasks
    .filter((task) => matches(task, query) && (person === undefined || isFor(task, person, names, isConcerned(task))))
    .sort((a, b) => Number(isConcerned(b)) - Number(isConcerned(a)) || inOrder(a, b, now))
}

function matches({ opened, instance, status }: MemoryTask, query: TaskQuery & { readonly id?: string }): boolean {
  const { status: asked = 'open' } = query
  return (
    (query.id === undefined || opened.task === query.id) &&
    (query.instance === undefined || instance === query.instance) &&
    (query.role === undefined || opened.role === query.role) &&
    (asked === 'all' || (asked === 'open') === (status === 'open'))
  )
}

function isFor(task: MemoryTask, person: string, names: readonly string[], concerned: boolean): boolean {
  const { opened, assignee } = task
  if (assignee === person) return true
  if (opened.excluded.includes(person)) return false
  if (concerned) return true
  if (assignee !== undefined) return false
  return opened.person === person || (opened.role !== undefined && names.includes(opened.role))
}

function inOrder(a: MemoryTask, b: MemoryTask, now: number): number {
  const due = ({ dueAt }: MemoryTask) => dueAt ?? Number.MAX_SAFE_INTEGER
  return Number(isLate(b, now)) - Number(isLate(a, now)) || due(a) - due(b) || a.opened.openedAt - b.opened.openedAt
}
