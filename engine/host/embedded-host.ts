/**
 * The host inside one process, over a ledger: loads an instance, makes the pure step, commits it with everything it
 * brings, and performs effects after the commit. It holds no process logic and no resident instances.
 */
import type { Definition } from '../definition/definition.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { mayControl, maySend } from '../people/may-act.ts'
import { resolveActor } from '../people/resolve-actor.ts'
import { problem } from '../problem/catalog.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { Project } from '../project/project.ts'
import { sha256 } from '../project/sha256.ts'
import type { RunningProcess } from '../step/draft.ts'
import type { Actor, InstanceEvent, StartEvent } from '../step/instance-event.ts'
import type { InstanceRecord } from '../step/record.ts'
import { taskEndingWith } from '../step/task-ending-with.ts'
import type { Explanation } from '../waiting/finding.ts'
import { watchedTransaction } from './crash-point.ts'
import { Dossier } from './dossier.ts'
import { EffectWorker } from './effect-worker.ts'
import { explainInstance } from './explain-instance.ts'
import { happened } from './happened.ts'
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
import { instanceView } from './instance-view.ts'
import type { Ledger } from './ledger.ts'
import { RunningProcesses } from './running-processes.ts'
import { refuse, StepWriter } from './step-writer.ts'
import { suggestNames } from './suggest-names.ts'
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
  readonly #digest = sha256

  constructor(project: Project, ledger: Ledger, world: HostWorld = realWorld) {
    this.#ledger = ledger
    this.#world = world
    this.#processes = new RunningProcesses(project, ledger, this.#digest)
    this.#queue = new WriterQueue(watchedTransaction(ledger, world))
    this.#writer = new StepWriter(ledger, this.#processes, this.#digest, world)
    this.#desk = new TaskDesk(ledger, this.#writer, world)
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

  start(request: StartRequest, claim: Claim): Promise<Answer<Moved & { readonly found: boolean }>> {
    return this.#submit(() => {
      const actor = this.#actor(claim)
      return actor.ok ? this.#writer.start(request, actor.value) : actor
    })
  }

  send(request: SendRequest, claim: Claim): Promise<Answer<Moved>> {
    return this.#submit(() => this.#send(request, claim))
  }

  control(request: ControlRequest, claim: Claim): Promise<Answer<Moved>> {
    const { instance, comment, ...operation } = request
    return this.#submit(() =>
      this.#asActor(claim, instance, (actor, definition) => {
        const refused = mayControl(definition, request.operation, actor)
        return refused ?? { kind: 'control', ...operation, ...happened(this.#world, actor, comment) }
      }),
    )
  }

  complete(request: CompleteRequest, claim: Claim): Promise<Answer<Moved>> {
    return this.#submit(() => this.#desk.complete(request, claim))
  }

  decide(request: DecideRequest, claim: Claim): Promise<Answer<Moved>> {
    return this.#submit(() => this.#desk.decide(request, claim))
  }

  claimTask(task: string, claim: Claim): Promise<Answer<TaskRow>> {
    return this.#submit(() => this.#desk.claim(task, claim))
  }

  releaseTask(task: string, claim: Claim): Promise<Answer<TaskRow>> {
    return this.#submit(() => this.#desk.release(task, claim))
  }

  assignTask(task: string, to: string, claim: Claim): Promise<Answer<TaskRow>> {
    return this.#submit(() => this.#desk.assign(task, to, claim))
  }

  attach(task: string, evidence: NewEvidence, claim: Claim): Promise<Answer<EvidenceRow>> {
    return this.#submit(() => this.#desk.attach(task, evidence, claim))
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
    return instanceView(this.#ledger, id, this.#world.now(), (record) => {
      const current = this.#processes.current(record.process)
      const params = this.#processes.pinned(record)?.params ?? {}
      const same = current === undefined || this.#processes.current(record.process, params)?.hash === record.definition
      return same ? undefined : { version: current.machine.definition.version, hash: current.hash }
    })
  }

  async why(id: string): Promise<Explanation | undefined> {
    const processOf = async (record: InstanceRecord) => this.processOf(record)
    return explainInstance({ ledger: this.#ledger, processOf, now: this.#world.now() }, id)
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
    if (!stored) return this.#suggest(refuse(problem('host/unknown-instance', { instance: id })))
    const entries = await this.#ledger.journal(id)
    const processOf = ({ step, definition, calendar }: JournalEntry) => {
      told(step, entries.length)
      return this.#processes.asOf(definition, calendar)
    }
    return verifyJournal(entries, stored.record, processOf, this.#digest)
  }

  /** The process an instance is pinned to, with its figures and its calendar. */
  processOf(record: InstanceRecord): RunningProcess | undefined {
    return this.#processes.pinned(record)
  }

  async close(): Promise<void> {
    await this.#worker.stop()
    await this.#queue.idle()
    this.#ledger.close()
  }

  /** Sending the event that a task ends with is completing the task, with all that is asked of who does so. */
  #send(request: SendRequest, claim: Claim): Answer<Moved> {
    const { instance, event, data, comment } = request
    return this.#asActor(claim, instance, (actor, definition, record) => {
      const task = taskEndingWith(definition, record, event)
      if (task !== undefined)
        return () =>
          this.#desk.complete({ task, ...(data && { form: data }), ...(comment !== undefined && { comment }) }, claim)
      const refused = maySend(definition, event, actor)
      return refused ?? { ...happened(this.#world, actor, comment), data: data ?? {}, event, kind: 'sent' }
    })
  }

  #actor(claim: Claim): Answer<Actor> {
    return resolveActor(this.#ledger.directory(), claim)
  }

  /** Takes its turn in a transaction; who is asked for by an unknown name is told the nearest. */
  async #submit<T>(work: () => Answer<T>): Promise<Answer<T>> {
    return this.#suggest(await this.#queue.submit(work))
  }

  #suggest<T>(answer: Answer<T>): Promise<Answer<T>> | Answer<T> {
    return answer.ok ? answer : suggestNames(this.#ledger, this.#world.now(), answer)
  }

  /** Resolves who acts, lets `decide` make the event, a refusal or another way, and makes the step. */
  #asActor(
    claim: Claim,
    instance: string,
    decide: (
      actor: Actor,
      definition: Definition,
      record: InstanceRecord,
    ) => Exclude<InstanceEvent, StartEvent> | Problem | (() => Answer<Moved>),
  ): Answer<Moved> {
    const actor = this.#actor(claim)
    if (!actor.ok) return actor
    const stored = this.#ledger.instance(instance)
    if (!stored) return refuse(problem('host/unknown-instance', { instance }))
    const definition = this.processOf(stored.record)?.machine.definition
    if (!definition) return refuse(problem('host/definition-lost', { instance, hash: stored.record.definition }))
    const decided = decide(actor.value, definition, stored.record)
    if (typeof decided === 'function') return decided()
    return 'kind' in decided ? this.#writer.advance(instance, decided) : refuse(decided)
  }
}
