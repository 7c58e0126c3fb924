import type { Lease, PendingWork } from '../host/ledger.ts'
import type { EffectBody } from '../step/effect.ts'
import { endsTooFar } from './claim-due-instances.ts'
import type { Connection } from './connection.ts'
import { fromText } from './json-text.ts'

interface Row {
  readonly row: number
  readonly id: string
  readonly instance: string
  readonly body: string
  readonly attempts: number
  readonly due_at: number
}

/**
 * The longest pause before another try (ms). What is due later than this was put off by a clock that was ahead, and is
 * due now.
 */
export const longestPause = 3_600_000

/** What is claimed of effects; actions of a suspended instance would be performed for an answer it cannot take. */
const kinds = {
  action: `and kind = 'perform'
    and not exists (select 1 from instance where instance.row = pending_effect.instance and suspended = 1)`,
  message: "and kind <> 'perform'",
  all: '',
}

/**
 * Claims up to `limit` effects due by `now`, those due first first, of one moment in the order they were asked for.
 * Effects with an incident wait for a retry.
 */
export function claimDueEffects(
  db: Connection,
  now: number,
  lease: Lease,
  limit: number,
  of: 'action' | 'message' | 'all' = 'all',
): PendingWork[] {
  const due = `select row from pending_effect where incident is null and (due_at <= ? or due_at > ?)
    and (lease_until is null or lease_until <= ? or lease_until > ?) ${kinds[of]} order by due_at, row limit ?`
  const rows = db
    .prepare<Row>(
      `update pending_effect set lease_by = ?, lease_until = ? where row in (${due})
      returning row, id, (select id from instance where instance.row = pending_effect.instance) as instance, body,
        attempts, due_at`,
    )
    .all(lease.by, lease.until, now, now + longestPause, now, endsTooFar(now, lease), limit)
  return rows.sort((a, b) => a.due_at - b.due_at || a.row - b.row).map(pendingEffect)
}

/** Holds a claimed effect for longer. False when it is finished, or was claimed by another meanwhile. */
export function renewEffect(db: Connection, id: string, lease: Lease): boolean {
  const sql = 'update pending_effect set lease_until = ? where id = ? and lease_by = ?'
  return db.prepare(sql).run(lease.until, id, lease.by).changes === 1
}

/** The effect of an id, claimed or not, with an incident or not; undefined once it is finished. */
export function loadPending(db: Connection, id: string): PendingWork | undefined {
  const sql = `select pending_effect.row, pending_effect.id, instance.id as instance, body, attempts, due_at
    from pending_effect inner join instance on instance.row = pending_effect.instance where pending_effect.id = ?`
  const row = db.prepare<Row>(sql).get(id)
  return row && pendingEffect(row)
}

function pendingEffect({ id, instance, body, attempts, due_at }: Row): PendingWork {
  return { effect: { id, ...fromText<EffectBody>(body) }, instance, attempts, dueAt: due_at }
}
