/**
 * A ledger in the memory of one process: the same answers as the store's, and gone when the process ends. What is
 * written is immutable, so that rows are kept as they are given. It keeps no audit: nobody could read it afterwards.
 */
import type { Calendar } from '../calendar/calendar.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { type Directory, emptyDirectory } from '../people/directory.ts'
import type { Answer } from '../problem/problem.ts'
import { isDoneByCommit } from '../step/effect.ts'
import type { Incident } from '../step/record.ts'
import { wakeAt } from '../store/stored-instance.ts'
import type {
  Claim,
  CommentRow,
  EvidenceRow,
  InstanceQuery,
  InstanceRow,
  NewComment,
  NewEvidence,
  TaskQuery,
  TaskRow,
} from './host.ts'
import type {
  DecidedTask,
  EffectKind,
  Lease,
  Ledger,
  LedgerDefinition,
  LedgerInstance,
  PendingWork,
  StepToWrite,
} from './ledger.ts'
import { MemoryDossier } from './memory-dossier.ts'
import { dueEffects, isFree, type MemoryEffect, moments } from './memory-effects.ts'
import { instanceRowOf, type MemoryInstance, selectInstances } from './memory-instances.ts'
import { MemoryTable, UndoList } from './memory-table.ts'
import { applyToTasks, isLate, type MemoryTask, selectTasks, taskRowOf } from './memory-tasks.ts'

interface MemoryDefinition {
  readonly definition: LedgerDefinition
}

export class MemoryLedger implements Ledger {
  readonly #undo = new UndoList()
  readonly #instances = new MemoryTable<MemoryInstance>(this.#undo)
  readonly #journal = new MemoryTable<readonly JournalEntry[]>(this.#undo)
  readonly #tasks = new MemoryTable<MemoryTask>(this.#undo)
  readonly #dossier = new MemoryDossier(this.#undo)
  readonly #effects = new MemoryTable<MemoryEffect>(this.#undo)
  readonly #definitions = new MemoryTable<MemoryDefinition>(this.#undo)
  readonly #calendars = new MemoryTable<Calendar>(this.#undo)
  readonly #isSuspended = (instance: string) => this.#instances.get(instance)?.record.suspendedAt !== undefined
  #directory: Directory
  #rows = 0

  constructor(directory: Directory = emptyDirectory) {
    this.#directory = directory
  }

  /** Another organisation from now on. */
  replaceDirectory(directory: Directory): void {
    this.#directory = directory
  }

  transaction<T>(work: () => T): T {
    return this.#undo.transaction(work)
  }

  instance(id: string): LedgerInstance | undefined {
    return this.#instances.get(id)
  }

  live(process: string, key: string): LedgerInstance | undefined {
    return this.#instances
      .all()
      .find(({ record }) => record.process === process && record.key === key && isLive(record))
  }

  /** Throws where the id, or the process and key of a live instance, are taken: look first, as with the store. */
  insert(step: StepToWrite): void {
    const { id, process, key } = step.record
    const taken = this.#instances.get(id) ?? (key === undefined ? undefined : this.live(process, key))
    if (taken) throw new Error(`the instance ${taken.record.id} is there already`)
    this.#rows += 1
    this.#write(this.#rows, step)
  }

  update(before: LedgerInstance, step: StepToWrite): boolean {
    const present = this.#instances.get(step.record.id)
    if (present?.row !== before.row || present.record.step !== before.record.step) return false
    this.#write(before.row, step)
    return true
  }

  task(id: string, now: number): DecidedTask | undefined {
    const task = this.#tasks.get(id)
    const name = task && this.#instances.get(task.instance)?.name
    const attached = this.#dossier.evidenceOf(id)
    return task && name && { ...taskRowOf(task, name, attached, now), excluded: task.opened.excluded }
  }

  #write(row: number, { record, name, entry, effects, dueAt }: StepToWrite): void {
    const entries = this.#journal.get(record.id) ?? []
    this.#instances.put(record.id, { row, record, head: entry.hash, entry: record.step, name, lease: undefined })
    this.#journal.put(record.id, [...entries, entry])
    applyToTasks(this.#tasks, record.id, effects, record.at)
    for (const effect of effects) {
      if (isDoneByCommit(effect)) continue
      this.#rows += 1
      const pending = { effect, instance: record.id, attempts: 0, dueAt }
      this.#effects.put(effect.id, { ...pending, row: this.#rows, incident: undefined, lease: undefined })
    }
  }

  claimEffects(now: number, lease: Lease, limit: number, of?: EffectKind): readonly PendingWork[] {
    const due = dueEffects(this.#effects.all(), { now, lease, limit, of }, this.#isSuspended)
    for (const { effect } of due) this.#effects.change(effect.id, { lease })
    return due.map(({ effect, instance, attempts, dueAt }) => ({ effect, instance, attempts, dueAt }))
  }

  pending(id: string): PendingWork | undefined {
    return this.#effects.get(id)
  }

  renewEffect(id: string, lease: Lease): boolean {
    return this.#effects.change(id, { lease }, ({ lease: held }) => held?.by === lease.by)
  }

  finishEffect(id: string): void {
    this.#effects.drop(id)
  }

  retryEffect(id: string, at: number, attempts: number, _error: string): void {
    this.#effects.change(id, { dueAt: at, attempts, incident: undefined, lease: undefined })
  }

  failEffect(id: string, incident: Incident): void {
    const attempts = (this.#effects.get(id)?.attempts ?? 0) + 1
    this.#effects.change(id, { incident, attempts, lease: undefined })
  }

  claimInstances(now: number, lease: Lease, limit: number): readonly { readonly id: string; readonly row: number }[] {
    const due = this.#instances
      .all()
      .flatMap((instance) => {
        const at = wakeAt(instance.record)
        return at !== null && at <= now && isFree(instance.lease, now, lease) ? [{ at, ...instance }] : []
      })
      .sort((a, b) => a.at - b.at || a.row - b.row)
      .slice(0, limit)
    for (const { record } of due) this.#instances.change(record.id, { lease })
    return due.map(({ record, row }) => ({ id: record.id, row }))
  }

  releaseInstance(row: number, by: string): void {
    const held = this.#instances.all().find((instance) => instance.row === row && instance.lease?.by === by)
    if (held) this.#instances.change(held.record.id, { lease: undefined })
  }

  nextDue(): number | undefined {
    const timers = this.#instances.all().flatMap(({ record, lease }) => {
      const at = wakeAt(record)
      return at === null ? [] : [Math.max(at, lease?.until ?? at)]
    })
    const all = [...timers, ...moments(this.#effects.all(), this.#isSuspended)]
    return all.length === 0 ? undefined : Math.min(...all)
  }

  keeps(definition: string, calendar: string): boolean {
    return this.#definitions.get(definition) !== undefined && this.#calendars.get(calendar) !== undefined
  }

  saveDefinition(definition: LedgerDefinition, _at: number): void {
    if (!this.#definitions.get(definition.hash)) this.#definitions.put(definition.hash, { definition })
  }

  definition(hash: string): LedgerDefinition | undefined {
    return this.#definitions.get(hash)?.definition
  }

  saveCalendar(hash: string, calendar: Calendar): void {
    if (!this.#calendars.get(hash)) this.#calendars.put(hash, calendar)
  }

  calendar(hash: string): Calendar | undefined {
    return this.#calendars.get(hash)
  }

  directory(): Directory {
    return this.#directory
  }

  claimTask(task: string, claim: Claim, _at: number): boolean {
    return this.#tasks.change(task, { assignee: claim.person }, (row) => isOpen(row) && row.assignee === undefined)
  }

  releaseTask(task: string, _claim: Claim, _at: number): boolean {
    return this.#tasks.change(task, { assignee: undefined }, (row) => isOpen(row) && row.assignee !== undefined)
  }

  assignTask(task: string, to: string, _claim: Claim, _at: number): boolean {
    return this.#tasks.change(task, { assignee: to }, isOpen)
  }

  attach(task: string, evidence: NewEvidence, claim: Claim, at: number): Answer<EvidenceRow> {
    return this.#dossier.attach(task, evidence, claim, at)
  }

  async instances(
    query: InstanceQuery & { readonly id?: string; readonly parent?: string },
    now: number,
  ): Promise<readonly InstanceRow[]> {
    const open = this.#tasks.all().filter(isOpen)
    return selectInstances(this.#instances.all(), query).map((instance) => {
      const own = open.filter((task) => task.instance === instance.record.id)
      return instanceRowOf(instance, own.length, own.filter((task) => isLate(task, now)).length)
    })
  }

  async tasks(query: TaskQuery & { readonly id?: string }, now: number): Promise<readonly TaskRow[]> {
    return selectTasks(this.#tasks.all(), query, this.#directory, now).flatMap((task) => {
      const name = this.#instances.get(task.instance)?.name
      return name ? [taskRowOf(task, name, this.#dossier.evidenceOf(task.opened.task), now)] : []
    })
  }

  async journal(instance: string): Promise<readonly JournalEntry[]> {
    return this.#journal.get(instance) ?? []
  }

  async evidenceOf(task: string): Promise<readonly EvidenceRow[]> {
    return this.#dossier.evidenceOf(task)
  }

  fileOf(sha256: string): Uint8Array | undefined {
    return this.#dossier.fileOf(sha256)
  }

  comment(comment: NewComment, _salt: string, claim: Claim, at: number): CommentRow {
    return this.#dossier.comment(comment, claim, at)
  }

  async commentsOf(instance: string): Promise<readonly CommentRow[]> {
    return this.#dossier.commentsOf(instance)
  }

  close(): void {}
}

function isLive({ status }: LedgerInstance['record']): boolean {
  return status === 'running' || status === 'ending'
}

function isOpen({ status }: MemoryTask): boolean {
  return status === 'open'
}
