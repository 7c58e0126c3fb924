import type { Claim } from '../host/host.ts'
import { appendAudit } from './append-audit.ts'
import type { Connection } from './connection.ts'

/** Takes an open task that nobody has taken. False, and nothing written, when somebody has or it is not open. */
export function claimTask(db: Connection, task: string, claim: Claim, at: number): boolean {
  const sql = "update task set assignee = ? where id = ? and status = 'open' and assignee is null"
  if (db.prepare(sql).run(claim.person, task).changes === 0) return false
  appendAudit(db, { at, claim, operation: 'claim-task', subject: task, detail: {} })
  return true
}

/** Gives an open task back to all who may take it. False when nobody has it or it is not open. */
export function releaseTask(db: Connection, task: string, claim: Claim, at: number): boolean {
  const from = assigneeOf(db, task)
  const sql = "update task set assignee = null where id = ? and status = 'open' and assignee is not null"
  if (db.prepare(sql).run(task).changes === 0) return false
  appendAudit(db, { at, claim, operation: 'release-task', subject: task, detail: from === null ? {} : { from } })
  return true
}

/** Gives an open task to a person, whoever had it. False when it is not open. */
export function assignTask(db: Connection, task: string, to: string, claim: Claim, at: number): boolean {
  const from = assigneeOf(db, task)
  const sql = "update task set assignee = ? where id = ? and status = 'open'"
  if (db.prepare(sql).run(to, task).changes === 0) return false
  appendAudit(db, { at, claim, operation: 'assign-task', subject: task, detail: from === null ? { to } : { from, to } })
  return true
}

function assigneeOf(db: Connection, task: string): string | null {
  const row = db.prepare<{ assignee: string | null }>('select assignee from task where id = ?').get(task)
  return row?.assignee ?? null
}
