/** What a memory ledger keeps beside the process: evidence and remarks. */
import { createHash } from 'node:crypto'
import { problem } from '../problem/catalog.ts'
import type { Answer } from '../problem/problem.ts'
import { largestFile } from '../store/attach-evidence.ts'
import type { Claim, CommentRow, EvidenceRow, NewComment, NewEvidence } from './host.ts'
import { MemoryTable, type UndoList } from './memory-table.ts'

export class MemoryDossier {
  readonly #evidence: MemoryTable<readonly EvidenceRow[]>
  readonly #files: MemoryTable<Uint8Array>
  readonly #comments: MemoryTable<readonly CommentRow[]>

  constructor(undo: UndoList) {
    this.#evidence = new MemoryTable(undo)
    this.#files = new MemoryTable(undo)
    this.#comments = new MemoryTable(undo)
  }

  attach(task: string, evidence: NewEvidence, claim: Claim, at: number): Answer<EvidenceRow> {
    const size = 'bytes' in evidence ? evidence.bytes.length : 0
    if ('bytes' in evidence && size > largestFile) {
      const blanks = { name: evidence.name, size, limit: largestFile }
      return { ok: false, problems: [problem('store/file-too-large', blanks)] }
    }
    const what =
      'bytes' in evidence ? { name: evidence.name, sha256: this.#keep(evidence.bytes), size } : { url: evidence.url }
    const row: EvidenceRow = { task, kind: evidence.kind, ...what, by: claim.person, at }
    this.#evidence.put(task, [...this.evidenceOf(task), row])
    return { ok: true, value: row }
  }

  evidenceOf(task: string): readonly EvidenceRow[] {
    return this.#evidence.get(task) ?? []
  }

  fileOf(sha256: string): Uint8Array | undefined {
    return this.#files.get(sha256)
  }

  comment(comment: NewComment, claim: Claim, at: number): CommentRow {
    const row = { ...comment, by: claim.person, at }
    this.#comments.put(comment.instance, [...this.commentsOf(comment.instance), row])
    return row
  }

  commentsOf(instance: string): readonly CommentRow[] {
    return this.#comments.get(instance) ?? []
  }

  #keep(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.#files.put(sha256, bytes)
    return sha256
  }
}
