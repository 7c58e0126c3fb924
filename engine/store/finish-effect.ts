import type { Incident } from '../step/record.ts'
import type { Connection } from './connection.ts'
import { toText } from './json-text.ts'

/** Strikes an effect off: it was performed, or it is not wanted any more. False when it was struck off already. */
export function finishEffect(db: Connection, id: string): boolean {
  return db.prepare('delete from pending_effect where id = ?').run(id).changes === 1
}

/**
 * Puts an effect off to `at`, its lease given up. `error` is what the last attempt failed with; a `retry` of an
 * incident gives none, and the incident is taken away. False when the effect is gone.
 */
export function retryEffectAt(db: Connection, id: string, at: number, attempts: number, error?: string): boolean {
  const sql = `update pending_effect set due_at = ?, attempts = ?, error = ?, incident = null, lease_until = null,
    lease_by = null where id = ?`
  return db.prepare(sql).run(at, attempts, error ?? null, id).changes === 1
}

/** Gives an effect up until it is retried: it failed for good. False when the effect is gone. */
export function failEffect(db: Connection, id: string, incident: Incident): boolean {
  const sql = `update pending_effect set attempts = attempts + 1, error = ?, incident = ?, lease_until = null,
    lease_by = null where id = ?`
  return db.prepare(sql).run(incident.message, toText(incident), id).changes === 1
}
