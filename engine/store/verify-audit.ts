import type { Kysely } from 'kysely'
import { auditHash, noHash } from './append-audit.ts'
import type { Schema } from './schema.ts'

/** What a look through the audit found: how far the chain holds, and its head there. */
export interface AuditProof {
  readonly entries: number
  readonly head: string
  /** Number of the first entry, from 1, that does not follow from the one before or was altered. */
  readonly brokenAt?: number
}

/** Proves the chain of the audit from its first entry. */
export async function verifyAudit(db: Kysely<Schema>): Promise<AuditProof> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('row').execute()
  let head = noHash
  for (const [index, row] of rows.entries()) {
    const { at, actor, via, proved, operation, subject, detail } = row
    const hash = auditHash([at, actor, via, proved, operation, subject, detail], head)
    if (row.previous !== head || row.hash !== hash) return { entries: index, head, brokenAt: index + 1 }
    head = hash
  }
  return { entries: rows.length, head }
}
