import { createHash } from 'node:crypto'
import type { JsonObject } from '../expression/type.ts'
import type { Claim } from '../host/host.ts'
import { noHash } from '../journal/seal-entry.ts'
import type { Connection } from './connection.ts'
import { toText } from './json-text.ts'

/** An operation of the store, as it is written down: who did what to what, and how they were known. */
export interface Operation {
  readonly at: number
  readonly claim: Claim
  /** `claim-task`, `load-person` and the like. */
  readonly operation: string
  /** Id of what it was done to. */
  readonly subject: string
  readonly detail: JsonObject
}

/** What an entry of the audit is hashed over, in order. */
export type AuditedColumns = readonly [
  at: number,
  actor: string,
  via: string,
  proved: number,
  operation: string,
  subject: string,
  detail: string,
]

/** Appends to the audit, chained to the last entry by hash. Times never go back. */
export function appendAudit(db: Connection, { at, claim, operation, subject, detail }: Operation): void {
  const last = db.prepare<{ at: number; hash: string }>('select at, hash from audit order by row desc limit 1').get()
  const previous = last?.hash ?? noHash
  const columns: AuditedColumns = [
    Math.max(at, last?.at ?? at),
    claim.person,
    claim.via,
    claim.proved ? 1 : 0,
    operation,
    subject,
    toText(detail),
  ]
  db.prepare(
    `insert into audit (at, actor, via, proved, operation, subject, detail, previous, hash)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...columns, previous, auditHash(columns, previous))
}

/** SHA-256, hex, of an entry and the hash of the one before it. */
export function auditHash(columns: AuditedColumns, previous: string): string {
  return createHash('sha256')
    .update(toText([previous, ...columns]))
    .digest('hex')
}
