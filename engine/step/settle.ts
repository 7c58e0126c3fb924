/**
 * After the machine has moved: what was left is closed, what was entered is opened, pairs that cancel out within the
 * step are dropped, and what an end brings is done. The tape says what happened, in order.
 */
import type { Work } from '../definition/work.ts'
import { endingEvent, openEvent } from '../machine/machine-names.ts'
import { problem } from '../problem/catalog.ts'
import { closeState, closeWait, dropAside, reopenState } from './close-work.ts'
import { type Draft, movesOf, request } from './draft.ts'
import type { ActionAnswer } from './instance-event.ts'
import type { Move } from './moves.ts'
import { openWork } from './open-work.ts'
import type { ActionWait, Wait } from './record.ts'
import { Refusal } from './refusal.ts'
import { setStateTimers } from './set-timers.ts'
import { type Entering, isWithin, leaveOf, type Settling } from './settling.ts'
import type { Request } from './turn.ts'

/** A step may set off so many moves by itself before it is refused as endless. */
const MAX_MOVES = 200

/** Enters the process's initial states and settles what that brings. */
export function enter(draft: Draft): void {
  follow(draft, movesOf(draft.process).enter(draft.process.machine, draft.turn))
}

/** Gives the machine an event and settles; false where no active state takes it. */
export function dispatch(draft: Draft, event: string): boolean {
  const { process, configuration, turn } = draft
  const move = movesOf(process).move(process.machine, configuration, event, turn)
  if (move.moved) follow(draft, move)
  return move.moved
}

function follow(draft: Draft, { to, settling }: Move): void {
  const known = draft.waits
  draft.configuration = to
  close(draft, settling)
  open(draft, settling)
  draft.moves += 1
  if (draft.moves > MAX_MOVES) throw new Refusal([problem('step/endless', { limit: MAX_MOVES })])
  performAll(draft)
  endWorkWithNothingToDo(draft, known)
  endAnswered(draft)
}

function close(draft: Draft, { leaving }: Settling): void {
  for (const { path, leave, returns } of leaving) {
    // What could not be done in a state matters to nobody once it is left for good, or its work begins anew.
    const { incidents, waits } = draft
    if (incidents.length > 0) {
      const gone = new Set(waits.flatMap((wait) => (isAnew(wait) ? [wait.id] : [])))
      draft.incidents = incidents.filter(({ id, state }) => state !== path || (returns && !gone.has(id)))
    }
    closeState(draft, path, leave, returns)
  }
}

function open(draft: Draft, { entering, renewed }: Settling): void {
  for (const entered of entering) openState(draft, entered)
  if (draft.aside.length > 0)
    dropAside(draft, 'superseded', ({ state }) => renewed.some((path) => isWithin(state, path)))
}

function openState(draft: Draft, { state, returns }: Entering): void {
  const asides = returns ? draft.aside.filter((candidate) => candidate.state === state.path) : []
  if (asides.length > 0) {
    for (const aside of asides) reopenState(draft, aside)
    if (state.work && isAnew(state.work)) openWork(draft, state)
    return
  }
  setStateTimers(draft, state)
  openWork(draft, state)
}

/** Actions and children are not put aside: they begin anew, whatever timers come back. */
function isAnew({ kind }: Wait | Work): boolean {
  return kind === 'action' || kind === 'children'
}

function performAll(draft: Draft): void {
  if (draft.turn.requests.length === 0) return
  for (const asked of draft.turn.requests.splice(0)) perform(draft, asked)
}

function perform(draft: Draft, asked: Request): void {
  switch (asked.kind) {
    case 'open':
      dispatch(draft, openEvent(asked.task))
      return
    case 'start':
      request(draft, {
        kind: 'start',
        process: asked.process,
        input: asked.input,
        ...(asked.key === undefined ? {} : { key: asked.key }),
      })
      return
    case 'notify':
      request(draft, { kind: 'notify', role: asked.role, ...(asked.text ? { text: asked.text } : {}) })
      return
    case 'send':
      for (const to of receivers(draft, asked)) {
        request(draft, { kind: 'send', to, event: asked.event, data: asked.data, missing: asked.missing })
      }
      return
    case 'escalate':
      for (const wait of draft.waits) {
        if (wait.kind === 'task' && isWithin(wait.state, asked.state)) {
          request(draft, { kind: 'escalate-task', task: wait.id, level: wait.level + 1, to: [asked.to] })
        }
      }
  }
}

function receivers(draft: Draft, asked: Extract<Request, { kind: 'send' }>): readonly string[] {
  if (asked.to === 'parent') {
    const parent = draft.event.kind === 'start' ? draft.event.parent : draft.before?.parent
    return parent ? [parent.instance] : []
  }
  return draft.waits.flatMap((wait) =>
    wait.kind === 'children'
      ? wait.items.flatMap(({ status, instance }) => (status === 'open' && instance !== undefined ? [instance] : []))
      : [],
  )
}

/** Children over an empty list are done at once, and once: an ending that stays leaves their wait open meanwhile. */
function endWorkWithNothingToDo(draft: Draft, known: readonly Wait[]): void {
  for (const empty of draft.waits) {
    if (empty.kind !== 'children' || empty.items.length > 0) continue
    if (known.includes(empty) || !draft.waits.includes(empty)) continue
    dispatch(draft, endingEvent(empty.state, 'done'))
    draft.waits = draft.waits.filter((wait) => wait !== empty)
  }
}

/** Actions that were worked out inside the step end in it, one after another. */
export function endAnswered(draft: Draft): void {
  for (let [next] = draft.answered; next; [next] = draft.answered) {
    draft.answered = draft.answered.slice(1)
    const [wait, outcome] = next
    if (draft.waits.includes(wait)) endAction(draft, wait, outcome)
  }
}

/** Ends an action; a failure that nothing takes stands as an incident, and the action waits for a `retry`. */
export function endAction(draft: Draft, wait: ActionWait, outcome: ActionAnswer): void {
  draft.incidents = draft.incidents.filter(({ id }) => id !== wait.id)
  draft.turn.variables = outcome.ok ? { result: outcome.result } : { error: outcome.error }
  // The wait goes first: the move may come back to the state and begin the action anew.
  const others = draft.waits
  draft.waits = others.filter((candidate) => candidate !== wait)
  if (dispatch(draft, endingEvent(wait.state, outcome.ok ? 'done' : 'failed')) || outcome.ok) return
  draft.waits = others
  draft.incidents = [...draft.incidents, { id: wait.id, state: wait.state, at: draft.at, ...outcome.error }]
}

/** What an ended flow brings: waiting for the work beside it, or the end of the instance. */
export function finish(draft: Draft): void {
  const { turn } = draft
  const final = draft.process.machine.ends.find(({ path }) => turn.active.has(path))
  if (!final || draft.status === 'completed' || draft.status === 'cancelled') return
  draft.outcome = final.path
  if (draft.status === 'running') closeFlow(draft)
  if (turn.definition.beside.some((path) => turn.active.has(path))) {
    draft.status = 'ending'
    return
  }
  turn.end()
  performAll(draft)
  draft.status = 'completed'
  draft.output = turn.record(final.output, final.path, turn.moment)
  draft.waits = []
  draft.timers = []
  draft.aside = []
  tellParent(draft, draft.output)
}

/** The flow has ended: only work beside it goes on. */
function closeFlow(draft: Draft): void {
  const beside = (path: string) => path.startsWith('~')
  for (const wait of draft.waits) {
    if (!beside(wait.state)) closeWait(draft, wait, 'superseded', leaveOf(draft.turn.definition, wait.state, []))
  }
  draft.waits = draft.waits.filter((wait) => beside(wait.state))
  draft.timers = draft.timers.filter((timer) => beside(timer.state))
  dropAside(draft, 'superseded')
}

/** Tells the parent that waits for this instance that it has ended; without output when it was cancelled. */
export function tellParent(draft: Draft, output: Draft['output']): void {
  const link = draft.event.kind === 'start' ? draft.event.parent : draft.before?.parent
  if (!link) return
  request(draft, { kind: 'tell-parent', ...link, ...(output ? { output } : {}) })
}
