import type { Connection } from './connection.ts'

/** The next moment (ms) at which a timer or an effect may be claimed; undefined when nothing waits for a time. */
export function nextDue(db: Connection): number | undefined {
  const row = db
    .prepare<{ at: number | null }>(
      `select min(at) as at from (
        select max(wake_at, coalesce(lease_until, wake_at)) as at from instance
          where wake_at is not null and suspended = 0
        union all
        select max(due_at, coalesce(lease_until, due_at)) from pending_effect where incident is null
            and (kind <> 'perform' or not exists (select 1 from instance where instance.row = pending_effect.instance
              and suspended = 1)))`,
    )
    .get()
  return row?.at ?? undefined
}
