/** What a doctor asks of a store. Nothing here changes it, and a store of any schema may be looked at. */
import { isEngineError } from '../problem/engine-error.ts'
import type { Problem } from '../problem/problem.ts'
import { schemaVersion } from './migrations.ts'
import type { UntouchedDatabase } from './open-database.ts'
import { type AuditProof, verifyAudit } from './verify-audit.ts'

/** Work whose time has come, and that nobody holds. */
export interface OverdueWork {
  readonly count: number
  /** What was due first. */
  readonly instance: string
  readonly dueAt: number
}

/** An effect that failed and will be tried again. */
export interface FailingEffect {
  readonly id: string
  readonly instance: string
  readonly attempts: number
  readonly error: string
}

/** Work that somebody holds though its time has long come. */
export interface HeldWork {
  readonly instance: string
  readonly by: string
  readonly until: number
}

/** Live instances of one definition. */
export interface PinnedDefinition {
  readonly hash: string
  readonly process: string
  readonly version: string
  readonly instances: number
  /** One of them. */
  readonly example: string
}

/** A store that is looked at. */
export interface StoreLook {
  readonly owner: 'ours' | 'nobody' | 'other'
  /** The version of its schema, and the one this program knows. */
  readonly schema: number
  readonly known: number
  /** Why it cannot be written now; undefined where it can. */
  refusal(): Problem | undefined
  /** What SQLite finds damaged; empty where nothing is. */
  damage(): readonly string[]
  overdueTimers(before: number, now: number): OverdueWork | undefined
  overdueEffects(before: number, now: number): OverdueWork | undefined
  failingEffects(): readonly FailingEffect[]
  heldWork(before: number, now: number): readonly HeldWork[]
  pinnedDefinitions(): readonly PinnedDefinition[]
  /** Ids of instances, those that moved last first. */
  lastMoved(limit: number): readonly string[]
  /** The latest moment anything was written at. */
  latestMoment(): number | undefined
  verifyAudit(): Promise<AuditProof>
  close(): void
}

/** A look at a file opened as it stands; closing the look closes it. */
export function lookAt(db: UntouchedDatabase): StoreLook {
  const all = <Row>(sql: string, ...values: (string | number)[]) => db.prepare<Row>(sql).all(...values)
  return {
    owner: db.owner,
    schema: db.schema,
    known: schemaVersion,
    refusal: () => faultOf(() => db.transaction(() => undefined)),
    damage: () =>
      all<Checked>('pragma quick_check(5)').flatMap(({ quick_check: found }) => (found === 'ok' ? [] : found)),
    overdueTimers: (before, now) => first(all<OverdueRow>(overdueTimers, before, now)),
    overdueEffects: (before, now) => first(all<OverdueRow>(overdueEffects, before, now)),
    failingEffects: () => all<FailingEffect>(failingEffects),
    heldWork: (before, now) => all<HeldWork>(heldWork, before, now, before, now),
    pinnedDefinitions: () => all<PinnedDefinition>(pinnedDefinitions),
    lastMoved: (limit) => all<{ id: string }>(lastMoved, limit).map(({ id }) => id),
    latestMoment: () => all<{ at: number | null }>(latestMoment)[0]?.at ?? undefined,
    verifyAudit: () => verifyAudit(db.kysely),
    close: () => db.close(),
  }
}

interface Checked {
  readonly quick_check: string
}

interface OverdueRow {
  readonly count: number
  readonly instance: string | null
  readonly dueAt: number | null
}

const overdueTimers = `select count(*) as count, id as instance, min(wake_at) as "dueAt" from instance
  where wake_at < ? and suspended = 0 and (lease_until is null or lease_until <= ?)`

const overdueEffects = `select count(*) as count, instance.id as instance, min(pending_effect.due_at) as "dueAt"
  from pending_effect inner join instance on instance.row = pending_effect.instance
  where pending_effect.incident is null and pending_effect.due_at < ?
    and (pending_effect.lease_until is null or pending_effect.lease_until <= ?)`

const failingEffects = `select pending_effect.id, instance.id as instance, attempts, error
  from pending_effect inner join instance on instance.row = pending_effect.instance
  where incident is null and error is not null order by attempts desc, pending_effect.row limit 20`

const heldWork = `select id as instance, lease_by as by, lease_until as until from instance
    where wake_at < ? and lease_until > ?
  union all
  select instance.id, pending_effect.lease_by, pending_effect.lease_until
    from pending_effect inner join instance on instance.row = pending_effect.instance
    where pending_effect.incident is null and pending_effect.due_at < ? and pending_effect.lease_until > ?`

const pinnedDefinitions = `select definition.hash, definition.process, definition.version, count(*) as instances,
    min(instance.id) as example
  from instance inner join definition on definition.row = instance.definition
  where instance.status in ('running', 'ending') group by definition.row order by definition.process, definition.version`

const lastMoved = 'select id from instance order by at desc, row desc limit ?'

const latestMoment = `select max(at) as at from
  (select max(at) as at from instance union all select max(at) from audit)`

/** A row that SQLite fills from the one with the least due time. */
function first([row]: readonly OverdueRow[]): OverdueWork | undefined {
  if (row === undefined || row.instance === null || row.dueAt === null) return undefined
  return { count: row.count, instance: row.instance, dueAt: row.dueAt }
}

function faultOf(work: () => void): Problem | undefined {
  try {
    work()
    return undefined
  } catch (thrown) {
    if (isEngineError(thrown)) return thrown.problem
    throw thrown
  }
}
