/**
 * The ledger over a SQLite file: each operation is one of the store's. What was read or written last is remembered, up
 * to a bound, and forgotten as soon as another connection has committed or a transaction was undone.
 */
import { type Directory, loadDirectory } from '../../people/directory.ts'
import { appendComment } from '../../store/append-comment.ts'
import { attachEvidence, loadFile } from '../../store/attach-evidence.ts'
import { claimDueEffects, loadPending, renewEffect } from '../../store/claim-due-effects.ts'
import { claimDueInstances, releaseInstance } from '../../store/claim-due-instances.ts'
import { assignTask, claimTask, releaseTask } from '../../store/claim-task.ts'
import { commentsOf } from '../../store/comments-of.ts'
import { evidenceOf } from '../../store/evidence-of.ts'
import { failEffect, finishEffect, retryEffectAt } from '../../store/finish-effect.ts'
import { listInstances } from '../../store/list-instances.ts'
import { listTasks } from '../../store/list-tasks.ts'
import { findLive, loadInstance } from '../../store/load-instance.ts'
import { loadTask } from '../../store/load-task.ts'
import { nextDue } from '../../store/next-due.ts'
import type { Database } from '../../store/open-database.ts'
import { readJournal } from '../../store/read-journal.ts'
import { loadCalendar, saveCalendar } from '../../store/save-calendar.ts'
import { loadDefinition, saveDefinition } from '../../store/save-definition.ts'
import { insertStep, KnownRows, updateStep } from '../../store/write-step.ts'
import { BoundedMap } from '../bounded-map.ts'
import type { HostWorld } from '../host-world.ts'
import type { Ledger, LedgerInstance } from '../ledger.ts'

/** So many instances are remembered: those in use, not all there are. */
const INSTANCES = 2048

/** A ledger that can be told that its file was written past it. */
export interface SqliteLedger extends Ledger {
  forget(): void
}

export function sqliteLedger(db: Database, world: Pick<HostWorld, 'passed'> = {}): SqliteLedger {
  const memory = new Memory(db)
  const passed = world.passed && ((part: Parameters<NonNullable<HostWorld['passed']>>[0]) => world.passed?.(part))
  return {
    transaction: (work) => memory.transaction(work),
    forget: () => memory.forget(),
    instance: (id) => memory.instance(id),
    live: (process, key) => findLive(db, process, key),
    insert: (step) => void memory.keep(insertStep(db, memory.rows, step, passed)),
    update: (before, step) => memory.keep(updateStep(db, memory.rows, before, step, passed)),
    task: (id, now) => loadTask(db, id, now),
    claimEffects: (now, lease, limit, of) => claimDueEffects(db, now, lease, limit, of),
    pending: (id) => loadPending(db, id),
    renewEffect: (id, lease) => renewEffect(db, id, lease),
    finishEffect: (id) => void finishEffect(db, id),
    retryEffect: (id, at, attempts, error) => void retryEffectAt(db, id, at, attempts, error),
    failEffect: (id, incident) => void failEffect(db, id, incident),
    claimInstances: (now, lease, limit) => claimDueInstances(db, now, lease, limit),
    releaseInstance: (row, by) => releaseInstance(db, row, by),
    nextDue: () => nextDue(db),
    keeps: (definition, calendar) => memory.rows.knows(definition, calendar),
    saveDefinition: (definition, at) => saveDefinition(db, definition, at),
    definition: (hash) => loadDefinition(db, hash),
    saveCalendar: (hash, calendar) => saveCalendar(db, hash, calendar),
    calendar: (hash) => loadCalendar(db, hash),
    directory: () => memory.directory(),
    claimTask: (task, claim, at) => claimTask(db, task, claim, at),
    releaseTask: (task, claim, at) => releaseTask(db, task, claim, at),
    assignTask: (task, to, claim, at) => assignTask(db, task, to, claim, at),
    attach: (task, evidence, claim, at) => attachEvidence(db, task, evidence, claim, at),
    instances: (query, now) => listInstances(db.kysely, query, now),
    tasks: (query, now) => listTasks(db.kysely, query, now),
    journal: (instance) => readJournal(db.kysely, instance),
    evidenceOf: (task) => evidenceOf(db.kysely, task),
    fileOf: (sha256) => loadFile(db, sha256),
    comment: (comment, salt, claim, at) => appendComment(db, comment, salt, claim, at),
    commentsOf: (instance) => commentsOf(db.kysely, instance),
    close: () => db.close(),
  }
}

class Memory {
  readonly rows: KnownRows
  readonly #db: Database
  readonly #instances = new BoundedMap<string, LedgerInstance>(INSTANCES)
  #directory: Directory | undefined
  #version: number | undefined
  #inside = false

  constructor(db: Database) {
    this.#db = db
    this.rows = new KnownRows(db)
  }

  /** Whoever else has committed is noticed under the write lock: from there on what is remembered is true. */
  transaction<T>(work: () => T): T {
    try {
      return this.#db.transaction(() => {
        this.#notice()
        this.#inside = true
        return work()
      })
    } catch (thrown) {
      this.forget()
      throw thrown
    } finally {
      this.#inside = false
    }
  }

  instance(id: string): LedgerInstance | undefined {
    this.#notice()
    const known = this.#instances.get(id)
    if (known) return known
    const loaded = loadInstance(this.#db, id)
    if (loaded) this.#instances.set(id, loaded)
    return loaded
  }

  /** Remembers what was written; false where nothing was. */
  keep(written: LedgerInstance | undefined): boolean {
    if (written) this.#instances.set(written.record.id, written)
    return written !== undefined
  }

  directory(): Directory {
    this.#notice()
    this.#directory ??= loadDirectory(this.#db)
    return this.#directory
  }

  forget(): void {
    this.#instances.clear()
    this.rows.forget()
    this.#directory = undefined
  }

  #notice(): void {
    if (this.#inside) return
    const version = this.#db.dataVersion()
    if (version !== this.#version) this.forget()
    this.#version = version
  }
}
