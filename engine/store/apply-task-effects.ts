import type { Effect, OpenTask } from '../step/effect.ts'
import type { Connection } from './connection.ts'
import { toText, toTextOrNull } from './json-text.ts'

/**
 * Writes the effects of a step that are rows of its own transaction (`isDoneByCommit`), in order: tasks opened, closed, moved,
 * reminded, escalated, and notifications. The others are left to `insertPending`. `at` is the time of the step.
 */
export function applyTaskEffects(db: Connection, row: number, effects: readonly Effect[], at: number): void {
  for (const effect of effects) applyTaskEffect(db, row, effect, at)
}

function applyTaskEffect(db: Connection, row: number, effect: Effect, at: number): void {
  switch (effect.kind) {
    case 'open-task':
      openTask(db, row, effect)
      return
    case 'close-task':
      closeTask(db, effect, at)
      return
    case 'reopen-task':
      reopenTask(db, effect)
      return
    case 'move-task':
      db.prepare('update task set due_at = ? where id = ?').run(effect.dueAt, effect.task)
      return
    case 'remind-task':
      db.prepare('update task set reminded_at = ? where id = ?').run(at, effect.task)
      return
    case 'escalate-task':
      db.prepare('update task set level = ?, escalated = ? where id = ?').run(
        effect.level,
        toText(effect.to),
        effect.task,
      )
      return
    case 'notify':
      db.prepare('insert into notification (id, instance, role, text, at) values (?, ?, ?, ?, ?)').run(
        effect.id,
        row,
        effect.role,
        toTextOrNull(effect.text),
        at,
      )
      return
    default:
      return
  }
}

function openTask(db: Connection, row: number, task: OpenTask): void {
  db.prepare(
    `insert into task (id, instance, state, work, title, guide, role, person, status, form, filled, evidence, excluded,
    opened_at, due_at, estimated, level, escalated) values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, 0, '[]')`,
  ).run(
    task.task,
    row,
    task.state,
    task.work,
    toText(task.title),
    toTextOrNull(task.guide),
    task.role ?? null,
    task.person ?? null,
    toText(task.form),
    toText(task.filled),
    toText(task.evidence),
    toText(task.excluded),
    task.openedAt,
    task.dueAt ?? null,
    task.estimated ? 1 : 0,
  )
}

function closeTask(db: Connection, effect: Extract<Effect, { kind: 'close-task' }>, at: number): void {
  const sql = 'update task set status = ?, closed_at = ?, closed_by = ? where id = ?'
  db.prepare(sql).run(effect.outcome, at, effect.by ?? null, effect.task)
}

/** The claim, the comments and the evidence are still there: the task was only put aside. */
function reopenTask(db: Connection, effect: Extract<Effect, { kind: 'reopen-task' }>): void {
  const sql = `update task set status = 'open', closed_at = null, closed_by = null, due_at = coalesce(?, due_at)
    where id = ?`
  db.prepare(sql).run(effect.dueAt ?? null, effect.task)
}
