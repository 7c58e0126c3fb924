import type { JsonObject } from '../engine/expression/type.ts'
import type { EvidenceRow, Host } from '../engine/host/host.ts'
import { iso } from './json-forms.ts'

/** Evidence, and which of its kind on its task it is, from 1. */
export interface Numbered {
  readonly row: EvidenceRow
  readonly number: number
}

/** What is attached to a task, numbered by kind in the order it was attached. */
export async function numberedEvidence(host: Host, task: string): Promise<readonly Numbered[]> {
  const rows = await host.evidence(task)
  return rows.map((row, at) => ({ row, number: rows.slice(0, at + 1).filter(({ kind }) => kind === row.kind).length }))
}

/** As `--json` shows it: a file has name, size and SHA-256, a link its address. */
export function evidenceJson({ row, number }: Numbered): JsonObject {
  const { task, kind, name, size, sha256, url, by, at } = row
  return {
    task,
    kind,
    number,
    ...(name !== undefined && { name }),
    ...(size !== undefined && { size }),
    ...(sha256 !== undefined && { sha256 }),
    ...(url !== undefined && { url }),
    by,
    at: iso(at),
  }
}
