import { type Kysely, sql } from 'kysely'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { noHash } from './append-audit.ts'
import { type EntryColumns, entryOf } from './entry-row.ts'
import type { Schema } from './schema.ts'

/** The journal of an instance, in order; empty when there is no such instance. */
export async function readJournal(db: Kysely<Schema>, instance: string): Promise<JournalEntry[]> {
  const rows = await sql<EntryColumns>`with recursive chain (entry) as (
      select journal from instance where id = ${instance}
      union all
      select journal.previous from journal inner join chain on journal.row = chain.entry
        where journal.previous is not null
    )
    select journal.step, journal.at, journal.kind, journal.subject, journal.actor, definition.hash as definition,
      calendar.hash as calendar, journal.hash, journal.payload_hash, journal.fixed, journal.payload, journal.salt
    from chain
    inner join journal on journal.row = chain.entry
    inner join definition on definition.row = journal.definition
    inner join calendar on calendar.row = journal.calendar
    order by journal.step`.execute(db)
  const entries: JournalEntry[] = []
  for (const row of rows.rows) entries.push(entryOf(instance, row, entries.at(-1)?.hash ?? noHash))
  return entries
}
