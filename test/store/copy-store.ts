import type { Kysely } from 'kysely'
import type { Schema } from '../../engine/store/schema.ts'

/** Tables in the order their references need. */
const tables: readonly (keyof Schema)[] = [
  'instance',
  'instance_field',
  'journal',
  'task',
  'file',
  'evidence',
  'pending_effect',
  'notification',
  'definition',
  'calendar',
  'person',
  'person_role',
  'role',
  'ladder',
  'audit',
  'comment',
  'meta',
]

/** Copies every row into an empty store, on whichever database: what the commit wrote, people's queries must read. */
export async function copyStore(from: Kysely<Schema>, to: Kysely<Schema>): Promise<void> {
  for (const table of tables) {
    const rows = await from.selectFrom(table).selectAll().execute()
    for (const row of rows) await to.insertInto(table).values(row).execute()
  }
}
