/**
 * How a store comes to today's schema: migrations in order, forward only, written once for SQLite and PostgreSQL.
 * A released migration is never edited.
 */
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { problem } from '../problem/catalog.ts'
import { EngineError, isEngineError } from '../problem/engine-error.ts'
import { createDocumentedViews } from './documented-views.ts'
import { createFirstTables } from './first-tables.ts'

/** The databases a store can be. */
export type DialectName = 'sqlite' | 'postgresql'

const table = 'picket_migration'

/** The migrations by name; names sort in the order they were released. */
function migrationsFor(dialect: DialectName): Record<string, Migration> {
  return {
    '0001-first-tables': {
      async up(db) {
        await createFirstTables(db, dialect)
        await createDocumentedViews(db)
      },
    },
  }
}

/** The number of the schema this program knows: how many migrations there are. */
export const schemaVersion = Object.keys(migrationsFor('sqlite')).length

/** Throws an `EngineError` `store/newer-schema` for a version of the schema that this program does not know. */
export function refuseNewer(version: number, store: string): void {
  if (version <= schemaVersion) return
  throw new EngineError(problem('store/newer-schema', { store, found: version, known: schemaVersion }))
}

/**
 * Brings the store to today's schema; does nothing when it is there already.
 * Throws an `EngineError` `store/newer-schema` when a newer program wrote it, `store/migration-failed` otherwise.
 * Faults of the connection are thrown as they are.
 */
export async function migrate<S>(db: Kysely<S>, dialect: DialectName, name: string): Promise<void> {
  const migrations = migrationsFor(dialect)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (isEngineError(error)) throw error
  const applied = await appliedMigrations(db)
  if (applied.some((migration) => !(migration in migrations))) {
    const blanks = { store: name, found: applied.length, known: schemaVersion }
    throw new EngineError(problem('store/newer-schema', blanks), { cause: error })
  }
  const detail = error instanceof Error ? error.message : String(error)
  throw new EngineError(problem('store/migration-failed', { store: name, detail }), { cause: error })
}

async function appliedMigrations<S>(db: Kysely<S>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db)
  return rows.map((row) => row.name)
}
