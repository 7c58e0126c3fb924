/** Why open work waits: a task, an approval, an action, children. */
import type { ApprovalWork, TaskWork } from '../definition/work.ts'
import { doersOf } from '../step/open-work.ts'
import type { ActionWait, ApprovalWait, ChildrenWait, Seat, TaskWait, Wait } from '../step/record.ts'
import { taskWorkOf } from '../step/task-work-of.ts'
import { countVotes, votesNeeded } from '../step/vote-outcome.ts'
import type { Scene, Thing } from './circumstances.ts'
import { findUnmet } from './find-unmet.ts'
import type { ChildFacts, DueFacts, Holder, Move, Reason, SeatFacts } from './finding.ts'
import { judgeNow } from './judge-now.ts'
import { whoMayComplete } from './who-may.ts'

/** Reasons and moves of a thing, before the clock and events are added. */
export interface Explained {
  readonly reasons: readonly Reason[]
  readonly moves: readonly Move[]
}

/** The work of a wait. */
export function explainWork(scene: Scene, thing: Thing, wait: Wait): Explained {
  switch (wait.kind) {
    case 'task':
      return explainTask(scene, thing, wait)
    case 'approval':
      return explainApproval(scene, thing, wait)
    case 'action':
      return explainAction(scene, wait)
    case 'children':
      return explainChildren(scene, wait)
  }
}

function explainTask(scene: Scene, thing: Thing, wait: TaskWait): Explained {
  const row = scene.tasks.find(({ id }) => id === wait.id)
  const work = taskWorkOf(scene.situation.definition, wait)
  const holder = holderOf(scene, wait.id, wait)
  const people = whoMayComplete(scene.directory, wait.id, holder, [])
  const { unmet, limits } = judgeNow({ scene, id: thing.id, path: wait.state }, work?.requires ?? [])
  const filled = row?.filled ?? {}
  const attached = new Set(row?.evidence.flatMap((kind) => (kind.attached > 0 ? [kind.kind] : [])))
  const complete: Move = {
    kind: 'complete',
    task: wait.id,
    people,
    fields: work?.form.filter(({ name, optional }) => !optional && filled[name] === undefined) ?? [],
    evidence: work?.evidence.flatMap(({ kind, required }) => (required && !attached.has(kind) ? [kind] : [])) ?? [],
    unmet: [...unmet, ...unmetByMoving(scene, thing, wait, work)],
    limits,
  }
  const { rhythm } = wait
  const facts = { task: wait.id, escalatedTo: row?.escalatedTo ?? [], ...(rhythm === undefined ? {} : { rhythm }) }
  return {
    reasons: [{ kind: 'task', ...facts, ...holder, ...dueOf(scene, wait) }, ...nobody(people, holder)],
    moves: [complete, ...loadPeople(people, holder)],
  }
}

/** A task whose ending has one way on, whose own `requires` or guard does not hold, cannot be completed. */
function unmetByMoving(scene: Scene, thing: Thing, wait: TaskWait, work: TaskWork | undefined) {
  const ending = work?.ending ?? 'done'
  const transitions = scene.situation.definition.states.get(wait.state)?.transitions ?? []
  const ways = transitions.filter(({ trigger }) =>
    wait.rhythm === undefined
      ? trigger.kind === 'ending' && trigger.ending === ending
      : trigger.kind === 'rhythm-ending' && trigger.key === wait.rhythm && trigger.ending === ending,
  )
  const [only] = ways
  if (ways.length !== 1 || !only) return []
  const asking = { scene, id: thing.id, path: wait.state }
  return [...(only.guard ? findUnmet(asking, only.guard) : []), ...judgeNow(asking, only.requires).unmet]
}

function explainApproval(scene: Scene, thing: Thing, wait: ApprovalWait): Explained {
  const { definition, record } = scene.situation
  const work = definition.states.get(wait.state)?.work as ApprovalWork
  const notBy = [...new Set(work.notBy.flatMap((path) => doersOf(record, path)))]
  const voted = wait.seats.flatMap(({ vote }) => (vote ? [vote.by] : []))
  const seats = wait.seats.filter(({ vote }) => !vote).map((seat) => seatOf(scene, seat, [...notBy, ...voted]))
  const votes = countVotes(wait.seats)
  const { unmet } = judgeNow({ scene, id: thing.id, path: wait.state }, work.requires)
  const decide = seats.map(({ task, people }): Move => ({ kind: 'decide', task, people, unmet }))
  const empty = seats.filter(({ people }) => people.length === 0)
  const facts = {
    seats,
    approved: votes.approved,
    rejected: votes.rejected,
    needed: Math.max(0, votesNeeded(work.quorum, votes.seats) - votes.approved),
    veto: work.veto.filter((role) => seats.some((seat) => seat.role === role)),
    notBy,
  }
  return {
    reasons: [{ kind: 'approval', ...facts, ...dueOf(scene, wait) }, ...empty.flatMap((seat) => nobody([], seat))],
    moves: [...decide, ...empty.flatMap((seat) => loadPeople([], seat))],
  }
}

function seatOf(scene: Scene, seat: Seat, excluded: readonly string[]): SeatFacts {
  const holder = holderOf(scene, seat.task, seat)
  return { task: seat.task, ...holder, people: whoMayComplete(scene.directory, seat.task, holder, excluded) }
}

function holderOf(scene: Scene, task: string, { role, person }: Holder): Holder {
  const assignee = scene.tasks.find(({ id }) => id === task)?.assignee
  return {
    ...(role === undefined ? {} : { role }),
    ...(person === undefined ? {} : { person }),
    ...(assignee === undefined ? {} : { assignee }),
  }
}

function nobody(people: readonly string[], { role, person, assignee }: Holder): readonly Reason[] {
  if (people.length > 0) return []
  return [{ kind: 'nobody', ...holderOfOne(role, person, assignee) }]
}

function loadPeople(people: readonly string[], { role, person, assignee }: Holder): readonly Move[] {
  const one = assignee ?? person
  if (people.length > 0) return []
  return [{ kind: 'load-people', ...(one === undefined ? { role: role ?? '' } : { person: one }) }]
}

function holderOfOne(role: string | undefined, person: string | undefined, assignee: string | undefined): Holder {
  if (assignee !== undefined) return { assignee }
  return person === undefined ? { role: role ?? '' } : { person }
}

function dueOf({ situation }: Scene, { dueAt, estimated }: DueFacts): DueFacts {
  if (dueAt === undefined) return {}
  const late = situation.now > dueAt ? { lateBy: situation.now - dueAt } : {}
  return { dueAt, ...late, ...(estimated ? { estimated } : {}) }
}

/** Under way, or put off to the next try: both are work for whoever runs what is due. */
function explainAction({ situation, pending }: Scene, { id, action }: ActionWait): Explained {
  const { attempts = 0, dueAt } = pending.get(id) ?? {}
  const later = dueAt !== undefined && dueAt > situation.now
  const next: Move = later ? { kind: 'wait', until: dueAt, around: false, unmet: [] } : { kind: 'run' }
  return { reasons: [{ kind: 'action', action, attempts, ...(later ? { nextTryAt: dueAt } : {}) }], moves: [next] }
}

function explainChildren({ children }: Scene, { process, items }: ChildrenWait): Explained {
  const open = items.flatMap(({ status, instance }): ChildFacts[] => {
    if (status !== 'open' || instance === undefined) return []
    return [children.get(instance) ?? { instance, status: 'starting', findings: [] }]
  })
  const ended = items.filter(({ status }) => status === 'done' || status === 'failed').length
  const held = items.filter(({ status }) => status === 'waiting').length
  const moves = open.map(
    (child): Move => (isOver(child) ? { kind: 'run' } : { kind: 'look', instance: child.instance }),
  )
  const [first] = moves.filter(({ kind }) => kind === 'run')
  return {
    reasons: [{ kind: 'children', process, total: items.length, ended, held, open }],
    moves: [...(first ? [first] : []), ...moves.filter(({ kind }) => kind !== 'run')],
  }
}

/** It is yet to be started, or has ended and its parent has not heard, unless that failed for good. */
function isOver({ status, findings }: ChildFacts): boolean {
  return status === 'starting' || ((status === 'completed' || status === 'cancelled') && findings.length === 0)
}
