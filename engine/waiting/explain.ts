/**
 * Why is it waiting, and what would unblock it? Answered from the definition, the record and what the host knows around
 * it (open tasks, pending effects, people, the time); nothing moves. The same who-may decisions and expressions as in a
 * step are asked, so that what is named is accepted.
 */
import type { Said } from '../problem/said.ts'
import { type Circumstances, isWithin, type Scene, type Thing } from './circumstances.ts'
import { eventMoves } from './event-moves.ts'
import { explainState, restingIn } from './explain-state.ts'
import { type Explained, explainWork } from './explain-work.ts'
import { type Explanation, type Finding, isReady, type Move } from './finding.ts'
import { leadsBack, listThings } from './list-things.ts'
import { timerMoves } from './timer-moves.ts'
import { titleOf } from './title-of.ts'
import { whoMayControl } from './who-may.ts'

/** A finding for everything of an instance that waits; none where it has ended. */
export function explain(circumstances: Circumstances): Explanation {
  const things = listThings(circumstances)
  const open = { ...circumstances, things, resting: new Set<string>() }
  const scene: Scene = { ...open, resting: new Set(restingIn(open)) }
  const { record } = circumstances.situation
  return {
    instance: record.id,
    process: record.process,
    status: record.suspendedAt === undefined ? record.status : 'suspended',
    findings: scene.things.map((thing) => findingOf(scene, thing)),
  }
}

function findingOf(scene: Scene, thing: Thing): Finding {
  const { situation } = scene
  const state = situation.definition.states.get(thing.state)
  const { reasons, moves } = explained(scene, thing)
  const since = sinceOf(scene, thing)
  return {
    id: thing.id,
    state: thing.state,
    title: state ? titleOfThing(scene, thing) : { text: situation.definition.title, arguments: {} },
    ...(state?.waits && thing.kind === 'state' ? { waits: situation.say(state.waits, state.path) } : {}),
    ...(since === undefined ? {} : { since }),
    reasons,
    moves: inOrder([...moves, ...goingFirst(moves)]),
  }
}

function explained(scene: Scene, thing: Thing): Explained {
  switch (thing.kind) {
    case 'suspended':
      return explainSuspension(scene)
    case 'incident':
      return explainIncident(scene, thing.incident)
    case 'aside':
      return explainAside(scene, thing)
    case 'ending':
      return explainEnding(scene)
    case 'wait':
      return withEventsAndClock(scene, thing, explainWork(scene, thing, thing.wait))
    case 'state': {
      const state = scene.situation.definition.states.get(thing.state)
      return withEventsAndClock(scene, thing, state ? explainState(scene, thing, state) : { reasons: [], moves: [] })
    }
  }
}

function withEventsAndClock(scene: Scene, thing: Thing, { reasons, moves }: Explained): Explained {
  const clock = timerMoves(scene, thing)
  const events = scene.situation.record.status === 'running' ? eventMoves(scene, thing) : []
  return { reasons: [...reasons, ...clock.reasons], moves: [...moves, ...events, ...clock.moves] }
}

function explainSuspension({ situation, directory, suspendedBy }: Scene): Explained {
  return {
    reasons: [{ kind: 'suspended', ...(suspendedBy === undefined ? {} : { by: suspendedBy }) }],
    moves: [{ kind: 'resume', people: whoMayControl(directory, situation.definition, 'resume') }],
  }
}

function explainIncident(
  { situation, directory }: Scene,
  { id, code, message }: Extract<Thing, { kind: 'incident' }>['incident'],
): Explained {
  const people = whoMayControl(directory, situation.definition, 'retry')
  return { reasons: [{ kind: 'incident', code, message }], moves: [{ kind: 'retry', incident: id, people }] }
}

/** The way back leads through a history of a state around it: whatever waits where that transition starts goes first. */
function explainAside({ situation, things }: Scene, thing: Extract<Thing, { kind: 'aside' }>): Explained {
  const { definition, active } = situation
  const paths = [...active].filter((path) => leadsBack(definition, path, thing.state))
  const findings = things.flatMap(({ kind, state, id }) =>
    kind !== 'aside' && paths.some((path) => isWithin(state, path)) ? [id] : [],
  )
  return {
    reasons: [{ kind: 'aside', task: thing.task, findings }],
    moves: findings.map((finding): Move => ({ kind: 'follow', finding })),
  }
}

function explainEnding({ situation, things }: Scene): Explained {
  const { record, definition } = situation
  const findings = things.filter(({ kind }) => kind === 'wait' || kind === 'state').map(({ id }) => id)
  const final = definition.states.get(record.outcome ?? '')
  const outcome = final ? { outcome: titleOf(situation, final) } : {}
  return {
    reasons: [{ kind: 'ending', ...outcome, findings }],
    moves: findings.map((finding): Move => ({ kind: 'follow', finding })),
  }
}

/** Work is called by its own title, all else by that of its state. */
function titleOfThing({ situation, tasks }: Scene, thing: Thing): Said {
  const state = situation.definition.states.get(thing.state)
  const task = thing.kind === 'wait' || thing.kind === 'aside' ? taskIdOf(thing) : undefined
  const row = task === undefined ? undefined : tasks.find(({ id }) => id === task)
  if (row) return row.title
  return state ? titleOf(situation, state) : { text: situation.definition.title, arguments: {} }
}

function taskIdOf(thing: Extract<Thing, { kind: 'wait' | 'aside' }>): string | undefined {
  if (thing.kind === 'aside') return thing.task
  return thing.wait.kind === 'approval' ? thing.wait.seats[0]?.task : thing.wait.id
}

function sinceOf({ situation }: Scene, thing: Thing): number | undefined {
  switch (thing.kind) {
    case 'wait':
      return thing.wait.openedAt
    case 'aside':
      return thing.since
    case 'incident':
      return thing.incident.at
    case 'suspended':
      return situation.record.suspendedAt
    default:
      return undefined
  }
}

/** What must go first so that a move can be made; what is pointed to already is not pointed to again. */
function goingFirst(moves: readonly Move[]): readonly Move[] {
  const pointed = new Set(moves.flatMap((move) => (move.kind === 'follow' ? [move.finding] : [])))
  const needed = moves.flatMap((move) => ('unmet' in move ? move.unmet.flatMap(({ findings }) => findings) : []))
  return [...new Set(needed)].filter((id) => !pointed.has(id)).map((finding) => ({ kind: 'follow', finding }))
}

/** What can be done now first, the way on before exceptions, what others must do last. */
function inOrder(moves: readonly Move[]): readonly Move[] {
  const rank = (move: Move) =>
    (isReady(move) ? 0 : 4) +
    ('around' in move && move.around ? 2 : 0) +
    (move.kind === 'follow' || move.kind === 'look' ? 1 : 0)
  return [...moves].sort((a, b) => rank(a) - rank(b))
}
