/** What each kind of event does to a draft. A refusal is thrown and nothing of the draft is kept. */
import type { State } from '../definition/definition.ts'
import type { TaskWork } from '../definition/work.ts'
import { checkFields } from '../expression/check-value.ts'
import { normaliseFields } from '../expression/normalise-fields.ts'
import type { Field, Json, JsonObject } from '../expression/type.ts'
import { endingEvent } from '../machine/machine-names.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Problem } from '../problem/problem.ts'
import { tasksOf } from './close-work.ts'
import { type Draft, request, startOfDate, stateOf } from './draft.ts'
import type { CompleteEvent, SentEvent, VoteEvent } from './instance-event.ts'
import { judgeMoves } from './judge-moves.ts'
import { judgeRequirements } from './judge-requirements.ts'
import { doersOf } from './open-work.ts'
import type { ApprovalWait, Seat, TaskWait } from './record.ts'
import { Refusal, refuse } from './refusal.ts'
import { clearDeadline } from './set-timers.ts'
import { dispatch } from './settle.ts'
import { taskEndingWith } from './task-ending-with.ts'
import { taskWorkOf } from './task-work-of.ts'
import { countVotes, voteOutcome } from './vote-outcome.ts'

const MS_PER_HOUR = 3_600_000

/** Said of an event that is expected, but not as it was sent. */
const UNHELD = { en: 'no condition for it holds', zh: '条件均不成立' }

/** An event from a person or another process. One that names the ending of an open task completes that task. */
export function applySent(draft: Draft, event: SentEvent): void {
  const task = taskEndingWith(draft.turn.definition, draft, event.event)
  if (task !== undefined) {
    applyComplete(draft, { ...event, kind: 'complete', task, form: event.data, evidence: [] })
    return
  }
  if (draft.status !== 'running') refuse(problem('step/ended', { instance: draft.instance }))
  const { events } = draft.turn.definition
  const declared = Object.hasOwn(events, event.event) ? events[event.event] : undefined
  if (!declared) refuseUnknownEvent(draft, event.event)
  const found = checkFields(event.data, declared.with)
  if (found.length > 0) refuse(...found)
  draft.turn.variables = {
    event: normalise(draft, event.data, declared.with),
    actor: { id: event.actor.id, roles: event.actor.roles },
  }
  dispatch(draft, event.event)
  if (!isTaken(draft, event.event)) {
    const expected = expectedEvents(draft)
    const unheld = expected.includes(event.event) ? UNHELD : undefined
    refuse(problem('step/event-not-expected', { event: event.event, unheld, expected }))
  }
  refuseIf(judgeMoves(draft, 0))
}

/** Whether a state took the event; that something moved by itself when it came is not enough. */
function isTaken({ turn }: Draft, event: string): boolean {
  return turn.tape.some(
    (mark) =>
      mark.kind === 'take' && mark.transition.trigger.kind === 'event' && mark.transition.trigger.event === event,
  )
}

function refuseIf(reasons: readonly Problem[]): void {
  if (reasons.length > 0) refuse(problem('step/refused', {}, { reasons }))
}

function refuseUnknownEvent(draft: Draft, name: string): never {
  const known = Object.keys(draft.turn.definition.events)
  return refuse(
    problem('step/unknown-event', { event: name, near: nearestName(name, known), expected: expectedEvents(draft) }),
  )
}

/** Events that the active states take now, whatever their guards say. */
export function expectedEvents(draft: Draft): readonly string[] {
  const { definition } = draft.turn
  const names = [...draft.start.active].flatMap((path) =>
    (definition.states.get(path)?.transitions ?? []).flatMap(({ trigger }) =>
      trigger.kind === 'event' ? [trigger.event] : [],
    ),
  )
  const endings = draft.waits.flatMap((wait) => (wait.kind === 'task' ? [taskWork(draft, wait).ending] : []))
  return [...new Set([...names, ...endings.filter((ending) => ending !== 'done')])].sort()
}

/** The task of a wait: of its state, or of the rhythm beside it. */
export function taskWork(draft: Draft, wait: TaskWait): TaskWork {
  const work = taskWorkOf(draft.turn.definition, wait)
  if (!work) throw new Error(`no task in ${wait.state}`)
  return work
}

function normalise(draft: Draft, given: JsonObject, fields: readonly Field[]): JsonObject {
  return normaliseFields(given, fields, startOfDate(draft))
}

/** A person hands in a task. The form is kept as data before anything moves. */
export function applyComplete(draft: Draft, event: CompleteEvent): void {
  const wait = draft.waits.find(
    (candidate): candidate is TaskWait => candidate.kind === 'task' && candidate.id === event.task,
  )
  if (!wait) refuseTask(draft, event.task)
  const state = stateOf(draft, wait.state)
  const work = taskWork(draft, wait)
  const missing = work.evidence.filter(({ kind, required }) => required && !event.evidence.includes(kind))
  const problems = [
    ...checkFields(event.form, work.form),
    ...missing.map(({ kind, title }) => problem('step/evidence-missing', { kind, title })),
  ]
  if (problems.length > 0) refuse(problem('step/not-complete', {}, { reasons: problems }))
  const form = normalise(draft, event.form, work.form)
  const { turn } = draft
  turn.variables = {
    form,
    task: factsOf(draft, wait, work, event, form),
    actor: { id: event.actor.id, roles: event.actor.roles },
  }
  const unmet = judgeRequirements(turn, work.requires, state.path, draft.start)
  if (wait.rhythm === undefined) keepForm(draft, state, work.form, form)
  draft.doers = { ...draft.doers, [state.path]: [event.actor.id] }
  endTask(draft, wait, event)
  refuseIf([...unmet, ...moveOn(draft, state, work.ending, wait.rhythm, unmet)])
}

/** Moves by an ending; where something was unmet already, a move that fails adds nothing to the reasons. */
function moveOn(
  draft: Draft,
  state: State,
  ending: string,
  rhythm: string | undefined,
  unmet: readonly Problem[],
): readonly Problem[] {
  const from = draft.turn.tape.length
  try {
    dispatch(draft, endingEvent(state.path, ending, rhythm))
  } catch (thrown) {
    if (unmet.length === 0) throw thrown
    throw new Refusal([problem('step/refused', {}, { reasons: unmet })])
  }
  return judgeMoves(draft, from)
}

function factsOf(draft: Draft, wait: TaskWait, work: TaskWork, event: CompleteEvent, form: JsonObject): JsonObject {
  return {
    ...(event.assignee === undefined ? {} : { assignee: event.assignee }),
    hours: Math.round(((draft.at - wait.openedAt) / MS_PER_HOUR) * 1e9) / 1e9,
    filled: work.form.filter(({ name }) => form[name] !== undefined).length,
    asked: work.form.length,
  }
}

function keepForm({ turn }: Draft, { own }: State, fields: readonly Field[], form: JsonObject): void {
  const record: Record<string, Json> = {
    ...(own === undefined ? turn.data : (turn.data[own] as JsonObject | undefined)),
  }
  for (const { name } of fields) {
    const value = form[name]
    if (value === undefined) delete record[name]
    else record[name] = value
  }
  turn.data = own === undefined ? record : { ...turn.data, [own]: record }
}

function endTask(draft: Draft, wait: TaskWait, event: CompleteEvent): void {
  draft.waits = draft.waits.filter((candidate) => candidate !== wait)
  clearDeadline(draft, wait.state, wait.rhythm ?? '')
  request(draft, { kind: 'close-task', task: wait.id, outcome: 'done', by: event.actor.id })
}

/** Why a task cannot be completed: put aside, or not open (any more). */
function refuseTask(draft: Draft, task: string): never {
  const aside = draft.aside.find(({ wait }) => wait && tasksOf(wait).includes(task))
  if (aside) refuse(problem('step/task-aside', { task }))
  const approval = draft.waits.find((wait) => wait.kind === 'approval' && wait.seats.some((seat) => seat.task === task))
  if (approval) refuse(problem('step/task-is-approval', { task }))
  return refuse(problem('step/task-not-open', { task }))
}

/** A vote on one seat; the approval ends when its outcome can no longer change. */
export function applyVote(draft: Draft, event: VoteEvent): void {
  const found = draft.waits.find(
    (wait): wait is ApprovalWait => wait.kind === 'approval' && wait.seats.some(({ task }) => task === event.task),
  )
  if (!found) {
    if (draft.waits.some((wait) => wait.kind === 'task' && wait.id === event.task))
      refuse(problem('step/task-is-work', { task: event.task }))
    refuseTask(draft, event.task)
  }
  const state = stateOf(draft, found.state)
  const { work } = state
  if (work?.kind !== 'approval') throw new Error(`no approval in ${found.state}`)
  judgeVoter(draft, found, event, work.notBy)
  const vote = { by: event.actor.id, approved: event.approved, at: draft.at }
  const seats = found.seats.map((seat): Seat => (seat.task === event.task ? { ...seat, vote } : seat))
  draft.turn.variables = { votes: { ...countVotes(seats) }, actor: { id: event.actor.id, roles: event.actor.roles } }
  const unmet = event.approved ? judgeRequirements(draft.turn, work.requires, state.path, draft.start) : []
  request(draft, {
    kind: 'close-task',
    task: event.task,
    outcome: event.approved ? 'approved' : 'rejected',
    by: event.actor.id,
  })
  const outcome = voteOutcome(work, seats)
  const wait: ApprovalWait = { ...found, seats }
  draft.waits = draft.waits.map((candidate) => (candidate === found ? wait : candidate))
  if (outcome === undefined) {
    refuseIf(unmet)
    return
  }
  draft.waits = draft.waits.filter((candidate) => candidate !== wait)
  clearDeadline(draft, state.path, '')
  for (const task of tasksOf(wait)) request(draft, { kind: 'close-task', task, outcome: 'superseded' })
  draft.doers = { ...draft.doers, [state.path]: seats.flatMap((seat) => (seat.vote ? [seat.vote.by] : [])) }
  refuseIf([...unmet, ...moveOn(draft, state, outcome, undefined, unmet)])
}

function judgeVoter(draft: Draft, wait: ApprovalWait, event: VoteEvent, notBy: readonly string[]): void {
  const person = event.actor.id
  const seat = wait.seats.find(({ task }) => task === event.task)
  if (seat?.vote) refuse(problem('step/already-voted', { person: seat.vote.by, task: event.task }))
  if (wait.seats.some(({ vote }) => vote?.by === person)) refuse(problem('step/voted-on-another-seat', { person }))
  if (notBy.some((state) => doersOf(draft, state).includes(person))) refuse(problem('step/did-the-work', { person }))
}
