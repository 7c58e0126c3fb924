/** What people do with tasks: complete, decide, claim, release, assign, attach. Who may is decided before anything moves. */
import { mayAssign, mayClaim, mayComplete, mayRelease } from '../people/may-act.ts'
import { resolveActor } from '../people/resolve-actor.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { Actor } from '../step/instance-event.ts'
import type { Claim, CompleteRequest, DecideRequest, EvidenceRow, Moved, NewEvidence, TaskRow } from './host.ts'
import type { HostWorld } from './host-world.ts'
import type { Ledger } from './ledger.ts'
import { refuse, type StepWriter } from './step-writer.ts'
import type { WriterQueue } from './writer-queue.ts'

export class TaskDesk {
  readonly #ledger: Ledger
  readonly #queue: WriterQueue
  readonly #writer: StepWriter
  readonly #world: HostWorld

  constructor(ledger: Ledger, queue: WriterQueue, writer: StepWriter, world: HostWorld) {
    this.#ledger = ledger
    this.#queue = queue
    this.#writer = writer
    this.#world = world
  }

  async complete(request: CompleteRequest, claim: Claim): Promise<Answer<Moved>> {
    const found = await this.#openTask(request.task, claim)
    if (!found.ok) return found
    const { task, actor, excluded } = found.value
    const refused = mayComplete({ ...task, excluded }, actor) ?? unknownEvidence(task, request.evidence ?? [])
    if (refused) return refuse(refused)
    const attached = await this.#ledger.evidenceOf(task.id)
    const evidence = [...new Set([...attached, ...(request.evidence ?? [])].map(({ kind }) => kind))]
    return this.#queue.submit(() => {
      const moved = this.#writer.advance(task.instance, {
        kind: 'complete',
        task: task.id,
        form: request.form ?? {},
        evidence,
        ...(task.assignee === undefined ? {} : { assignee: task.assignee }),
        ...this.#happened(actor, request.comment),
      })
      if (moved.ok)
        for (const item of request.evidence ?? []) this.#ledger.attach(task.id, item, claim, this.#world.now())
      return moved
    })
  }

  async decide(request: DecideRequest, claim: Claim): Promise<Answer<Moved>> {
    const found = await this.#openTask(request.task, claim)
    if (!found.ok) return found
    const { task, actor, excluded } = found.value
    const refused = mayComplete({ ...task, excluded }, actor)
    if (refused) return refuse(refused)
    const { approved, comment } = request
    return this.#queue.submit(() =>
      this.#writer.advance(task.instance, { kind: 'vote', task: task.id, approved, ...this.#happened(actor, comment) }),
    )
  }

  async claim(id: string, claim: Claim): Promise<Answer<TaskRow>> {
    return this.#onTask(
      id,
      claim,
      (task, actor) => mayClaim(task, actor),
      (task) => this.#ledger.claimTask(task.id, claim, this.#world.now()),
    )
  }

  async release(id: string, claim: Claim): Promise<Answer<TaskRow>> {
    return this.#onTask(
      id,
      claim,
      (task, actor) => mayRelease(this.#ledger.directory(), task, actor),
      (task) => this.#ledger.releaseTask(task.id, claim, this.#world.now()),
    )
  }

  async assign(id: string, to: string, claim: Claim): Promise<Answer<TaskRow>> {
    const directory = this.#ledger.directory()
    const receiver = resolveActor(directory, { ...claim, person: to })
    if (!receiver.ok) return receiver
    return this.#onTask(
      id,
      claim,
      (task, actor) => mayAssign(directory, task, receiver.value, actor),
      (task) => this.#ledger.assignTask(task.id, to, claim, this.#world.now()),
    )
  }

  async attach(id: string, evidence: NewEvidence, claim: Claim): Promise<Answer<EvidenceRow>> {
    const found = await this.#openTask(id, claim)
    if (!found.ok) return found
    const refused =
      mayComplete({ ...found.value.task, excluded: found.value.excluded }, found.value.actor) ??
      unknownEvidence(found.value.task, [evidence])
    if (refused) return refuse(refused)
    return this.#queue.submit(() => {
      const attached = this.#ledger.attach(id, evidence, claim, this.#world.now())
      this.#world.passed?.('evidence/attached')
      return attached
    })
  }

  #happened(actor: Actor, comment: string | undefined) {
    return { at: this.#world.now(), actor, ...(comment === undefined ? {} : { comment }) }
  }

  async #openTask(
    id: string,
    claim: Claim,
  ): Promise<Answer<{ task: TaskRow; actor: Actor; excluded: readonly string[] }>> {
    const actor = resolveActor(this.#ledger.directory(), claim)
    if (!actor.ok) return actor
    const [task] = await this.#ledger.tasks({ id, status: 'all' }, this.#world.now())
    if (!task) {
      const open = (await this.#ledger.tasks({}, this.#world.now())).map((known) => known.id)
      return refuse(problem('host/unknown-task', { task: id, near: nearestName(id, open) }))
    }
    if (task.status !== 'open' && task.status !== 'aside') {
      return refuse(problem('host/task-closed', { task: id, outcome: task.status, by: task.closedBy }))
    }
    return { ok: true, value: { task, actor: actor.value, excluded: await this.#ledger.excludedFrom(id) } }
  }

  async #onTask(
    id: string,
    claim: Claim,
    judge: (task: TaskRow & { readonly excluded: readonly string[] }, actor: Actor) => Problem | undefined,
    change: (task: TaskRow) => boolean,
  ): Promise<Answer<TaskRow>> {
    const found = await this.#openTask(id, claim)
    if (!found.ok) return found
    const { task, actor, excluded } = found.value
    const refused = judge({ ...task, excluded }, actor)
    if (refused) return refuse(refused)
    const changed = await this.#queue.submit(() => {
      const written = change(task)
      this.#world.passed?.('task/changed')
      return written
    })
    const [after] = await this.#ledger.tasks({ id, status: 'all' }, this.#world.now())
    if (!changed || !after) return refuse(problem('host/overtaken', { instance: task.instance }))
    return { ok: true, value: after }
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
