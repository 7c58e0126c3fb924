/** Leads a reference through the events of a life: what each answers is looked up in the record it came upon. */
import type { Definition, State } from '../../engine/definition/definition.ts'
import type { ApprovalWork, Work } from '../../engine/definition/work.ts'
import { normaliseFields } from '../../engine/expression/normalise-fields.ts'
import type { JsonObject } from '../../engine/expression/type.ts'
import type { ChildItem, InstanceRecord, Seat, TaskWait } from '../../engine/step/record.ts'
import type { NextEvent } from './any-life.ts'
import type { Reference } from './reference.ts'
import { endingOf } from './statechart-of.ts'

/** What an event comes upon. */
interface Scene {
  readonly definition: Definition
  readonly before: InstanceRecord
  readonly reference: Reference
}

/** Does what an event should do; answers whether something took it, where that can be asked. */
export function follow(scene: Scene, event: NextEvent, at = event.at): boolean {
  const { reference, before } = scene
  reference.begin(at, {})
  switch (event.kind) {
    case 'sent':
      return followSent(scene, event)
    case 'complete': {
      const wait = before.waits.find(({ id }) => id === event.task) as TaskWait
      return complete(scene, wait, event.form, event)
    }
    case 'vote':
      return followVote(scene, event)
    case 'timer':
      return followTimer(scene, event.timer)
    case 'action-end':
      return followAction(scene, event)
    case 'child-end':
      return followChild(scene, event)
    case 'control': {
      const incident = before.incidents.find(({ id }) => event.incident === undefined || id === event.incident)
      const again = event.operation === 'retry' ? incident?.event : undefined
      return again ? follow(scene, again as unknown as NextEvent, event.at) : false
    }
    default:
      return false
  }
}

function actorOf({ actor }: NextEvent): JsonObject {
  return { id: actor.id, roles: actor.roles }
}

function stateOf({ definition }: Scene, path: string): State {
  return definition.states.get(path) as State
}

function followSent(scene: Scene, event: Extract<NextEvent, { kind: 'sent' }>): boolean {
  const { definition, before, reference } = scene
  const named = before.waits.find(
    (wait): wait is TaskWait =>
      wait.kind === 'task' && event.event !== 'done' && taskOf(scene, wait)?.ending === event.event,
  )
  if (named) return complete(scene, named, event.data, event)
  const fields = definition.events[event.event]?.with ?? []
  reference.begin(event.at, { event: normaliseFields(event.data, fields, String), actor: actorOf(event) })
  return reference.send(event.event)
}

function taskOf(scene: Scene, { state, rhythm }: TaskWait): Extract<Work, { kind: 'task' }> | undefined {
  const { work, rhythms } = stateOf(scene, state)
  const task = rhythm === undefined ? work : rhythms.find(({ key }) => key === rhythm)?.task
  return task?.kind === 'task' ? task : undefined
}

function complete(scene: Scene, wait: TaskWait, given: JsonObject, event: NextEvent): boolean {
  const work = taskOf(scene, wait)
  if (!work) throw new Error(`no task in ${wait.state}`)
  const { reference } = scene
  const form = normaliseFields(given, work.form, String)
  reference.begin(event.at, { form, actor: actorOf(event) })
  if (wait.rhythm === undefined) reference.keep(stateOf(scene, wait.state), work.form, form)
  return reference.send(endingOf(wait.state, work.ending, wait.rhythm))
}

function followVote(scene: Scene, event: Extract<NextEvent, { kind: 'vote' }>): boolean {
  const wait = scene.before.waits.find(
    (candidate) => candidate.kind === 'approval' && candidate.seats.some(({ task }) => task === event.task),
  )
  if (wait?.kind !== 'approval') throw new Error(`no vote ${event.task}`)
  const vote = { by: event.actor.id, approved: event.approved, at: event.at }
  const seats = wait.seats.map((seat) => (seat.task === event.task ? { ...seat, vote } : seat))
  const cast = (approved: boolean) => seats.filter((seat: Seat) => seat.vote?.approved === approved).length
  const votes = { approved: cast(true), rejected: cast(false), seats: seats.length }
  scene.reference.begin(event.at, { votes, actor: actorOf(event) })
  const needed = neededOf(stateOf(scene, wait.state).work as ApprovalWork, seats.length)
  if (votes.approved >= needed) return scene.reference.send(endingOf(wait.state, 'approved'))
  return votes.seats - votes.rejected < needed ? scene.reference.send(endingOf(wait.state, 'rejected')) : false
}

/** No process of ours has seats with a veto, or a quorum that counts. */
function neededOf({ quorum }: ApprovalWork, seats: number): number {
  if (quorum.kind === 'any') return 1
  if (quorum.kind === 'majority') return Math.floor(seats / 2) + 1
  return quorum.kind === 'share' ? Math.ceil((seats * quorum.percent) / 100) : seats
}

/** The parts of a timer's id, `<kind>@<state>:<key>`. */
function followTimer(scene: Scene, id: string): boolean {
  const [, kind, path = '', key = ''] = /^(\w+)@([^:]*):(.*)$/.exec(id) ?? []
  const state = stateOf(scene, path)
  const rhythm = state.rhythms.find((candidate) => candidate.key === key)
  if (kind === 'late') {
    const work = rhythm?.task ?? state.work
    const end = work && 'deadline' in work ? work.deadline?.late?.end : undefined
    return end === undefined ? false : scene.reference.send(endingOf(path, end, rhythm?.key))
  }
  if (kind === 'remind' || (kind === 'every' && rhythm?.task)) return false
  return scene.reference.send(`${kind}:${key}@${path}`)
}

function followAction(scene: Scene, event: Extract<NextEvent, { kind: 'action-end' }>): boolean {
  const { before, reference } = scene
  const path = before.waits.find(({ id }) => id === event.wait)?.state ?? ''
  const { outcome } = event
  reference.begin(event.at, outcome.ok ? { result: outcome.result } : { error: outcome.error })
  return reference.send(endingOf(path, outcome.ok ? 'done' : 'failed'))
}

function followChild(scene: Scene, event: Extract<NextEvent, { kind: 'child-end' }>): boolean {
  const { before, reference } = scene
  const wait = before.waits.find(({ id }) => id === event.wait)
  if (wait?.kind !== 'children') throw new Error(`no children ${event.wait}`)
  const ended = event.output ? 'done' : 'failed'
  const now = wait.items.map((item: ChildItem, index) => (index === event.item ? ended : item.status))
  if (now.includes('open') || now.includes('waiting')) return false
  const { work } = stateOf(scene, wait.state)
  const many = work?.kind === 'children' && work.each !== undefined
  reference.begin(event.at, !many && event.output ? { result: event.output } : {})
  const failed = now.every((status) => status === 'failed')
  if (failed && reference.send(endingOf(wait.state, 'failed'))) return true
  return failed && !many ? false : reference.send(endingOf(wait.state, 'done'))
}
