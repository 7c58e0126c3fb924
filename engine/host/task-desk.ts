/**
 * What people do with tasks: complete, decide, claim, release, assign, attach. Who may is decided before anything moves.
 * Everything here is synchronous and runs inside a transaction of the writer queue, so that what was decided on is what
 * is written over.
 */
import { mayAssign, mayClaim, mayComplete, mayRelease } from '../people/may-act.ts'
import { resolveActor } from '../people/resolve-actor.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { Actor } from '../step/instance-event.ts'
import { happened } from './happened.ts'
import type { Claim, CompleteRequest, DecideRequest, EvidenceRow, Moved, NewEvidence, TaskRow } from './host.ts'
import type { HostWorld } from './host-world.ts'
import type { DecidedTask, Ledger } from './ledger.ts'
import { refuse, type StepWriter } from './step-writer.ts'

export class TaskDesk {
  readonly #ledger: Ledger
  readonly #writer: StepWriter
  readonly #world: HostWorld

  constructor(ledger: Ledger, writer: StepWriter, world: HostWorld) {
    this.#ledger = ledger
    this.#writer = writer
    this.#world = world
  }

  complete(request: CompleteRequest, claim: Claim): Answer<Moved> {
    const given = request.evidence ?? []
    const found = this.#taskFor(
      request.task,
      claim,
      (task, actor) => mayComplete(task, actor) ?? unknownEvidence(task, given),
    )
    if (!found.ok) return found
    const { task, actor } = found.value
    const attached = task.evidence.filter((wanted) => wanted.attached > 0)
    const moved = this.#writer.advance(task.instance, {
      kind: 'complete',
      task: task.id,
      form: request.form ?? {},
      evidence: [...new Set([...attached, ...given].map(({ kind }) => kind))],
      ...(task.assignee === undefined ? {} : { assignee: task.assignee }),
      ...happened(this.#world, actor, request.comment),
    })
    if (moved.ok) for (const item of given) this.#ledger.attach(task.id, item, claim, this.#world.now())
    return moved
  }

  decide({ task: id, approved, comment }: DecideRequest, claim: Claim): Answer<Moved> {
    const found = this.#taskFor(id, claim, mayComplete)
    if (!found.ok) return found
    const { task, actor } = found.value
    const event = { kind: 'vote', task: task.id, approved, ...happened(this.#world, actor, comment) } as const
    return this.#writer.advance(task.instance, event)
  }

  claim(id: string, claim: Claim): Answer<TaskRow> {
    const taken = (at: number) => this.#ledger.claimTask(id, claim, at)
    return this.#change(this.#taskFor(id, claim, mayClaim), taken)
  }

  release(id: string, claim: Claim): Answer<TaskRow> {
    const may = (task: DecidedTask, actor: Actor) => mayRelease(this.#ledger.directory(), task, actor)
    return this.#change(this.#taskFor(id, claim, may), (at) => this.#ledger.releaseTask(id, claim, at))
  }

  assign(id: string, to: string, claim: Claim): Answer<TaskRow> {
    const directory = this.#ledger.directory()
    const receiver = resolveActor(directory, { ...claim, person: to })
    if (!receiver.ok) return receiver
    const may = (task: DecidedTask, actor: Actor) => mayAssign(directory, task, receiver.value, actor)
    return this.#change(this.#taskFor(id, claim, may), (at) => this.#ledger.assignTask(id, to, claim, at))
  }

  attach(id: string, evidence: NewEvidence, claim: Claim): Answer<EvidenceRow> {
    const may = (task: DecidedTask, actor: Actor) => mayComplete(task, actor) ?? unknownEvidence(task, [evidence])
    const found = this.#taskFor(id, claim, may)
    if (!found.ok) return found
    const attached = this.#ledger.attach(id, evidence, claim, this.#world.now())
    this.#world.passed?.('evidence/attached')
    return attached
  }

  /** The open task and who acts, where they may. */
  #taskFor(
    id: string,
    claim: Claim,
    may: (task: DecidedTask, actor: Actor) => Problem | undefined,
  ): Answer<{ readonly task: DecidedTask; readonly actor: Actor }> {
    const actor = resolveActor(this.#ledger.directory(), claim)
    if (!actor.ok) return actor
    const task = this.#ledger.task(id, this.#world.now())
    if (!task) return refuse(problem('host/unknown-task', { task: id }))
    if (task.status !== 'open' && task.status !== 'aside') {
      return refuse(problem('host/task-closed', { task: id, outcome: task.status, by: task.closedBy }))
    }
    const refused = may(task, actor.value)
    return refused ? refuse(refused) : { ok: true, value: { task, actor: actor.value } }
  }

  #change(found: Answer<{ readonly task: DecidedTask }>, write: (at: number) => boolean): Answer<TaskRow> {
    if (!found.ok) return found
    const { task } = found.value
    const at = this.#world.now()
    const written = write(at)
    this.#world.passed?.('task/changed')
    const after = written ? this.#ledger.task(task.id, at) : undefined
    if (!after) return refuse(problem('host/overtaken', { instance: task.instance }))
    const { excluded: _excluded, ...row } = after
    return { ok: true, value: row }
  }
}

function unknownEvidence(task: TaskRow, given: readonly NewEvidence[]): Problem | undefined {
  const kinds = task.evidence.map(({ kind }) => kind)
  const wrong = given.find(({ kind }) => !kinds.includes(kind))
  return (
    wrong &&
    problem('host/evidence-kind', { task: task.id, kind: wrong.kind, kinds, near: nearestName(wrong.kind, kinds) })
  )
}
