/**
 * Erasing what the store holds of a person's own words: payload and salt of the entries in which they acted, their
 * remarks, their name. Hashes and ids stay, so that every chain still proves the rest.
 */
import type { Claim, Erasure } from '../host/host.ts'
import { appendAudit } from './append-audit.ts'
import type { Connection } from './connection.ts'
import { toText } from './json-text.ts'
import type { Database } from './open-database.ts'

/** How long other readers are waited for (ms): ours read for moments. */
const patience = 1000

/** Whether the store knows the person, in the organisation or removed from it. */
export function isKnownPerson(db: Connection, person: string): boolean {
  return db.prepare('select 1 from person where id = ?').get(person) !== undefined
}

/** What erasing the person would take away. */
export function countPayloads(db: Connection, person: string): Omit<Erasure, 'purged'> {
  const entries = db.prepare<{ entries: number; instances: number }>(
    `select count(*) as entries, count(distinct instance) as instances from journal
    where actor = ? and payload is not null`,
  )
  const comments = db.prepare<{ comments: number }>(
    'select count(*) as comments from comment where "by" = ? and text is not null',
  )
  const { entries: found = 0, instances = 0 } = entries.get(person) ?? {}
  return { person, entries: found, instances, comments: comments.get(person)?.comments ?? 0 }
}

/** Takes it away, audited: who asked, and how much it was. To be called in a transaction; then `purgeErased`. */
export function erasePayloads(db: Connection, person: string, claim: Claim, at: number): Omit<Erasure, 'purged'> {
  const erasure = countPayloads(db, person)
  const { entries, instances, comments } = erasure
  // What becomes free in this file is overwritten at once, also where there is no room to write it anew afterwards.
  db.prepare('pragma secure_delete = on').get()
  db.prepare('update journal set payload = null, salt = null where actor = ? and payload is not null').run(person)
  db.prepare('update comment set text = null, salt = null where "by" = ? and text is not null').run(person)
  db.prepare('update person set name = ? where id = ?').run(toText({ en: person }), person)
  appendAudit(db, {
    at,
    claim,
    operation: 'erase-payloads',
    subject: person,
    detail: { entries, instances, comments },
  })
  return erasure
}

/**
 * Takes the bytes of what was erased out of the file: rows that were moved earlier left copies of them in free places,
 * so that the file is written anew and its log emptied. False while another program reads: the log still holds them.
 */
export function purgeErased(db: Database): boolean {
  db.prepare('vacuum').run()
  db.prepare(`pragma busy_timeout = ${patience}`).get()
  const checkpoint = db.prepare<{ busy: number }>('pragma wal_checkpoint(truncate)').get()
  // Everything else waits by itself.
  db.prepare('pragma busy_timeout = 0').get()
  return checkpoint?.busy === 0
}
