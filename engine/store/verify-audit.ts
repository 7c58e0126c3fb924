import type { Kysely, Selectable } from 'kysely'
import { noHash } from '../journal/seal-entry.ts'
import { auditHash } from './append-audit.ts'
import { commentHash } from './append-comment.ts'
import { fromText } from './json-text.ts'
import type { AuditTable, CommentTable, Schema } from './schema.ts'

/** What a look through the audit found: how far the chain holds, and its head there. */
export interface AuditProof {
  readonly entries: number
  readonly head: string
  /** Numbers of the entries, from 1, whose remark was erased. */
  readonly erased: readonly number[]
  /**
   * Number of the first entry, from 1, that does not follow from the one before, or was altered, or tells of a remark or
   * of evidence that is no longer what it was.
   */
  readonly brokenAt?: number
}

/** What the audit tells of, as it is kept now: remarks by their hash, evidence by task, kind, and hash or address. */
interface Kept {
  readonly comments: ReadonlyMap<string, Pick<Selectable<CommentTable>, 'text' | 'salt'>>
  readonly evidence: ReadonlySet<string>
}

/**
 * Proves the chain of the audit from its first entry, and that remarks and evidence are those it tells of. The bytes of
 * evidence are proved when they are given back.
 */
export async function verifyAudit(db: Kysely<Schema>): Promise<AuditProof> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('row').execute()
  const kept = await readKept(db)
  const erased: number[] = []
  let head = noHash
  for (const [index, row] of rows.entries()) {
    const { at, actor, via, proved, operation, subject, detail } = row
    const hash = auditHash([at, actor, via, proved, operation, subject, detail], head)
    const subjectNow = row.hash === hash ? stateOf(row, kept) : 'altered'
    if (row.previous !== head || subjectNow === 'altered') {
      return { entries: index, head, erased, brokenAt: index + 1 }
    }
    if (subjectNow === 'erased') erased.push(index + 1)
    head = hash
  }
  return { entries: rows.length, head, erased }
}

async function readKept(db: Kysely<Schema>): Promise<Kept> {
  const comments = await db.selectFrom('comment').select(['hash', 'text', 'salt']).execute()
  const evidence = await db
    .selectFrom('evidence')
    .innerJoin('task', 'task.row', 'evidence.task')
    .select(['task.id', 'evidence.kind', 'evidence.sha256', 'evidence.url'])
    .execute()
  return {
    comments: new Map(comments.map((comment) => [comment.hash, comment])),
    evidence: new Set(evidence.map(({ id, kind, sha256, url }) => evidenceKey(id, kind, sha256 ?? url))),
  }
}

function evidenceKey(task: string, kind: string, what: string | null): string {
  return JSON.stringify([task, kind, what])
}

/** What became of the remark or the evidence that an entry tells of. */
function stateOf({ operation, subject, detail }: Selectable<AuditTable>, kept: Kept): 'kept' | 'erased' | 'altered' {
  if (operation === 'attach-evidence') {
    const { kind, sha256, url } = fromText<{ kind: string; sha256?: string; url?: string }>(detail)
    return kept.evidence.has(evidenceKey(subject, kind, sha256 ?? url ?? null)) ? 'kept' : 'altered'
  }
  if (operation !== 'comment') return 'kept'
  const { hash } = fromText<{ readonly hash: string }>(detail)
  const comment = kept.comments.get(hash)
  if (comment === undefined) return 'altered'
  if (comment.text === null) return 'erased'
  return commentHash(comment.salt ?? '', comment.text) === hash ? 'kept' : 'altered'
}
