import { createHash } from 'node:crypto'
import type { Claim, EvidenceRow, NewEvidence } from '../host/host.ts'
import { problem } from '../problem/catalog.ts'
import type { Answer } from '../problem/problem.ts'
import { appendAudit } from './append-audit.ts'
import type { Connection } from './connection.ts'

/** The most bytes of a file that are kept, 20 MB. */
export const largestFile = 20 * 1024 * 1024

/**
 * Attaches a file or a link to a task, audited. The same bytes are kept once. A file that is too large is refused;
 * the task must exist.
 */
export function attachEvidence(
  db: Connection,
  task: string,
  evidence: NewEvidence,
  claim: Claim,
  at: number,
): Answer<EvidenceRow> {
  const size = 'bytes' in evidence ? evidence.bytes.length : 0
  if ('bytes' in evidence && size > largestFile) {
    const blanks = { name: evidence.name, size, limit: largestFile }
    return { ok: false, problems: [problem('store/file-too-large', blanks)] }
  }
  const what =
    'bytes' in evidence ? { name: evidence.name, sha256: saveFile(db, evidence.bytes), size } : { url: evidence.url }
  const row: EvidenceRow = { task, kind: evidence.kind, ...what, by: claim.person, at }
  db.prepare(
    `insert into evidence (task, kind, name, url, sha256, size, "by", at)
    values ((select row from task where id = ?), ?, ?, ?, ?, ?, ?, ?)`,
  ).run(task, row.kind, row.name ?? null, row.url ?? null, row.sha256 ?? null, row.size ?? null, row.by, at)
  appendAudit(db, { at, claim, operation: 'attach-evidence', subject: task, detail: { kind: row.kind, ...what } })
  return { ok: true, value: row }
}

/** Keeps bytes and answers their SHA-256, hex, by which `loadFile` finds them. */
export function saveFile(db: Connection, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  db.prepare('insert into file (sha256, bytes) values (?, ?) on conflict (sha256) do nothing').run(sha256, bytes)
  return sha256
}

/** The bytes of a SHA-256. */
export function loadFile(db: Connection, sha256: string): Uint8Array | undefined {
  return db.prepare<{ bytes: Uint8Array }>('select bytes from file where sha256 = ?').get(sha256)?.bytes
}
