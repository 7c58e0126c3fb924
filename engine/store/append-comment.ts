import { createHash } from 'node:crypto'
import type { Claim, CommentRow, NewComment } from '../host/host.ts'
import { appendAudit } from './append-audit.ts'
import type { Connection } from './connection.ts'

/**
 * Keeps a remark on an instance or on a task of it, audited: the audit names the hash of `salt + text`, so that both
 * can be erased and the chain still holds. The instance and the task must exist.
 */
export function appendComment(
  db: Connection,
  { instance, task, text }: NewComment,
  salt: string,
  claim: Claim,
  at: number,
): CommentRow {
  const hash = commentHash(salt, text)
  db.prepare(
    `insert into comment (instance, task, "by", at, hash, text, salt)
    values ((select row from instance where id = ?), (select row from task where id = ?), ?, ?, ?, ?, ?)`,
  ).run(instance, task ?? null, claim.person, at, hash, text, salt)
  appendAudit(db, { at, claim, operation: 'comment', subject: task ?? instance, detail: { hash } })
  return { instance, ...(task !== undefined && { task }), text, by: claim.person, at }
}

/** SHA-256, hex, of a remark: what the audit keeps of it for ever. */
export function commentHash(salt: string, text: string): string {
  return createHash('sha256')
    .update(salt + text)
    .digest('hex')
}
