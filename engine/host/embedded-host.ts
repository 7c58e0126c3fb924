/**
 * The host inside one process, over a ledger: loads an instance, makes the pure step, commits it with everything it
 * brings, and performs effects after the commit. It holds no process logic and no resident instances.
 */
import { createHash } from 'node:crypto'
import type { Definition } from '../definition/definition.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { mayControl, maySend } from '../people/may-act.ts'
import { resolveActor } from '../people/resolve-actor.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { Project } from '../project/project.ts'
import type { Actor, InstanceEvent, StartEvent } from '../step/instance-event.ts'
import type { InstanceRecord } from '../step/record.ts'
import { taskEndingWith } from '../step/task-ending-with.ts'
import { watchedTransaction } from './crash-point.ts'
import { Dossier } from './dossier.ts'
import { EffectWorker } from './effect-worker.ts'
import type {
  Claim,
  CommentRow,
  CompleteRequest,
  ControlRequest,
  DecideRequest,
  EvidenceRow,
  Host,
  InstanceQuery,
  InstanceRow,
  InstanceView,
  Moved,
  NewComment,
  NewEvidence,
  Proof,
  SendRequest,
  StartRequest,
  TaskQuery,
  TaskRow,
  Worked,
} from './host.ts'
import { type HostWorld, realWorld } from './host-world.ts'
import type { Ledger } from './ledger.ts'
import { RunningProcesses } from './running-processes.ts'
import { refuse, StepWriter } from './step-writer.ts'
import { TaskDesk } from './task-desk.ts'
import { WriterQueue } from './writer-queue.ts'

export class EmbeddedHost implements Host {
  readonly #ledger: Ledger
  readonly #world: HostWorld
  readonly #processes: RunningProcesses
  readonly #queue: WriterQueue
  readonly #writer: StepWriter
  readonly #worker: EffectWorker
  readonly #desk: TaskDesk
  readonly #dossier: Dossier
  readonly #digest = (text: string) => createHash('sha256').update(text).digest('hex')

  constructor(project: Project, ledger: Ledger, world: HostWorld = realWorld) {
    this.#ledger = ledger
    this.#world = world
    this.#processes = new RunningProcesses(project, ledger, this.#digest)
    this.#queue = new WriterQueue(watchedTransaction(ledger, world))
    this.#writer = new StepWriter(ledger, this.#processes, this.#digest, world)
    this.#desk = new TaskDesk(ledger, this.#queue, this.#writer, world)
    this.#dossier = new Dossier(ledger, this.#queue, world)
    this.#worker = new EffectWorker({
      ledger,
      queue: this.#queue,
      writer: this.#writer,
      processes: this.#processes,
      actions: project.actions,
      world,
    })
    this.#writer.onCancel = (effect) => this.#worker.cancelled(effect)
  }

  async start(request: StartRequest, claim: Claim): Promise<Answer<Moved & { readonly found: boolean }>> {
    const actor = this.#actor(claim)
    if (!actor.ok) return actor
    return this.#queue.submit(() => this.#writer.start(request, actor.value))
  }

  async send(request: SendRequest, claim: Claim): Promise<Answer<Moved>> {
    const task = this.#taskOfEvent(request)
    if (task !== undefined) {
      const { data: form, comment } = request
      return this.complete({ task, ...(form ? { form } : {}), ...(comment === undefined ? {} : { comment }) }, claim)
    }
    return this.#asActor(claim, request.instance, (actor, definition) => {
      const refused = maySend(definition, request.event, actor)
      if (refused) return refused
      return { kind: 'sent', event: request.event, data: request.data ?? {}, ...this.#happened(actor, request.comment) }
    })
  }

  async control(request: ControlRequest, claim: Claim): Promise<Answer<Moved>> {
    return this.#asActor(claim, request.instance, (actor, definition) => {
      const refused = mayControl(definition, request.operation, actor)
      if (refused) return refused
      const { instance: _instance, comment, ...operation } = request
      return { kind: 'control', ...operation, ...this.#happened(actor, comment) }
    })
  }

  complete(request: CompleteRequest, claim: Claim): Promise<Answer<Moved>> {
    return this.#desk.complete(request, claim)
  }

  decide(request: DecideRequest, claim: Claim): Promise<Answer<Moved>> {
    return this.#desk.decide(request, claim)
  }

  claimTask(task: string, claim: Claim): Promise<Answer<TaskRow>> {
    return this.#desk.claim(task, claim)
  }

  releaseTask(task: string, claim: Claim): Promise<Answer<TaskRow>> {
    return this.#desk.release(task, claim)
  }

  assignTask(task: string, to: string, claim: Claim): Promise<Answer<TaskRow>> {
    return this.#desk.assign(task, to, claim)
  }

  attach(task: string, evidence: NewEvidence, claim: Claim): Promise<Answer<EvidenceRow>> {
    return this.#desk.attach(task, evidence, claim)
  }

  comment(comment: NewComment, claim: Claim): Promise<Answer<CommentRow>> {
    return this.#dossier.comment(comment, claim)
  }

  comments(instance: string): Promise<readonly CommentRow[]> {
    return this.#ledger.commentsOf(instance)
  }

  evidence(task: string): Promise<readonly EvidenceRow[]> {
    return this.#ledger.evidenceOf(task)
  }

  evidenceBytes(evidence: EvidenceRow): Promise<Answer<Uint8Array>> {
    return this.#dossier.bytesOf(evidence)
  }

  runDue(): Promise<Worked> {
    return this.#worker.runDue()
  }

  async nextDue(): Promise<number | undefined> {
    return this.#ledger.nextDue()
  }

  async instance(id: string): Promise<InstanceView | undefined> {
    const stored = this.#ledger.instance(id)
    const now = this.#world.now()
    const [row] = await this.#ledger.instances({ id }, now)
    if (!stored || !row) return undefined
    const { record } = stored
    const current = this.#processes.current(record.process)
    const params = this.#processes.pinned(record)?.params ?? {}
    const same = current === undefined || this.#processes.current(record.process, params)?.hash === record.definition
    return {
      row,
      record,
      tasks: await this.#ledger.tasks({ instance: id }, now),
      children: await this.#ledger.instances({ parent: id }, now),
      ...(same ? {} : { newer: { version: current.machine.definition.version, hash: current.hash } }),
    }
  }

  async instances(query: InstanceQuery = {}): Promise<readonly InstanceRow[]> {
    return this.#ledger.instances(query, this.#world.now())
  }

  async tasks(query: TaskQuery = {}): Promise<readonly TaskRow[]> {
    return this.#ledger.tasks(query, this.#world.now())
  }

  async journal(instance: string): Promise<readonly JournalEntry[]> {
    return this.#ledger.journal(instance)
  }

  async verify(id: string, told: (entry: number, of: number) => void = () => {}): Promise<Answer<Proof>> {
    const stored = this.#ledger.instance(id)
    if (!stored) return refuse(await this.#unknownInstance(id))
    const entries = await this.#ledger.journal(id)
    const processOf = ({ step, definition, calendar }: JournalEntry) => {
      told(step, entries.length)
      return this.#processes.asOf(definition, calendar)
    }
    return verifyJournal(entries, stored.record, processOf, this.#digest)
  }

  /** The definition an instance is pinned to. */
  definitionOf(record: InstanceRecord): Definition | undefined {
    return this.#processes.pinned(record)?.machine.definition
  }

  async close(): Promise<void> {
    await this.#worker.stop()
    await this.#queue.submit(() => undefined)
    this.#ledger.close()
  }

  /** Sending the event that a task ends with is completing the task, with all that is asked of who does so. */
  #taskOfEvent({ instance, event }: SendRequest): string | undefined {
    const record = this.#ledger.instance(instance)?.record
    const definition = record && this.definitionOf(record)
    return record && definition && taskEndingWith(definition, record, event)
  }

  #happened(actor: Actor, comment: string | undefined) {
    return { at: this.#world.now(), actor, ...(comment === undefined ? {} : { comment }) }
  }

  #actor(claim: Claim): Answer<Actor> {
    return resolveActor(this.#ledger.directory(), claim)
  }

  /** Resolves who acts, lets `decide` make the event or a refusal, and makes the step. */
  async #asActor(
    claim: Claim,
    instance: string,
    decide: (actor: Actor, definition: Definition) => Exclude<InstanceEvent, StartEvent> | Problem,
  ): Promise<Answer<Moved>> {
    const actor = this.#actor(claim)
    if (!actor.ok) return actor
    const stored = this.#ledger.instance(instance)
    if (!stored) return refuse(await this.#unknownInstance(instance))
    const definition = this.definitionOf(stored.record)
    if (!definition) return refuse(problem('host/definition-lost', { instance, hash: stored.record.definition }))
    const event = decide(actor.value, definition)
    if (!('kind' in event)) return refuse(event)
    return this.#queue.submit(() => this.#writer.advance(instance, event))
  }

  async #unknownInstance(instance: string): Promise<Problem> {
    const known = (await this.#ledger.instances({}, this.#world.now())).map(({ id }) => id)
    return problem('host/unknown-instance', { instance, near: nearestName(instance, known) })
  }
}
