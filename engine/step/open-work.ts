/** Opens the work of a state just entered: its task, the seats of its approval, its action, its children. */
import type { Rhythm, State } from '../definition/definition.ts'
import type { ActionWork, ApprovalWork, Assignee, ChildrenWork, TaskWork } from '../definition/work.ts'
import type { Field, Json, JsonObject } from '../expression/type.ts'
import { type Draft, request } from './draft.ts'
import type { OpenTask } from './effect.ts'
import type { ActionWait, ChildItem, ChildrenWait, Seat } from './record.ts'
import { dueOf, setDeadlineTimers } from './set-timers.ts'

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
  const id = request(draft, (task) => ({
    kind: 'open-task',
    task,
    work: 'task',
    ...describe(draft, state, work),
    ...holder,
    form: work.form,
    filled: rhythm ? {} : filledOf(draft, state, work.form),
    evidence: work.evidence,
    excluded: [],
    openedAt: draft.at,
    ...due,
  }))
  const key = rhythm?.key ?? ''
  draft.waits = [
    ...draft.waits,
    {
      kind: 'task',
      id,
      state: state.path,
      openedAt: draft.at,
      level: 0,
      ...holder,
      ...due,
      ...(rhythm ? { rhythm: rhythm.key } : {}),
    },
  ]
  setDeadlineTimers(draft, state.path, key, work.deadline, due)
}

function describe(
  draft: Draft,
  state: State,
  work: TaskWork | ApprovalWork,
): Pick<OpenTask, 'state' | 'title' | 'guide'> {
  const { turn } = draft
  const guide = work.kind === 'task' ? work.guide : undefined
  return {
    state: state.path,
    title: turn.say(work.title, state.path, turn.moment),
    ...(guide ? { guide: turn.say(guide, state.path, turn.moment) } : {}),
  }
}

function assignee(draft: Draft, path: string, given: Assignee): { readonly role?: string; readonly person?: string } {
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
  const holders: readonly { readonly role?: string; readonly person?: string }[] = Array.isArray(people)
    ? people.map((person) => ({ person: String(person) }))
    : (work.seats as readonly string[]).map((role) => ({ role }))
  const seats = holders.map((holder): Seat => {
    const task = request(draft, (id) => ({
      kind: 'open-task',
      task: id,
      work: 'approval',
      ...describe(draft, state, work),
      ...holder,
      form: [],
      filled: {},
      evidence: [],
      excluded,
      openedAt: draft.at,
      ...due,
    }))
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
  return Object.entries(draft.doers).flatMap(([state, people]) =>
    state === path || state.startsWith(`${path}.`) ? people : [],
  )
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
  draft.effects[index] = { kind: 'perform', action: work.action, input, answered: true }
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
