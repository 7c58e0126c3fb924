import type { Kysely } from 'kysely'
import type { CommentRow } from '../host/host.ts'
import type { Schema } from './schema.ts'

/** The remarks on an instance and its tasks, the oldest first. */
export async function commentsOf(db: Kysely<Schema>, instance: string): Promise<CommentRow[]> {
  const rows = await db
    .selectFrom('comment')
    .innerJoin('instance', 'instance.row', 'comment.instance')
    .leftJoin('task', 'task.row', 'comment.task')
    .select(['task.id as task', 'comment.text', 'comment.by', 'comment.at'])
    .where('instance.id', '=', instance)
    .orderBy('comment.row')
    .execute()
  return rows.map(({ task, text, by, at }) => ({
    instance,
    ...(task !== null && { task }),
    ...(text !== null && { text }),
    by,
    at,
  }))
}
