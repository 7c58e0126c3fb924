import { type Effect, isDoneByCommit } from '../step/effect.ts'
import type { Connection } from './connection.ts'
import { toText } from './json-text.ts'

/** Writes down the effects of a step that reach beyond its own rows, to be performed after the commit. */
export function insertPending(db: Connection, row: number, effects: readonly Effect[], dueAt: number): void {
  const sql = 'insert into pending_effect (id, instance, kind, body, due_at, attempts) values (?, ?, ?, ?, ?, 0)'
  for (const { id, ...body } of effects) {
    if (!isDoneByCommit(body)) db.prepare(sql).run(id, row, body.kind, toText(body), dueAt)
  }
}
