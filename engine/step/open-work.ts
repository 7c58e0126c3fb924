/** Opens the work of a state just entered: its task, the seats of its approval, its action, its children. */
import type { Rhythm, State } from '../definition/definition.ts'
import type { ActionWork, ApprovalWork, Assignee, ChildrenWork, TaskWork } from '../definition/work.ts'
import type { Field, Json, JsonObject } from '../expression/type.ts'
import { type Draft, request } from './draft.ts'
import type { OpenTask } from './effect.ts'
import type { ActionWait, ChildItem, ChildrenWait, Seat, TaskWait } from './record.ts'
import { type Due, dueOf, setDeadlineTimers } from './set-timers.ts'
import type { Writable } from './writable.ts'

export function openWork(draft: Draft, state: State): void {
  const { work } = state
  if (work?.kind === 'task') openTask(draft, state, work)
  else if (work?.kind === 'approval') openApproval(draft, state, work)
  else if (work?.kind === 'action') openAction(draft, state, work)
  else if (work?.kind === 'children') openChildren(draft, state, work)
}

/** Opens the task of a state, or of a rhythm beside it. */
export function openTask(draft: Draft, state: State, work: TaskWork, rhythm?: Rhythm): void {
  const due = dueOf(draft, state.path, work.deadline)
  const holder = assignee(draft, state.path, work.assignee)
  const id = request(draft, (task) => {
    const opened = taskOf(draft, state, work, task, holder, due)
    opened.form = work.form
    if (!rhythm) opened.filled = filledOf(draft, state, work.form)
    opened.evidence = work.evidence
    if (work.guide) opened.guide = draft.turn.say(work.guide, state.path, draft.turn.moment)
    return opened
  })
  const wait: Writable<TaskWait> = { kind: 'task', id, state: state.path, openedAt: draft.at, level: 0 }
  give(wait, holder, due)
  if (rhythm) wait.rhythm = rhythm.key
  draft.waits = [...draft.waits, wait]
  setDeadlineTimers(draft, state.path, rhythm?.key ?? '', work.deadline, due)
}

/** Who holds a task: a role, or a person. */
type Holder = Pick<Seat, 'role' | 'person'>

/** What the task of a person and the seat of an approval have in common. */
function taskOf(
  { turn, at }: Draft,
  { path }: State,
  { kind, title }: TaskWork | ApprovalWork,
  task: string,
  holder: Holder,
  due: Due | undefined,
): Writable<OpenTask> {
  const opened: Writable<OpenTask> = {
    kind: 'open-task',
    task,
    state: path,
    work: kind,
    title: turn.say(title, path, turn.moment),
    form: [],
    filled: {},
    evidence: [],
    excluded: [],
    openedAt: at,
  }
  give(opened, holder, due)
  return opened
}

/** Says whose something is, and when it is due. */
function give(to: Writable<Holder & Partial<Due>>, { role, person }: Holder, due: Due | undefined): void {
  if (role !== undefined) to.role = role
  if (person !== undefined) to.person = person
  if (due) to.dueAt = due.dueAt
  if (due?.estimated) to.estimated = true
}

function assignee(draft: Draft, path: string, given: Assignee): Holder {
  if ('role' in given) return { role: given.role }
  const person = draft.turn.evaluate(given.person, path, draft.turn.moment)
  return { person: String(person) }
}

/** What the form's fields hold already: a form that comes again is filled in. */
function filledOf(draft: Draft, state: State, form: readonly Field[]): JsonObject {
  const { data } = draft.turn
  const record = state.own === undefined ? data : ((data[state.own] ?? {}) as JsonObject)
  const filled: Record<string, Json> = {}
  for (const { name } of form) {
    const value = record[name]
    if (value !== undefined) filled[name] = value
  }
  return filled
}

function openApproval(draft: Draft, state: State, work: ApprovalWork): void {
  const { turn } = draft
  const due = dueOf(draft, state.path, work.deadline)
  const excluded = [...new Set(work.notBy.flatMap((path) => doersOf(draft, path)))]
  const people = Array.isArray(work.seats)
    ? undefined
    : turn.evaluate(work.seats as Exclude<typeof work.seats, readonly string[]>, state.path, turn.moment)
  const holders: readonly Holder[] = Array.isArray(people)
    ? people.map((person) => ({ person: String(person) }))
    : (work.seats as readonly string[]).map((role) => ({ role }))
  const seats = holders.map((holder): Seat => {
    const task = request(draft, (id) => {
      const opened = taskOf(draft, state, work, id, holder, due)
      opened.excluded = excluded
      return opened
    })
    return { task, ...holder }
  })
  const id = `${draft.instance}/${draft.step}/${state.path}`
  draft.waits = [
    ...draft.waits,
    { kind: 'approval', id, state: state.path, openedAt: draft.at, level: 0, seats, ...due },
  ]
  setDeadlineTimers(draft, state.path, '', work.deadline, due)
}

/** Who did the work of a state last, or of the states inside it. */
export function doersOf(draft: Pick<Draft, 'doers'>, path: string): readonly string[] {
  const { doers } = draft
  const below = `${path}.`
  const found: string[] = []
  for (const state in doers) {
    if (state === path || state.startsWith(below)) found.push(...(doers[state] ?? []))
  }
  return found
}

export function openAction(draft: Draft, state: State, work: ActionWork): void {
  const { turn } = draft
  const input = turn.record(work.input, state.path, turn.moment)
  const index = draft.effects.length
  const id = request(draft, { kind: 'perform', action: work.action, input })
  const wait: ActionWait = { kind: 'action', id, state: state.path, openedAt: draft.at, action: work.action }
  draft.waits = [...draft.waits, wait]
  const outcome = draft.event.answers?.[id] ?? draft.process.answer?.(work.action, input)
  if (!outcome) return
  draft.effects[index] = { id, kind: 'perform', action: work.action, input, answered: true }
  draft.answers = { ...draft.answers, [id]: outcome }
  draft.answered = [...draft.answered, [wait, outcome]]
}

/** Works out the list once, and starts as many children as may be open at once. */
function openChildren(draft: Draft, state: State, work: ChildrenWork): void {
  const { turn } = draft
  const list = work.each ? turn.evaluate(work.each.list, state.path, turn.moment) : [null]
  const items = (Array.isArray(list) ? list : []).map((item: Json): ChildItem => {
    const variables = work.each ? { [work.each.variable]: item } : {}
    const input = turn.record(work.input, state.path, turn.moment, variables)
    return { input, status: 'waiting', ...(work.each ? { item } : {}) }
  })
  const wait: ChildrenWait = {
    kind: 'children',
    id: `${draft.instance}/${draft.step}/${state.path}`,
    state: state.path,
    openedAt: draft.at,
    process: work.process,
    items,
  }
  draft.waits = [...draft.waits, startWaiting(draft, wait, work.limit)]
}

/** Starts children that wait for their turn; the wait with them marked open. */
export function startWaiting(draft: Draft, wait: ChildrenWait, limit: number | undefined): ChildrenWait {
  let room = (limit ?? Number.POSITIVE_INFINITY) - wait.items.filter(({ status }) => status === 'open').length
  const items = wait.items.map((item, index): ChildItem => {
    if (item.status !== 'waiting' || room <= 0) return item
    room -= 1
    const instance = `${draft.instance}.${draft.step}.${index}`
    request(draft, {
      kind: 'start-child',
      instance,
      process: wait.process,
      wait: wait.id,
      item: index,
      input: item.input,
    })
    return { ...item, instance, status: 'open' }
  })
  return { ...wait, items }
}
