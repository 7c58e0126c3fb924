import type { Lease } from '../host/ledger.ts'
import type { Connection } from './connection.ts'

/** An instance with a timer that is due. */
export interface DueInstance {
  readonly id: string
  readonly row: number
  /** When its first timer was due. */
  readonly wakeAt: number
}

interface Row {
  readonly id: string
  readonly row: number
  readonly wake_at: number
}

/**
 * Claims up to `limit` instances with timers due by `now`, those due first first. The lease ends with the commit of
 * the step (`updateInstance`), with `releaseInstance`, or by itself.
 */
export function claimDueInstances(db: Connection, now: number, lease: Lease, limit: number): DueInstance[] {
  const due = `select row from instance where wake_at <= ? and suspended = 0
    and (lease_until is null or lease_until <= ? or lease_until > ?) order by wake_at, row limit ?`
  const rows = db
    .prepare<Row>(`update instance set lease_by = ?, lease_until = ? where row in (${due}) returning id, row, wake_at`)
    .all(lease.by, lease.until, now, now, endsTooFar(now, lease), limit)
  return rows
    .sort((a, b) => a.wake_at - b.wake_at || a.row - b.row)
    .map(({ id, row, wake_at }) => ({ id, row, wakeAt: wake_at }))
}

/**
 * A lease that ends after this was given by a clock that was ahead of ours by more than a lease is long, and binds
 * nobody: its holder would hold it for as long as the clock was set back.
 */
export function endsTooFar(now: number, lease: Lease): number {
  return lease.until + Math.abs(lease.until - now)
}

/** Gives up the lease of `by`, if it still holds it. */
export function releaseInstance(db: Connection, row: number, by: string): void {
  db.prepare('update instance set lease_until = null, lease_by = null where row = ? and lease_by = ?').run(row, by)
}
