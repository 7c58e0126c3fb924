import type { Kysely } from 'kysely'
import type { EvidenceRow } from '../host/host.ts'
import type { Schema } from './schema.ts'

/** What is attached to a task, in the order it was. */
export async function evidenceOf(db: Kysely<Schema>, task: string): Promise<EvidenceRow[]> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('task', 'task.row', 'evidence.task')
    .selectAll('evidence')
    .where('task.id', '=', task)
    .orderBy('evidence.row')
    .execute()
  return rows.map(({ kind, name, url, sha256, size, by, at }) => ({
    task,
    kind,
    ...(name !== null && { name }),
    ...(url !== null && { url }),
    ...(sha256 !== null && { sha256 }),
    ...(size !== null && { size }),
    by,
    at,
  }))
}
