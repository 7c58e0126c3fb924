import type { Kysely, Selectable } from 'kysely'
import { auditHash, noHash } from './append-audit.ts'
import { commentHash } from './append-comment.ts'
import { fromText } from './json-text.ts'
import type { AuditTable, CommentTable, Schema } from './schema.ts'

/** What a look through the audit found: how far the chain holds, and its head there. */
export interface AuditProof {
  readonly entries: number
  readonly head: string
  /** Numbers of the entries, from 1, whose remark was erased. */
  readonly erased: readonly number[]
  /** Number of the first entry, from 1, that does not follow from the one before, or was altered, or its remark was. */
  readonly brokenAt?: number
}

type Comments = ReadonlyMap<string, Pick<Selectable<CommentTable>, 'text' | 'salt'>>

/** Proves the chain of the audit from its first entry, and that the remarks are those it tells of. */
export async function verifyAudit(db: Kysely<Schema>): Promise<AuditProof> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('row').execute()
  const kept = await db.selectFrom('comment').select(['hash', 'text', 'salt']).execute()
  const comments: Comments = new Map(kept.map((comment) => [comment.hash, comment]))
  const erased: number[] = []
  let head = noHash
  for (const [index, row] of rows.entries()) {
    const { at, actor, via, proved, operation, subject, detail } = row
    const hash = auditHash([at, actor, via, proved, operation, subject, detail], head)
    const remark = remarkOf(row, comments)
    if (row.previous !== head || row.hash !== hash || remark === 'altered') {
      return { entries: index, head, erased, brokenAt: index + 1 }
    }
    if (remark === 'erased') erased.push(index + 1)
    head = hash
  }
  return { entries: rows.length, head, erased }
}

/** What became of the remark that an entry tells of, if it tells of one. */
function remarkOf({ operation, detail }: Selectable<AuditTable>, comments: Comments) {
  if (operation !== 'comment') return 'none'
  const { hash } = fromText<{ readonly hash: string }>(detail)
  const comment = comments.get(hash)
  if (comment === undefined) return 'altered'
  if (comment.text === null) return 'erased'
  return commentHash(comment.salt ?? '', comment.text) === hash ? 'kept' : 'altered'
}
