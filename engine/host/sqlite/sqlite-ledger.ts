/** The ledger over a SQLite file: each operation is one of the store's. */
import { loadDirectory } from '../../people/directory.ts'
import { appendComment } from '../../store/append-comment.ts'
import { appendJournal } from '../../store/append-journal.ts'
import { applyTaskEffects } from '../../store/apply-task-effects.ts'
import { attachEvidence, loadFile } from '../../store/attach-evidence.ts'
import { claimDueEffects, renewEffect } from '../../store/claim-due-effects.ts'
import { claimDueInstances, releaseInstance } from '../../store/claim-due-instances.ts'
import { assignTask, claimTask, releaseTask } from '../../store/claim-task.ts'
import { commentsOf } from '../../store/comments-of.ts'
import { evidenceOf } from '../../store/evidence-of.ts'
import { failEffect, finishEffect, retryEffectAt } from '../../store/finish-effect.ts'
import { insertInstance } from '../../store/insert-instance.ts'
import { insertPending } from '../../store/insert-pending.ts'
import { listInstances } from '../../store/list-instances.ts'
import { excludedFrom, listTasks } from '../../store/list-tasks.ts'
import { findLive, loadInstance } from '../../store/load-instance.ts'
import { nextDue } from '../../store/next-due.ts'
import type { Database } from '../../store/open-database.ts'
import { readJournal } from '../../store/read-journal.ts'
import { loadCalendar, saveCalendar } from '../../store/save-calendar.ts'
import { loadDefinition, saveDefinition } from '../../store/save-definition.ts'
import { saveFields } from '../../store/save-fields.ts'
import { updateInstance } from '../../store/update-instance.ts'
import type { HostWorld } from '../host-world.ts'
import { askedAt, type Ledger, type StepToWrite } from '../ledger.ts'

export function sqliteLedger(db: Database, world: Pick<HostWorld, 'passed'> = {}): Ledger {
  const writeParts = (row: number, step: StepToWrite): void => {
    world.passed?.('step/instance')
    appendJournal(db, row, step.entry)
    world.passed?.('step/journal')
    applyTaskEffects(db, row, step.effects, step.record.at)
    world.passed?.('step/tasks')
    insertPending(db, row, step.effects, askedAt(step))
    world.passed?.('step/pending')
    if (Object.keys(step.fields).length > 0) saveFields(db, row, step.fields)
  }
  return {
    transaction: (work) => db.transaction(work),
    instance: (id) => loadInstance(db, id),
    live: (process, key) => findLive(db, process, key),
    insert: (step) => writeParts(insertInstance(db, step), step),
    update: (row, expected, step) => {
      const updated = updateInstance(db, row, expected, step)
      if (updated) writeParts(row, step)
      return updated
    },
    claimEffects: (now, lease, limit, of) => claimDueEffects(db, now, lease, limit, of),
    renewEffect: (id, lease) => renewEffect(db, id, lease),
    finishEffect: (id) => void finishEffect(db, id),
    retryEffect: (id, at, attempts, error) => void retryEffectAt(db, id, at, attempts, error),
    failEffect: (id, incident) => void failEffect(db, id, incident),
    claimInstances: (now, lease, limit) => claimDueInstances(db, now, lease, limit),
    releaseInstance: (row, by) => releaseInstance(db, row, by),
    nextDue: () => nextDue(db),
    saveDefinition: (definition, at) => saveDefinition(db, definition, at),
    definition: (hash) => loadDefinition(db, hash),
    saveCalendar: (hash, calendar) => saveCalendar(db, hash, calendar),
    calendar: (hash) => loadCalendar(db, hash),
    directory: () => loadDirectory(db),
    claimTask: (task, claim, at) => claimTask(db, task, claim, at),
    releaseTask: (task, claim, at) => releaseTask(db, task, claim, at),
    assignTask: (task, to, claim, at) => assignTask(db, task, to, claim, at),
    attach: (task, evidence, claim, at) => attachEvidence(db, task, evidence, claim, at),
    instances: (query, now) => listInstances(db.kysely, query, now),
    tasks: (query, now) => listTasks(db.kysely, query, now),
    excludedFrom: (task) => excludedFrom(db.kysely, task),
    journal: (instance) => readJournal(db.kysely, instance),
    evidenceOf: (task) => evidenceOf(db.kysely, task),
    fileOf: (sha256) => loadFile(db, sha256),
    comment: (comment, salt, claim, at) => appendComment(db, comment, salt, claim, at),
    commentsOf: (instance) => commentsOf(db.kysely, instance),
    close: () => db.close(),
  }
}
