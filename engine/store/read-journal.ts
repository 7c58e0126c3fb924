import type { Kysely, Selectable } from 'kysely'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { StepPayload } from '../step/step-entry.ts'
import { fromText } from './json-text.ts'
import type { JournalTable, Schema } from './schema.ts'

/** The journal of an instance, in order; empty when there is no such instance. */
export async function readJournal(db: Kysely<Schema>, instance: string): Promise<JournalEntry[]> {
  const rows = await db
    .selectFrom('journal')
    .innerJoin('instance', 'instance.row', 'journal.instance')
    .selectAll('journal')
    .where('instance.id', '=', instance)
    .orderBy('journal.step')
    .execute()
  return rows.map((row) => journalEntry(instance, row))
}

/** What `appendJournal` keeps as text: everything that has no column of its own. */
type Fixed = Omit<JournalEntry, 'instance' | 'step' | 'at' | 'kind' | 'subject' | 'hash' | 'payload' | 'salt'>

function journalEntry(instance: string, row: Selectable<JournalTable>): JournalEntry {
  return {
    ...fromText<Fixed>(row.fixed),
    instance,
    step: row.step,
    at: row.at,
    kind: row.kind,
    subject: row.subject,
    hash: row.hash,
    ...(row.payload !== null && { payload: fromText<StepPayload>(row.payload) }),
    ...(row.salt !== null && { salt: row.salt }),
  }
}
