/** The two databases people's queries run on. A suite is written once and run on each. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { migrate } from '../../engine/store/migrations.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import type { Schema } from '../../engine/store/schema.ts'
import { type PostgresqlServer, postgresqlIsMissing, startPostgresql } from './postgresql.ts'

/** An empty store on one of the databases. */
export interface TestStore {
  readonly kysely: Kysely<Schema>
  close(): Promise<void>
}

/** Declares a suite on both databases; `open` gives an empty store each time. PostgreSQL is skipped where there is none. */
export function describeOnBoth(name: string, suite: (open: () => Promise<TestStore>) => void): void {
  describe(`${name} on SQLite`, () => suite(openSqlite))
  const missing = postgresqlIsMissing()
  if (missing !== undefined) {
    process.stderr.write(`SKIPPED: "${name}" on PostgreSQL: ${missing}\n`)
    describe.skip(`${name} on PostgreSQL (${missing})`, () => suite(openSqlite))
    return
  }
  describe(`${name} on PostgreSQL`, () => {
    let server: PostgresqlServer
    beforeAll(async () => {
      server = await startPostgresql()
    }, 60_000)
    const stores: TestStore[] = []
    afterAll(async () => {
      await Promise.all(stores.map((store) => store.close()))
      await server?.stop()
    })
    suite(async () => {
      const store = await openPostgresql(server.port, `store${stores.length}`)
      stores.push(store)
      return store
    })
  })
}

async function openSqlite(): Promise<TestStore> {
  const database = await openDatabase(':memory:')
  return { kysely: database.kysely, close: async () => database.close() }
}

/** A database of its own for each store, brought to today's schema. */
async function openPostgresql(port: number, database: string): Promise<TestStore> {
  const connection = { host: '127.0.0.1', port, user: 'postgres' }
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  await client.query(`create database ${database}`)
  await client.end()
  const kysely = postgresqlStore({ ...connection, database })
  await migrate(kysely, 'postgresql', database)
  return { kysely, close: () => kysely.destroy() }
}

/** Kysely on PostgreSQL, with the integers of 8 bytes read as numbers: row numbers, times and counts all fit. */
function postgresqlStore(connection: pg.PoolConfig): Kysely<Schema> {
  const int8 = 20
  const types: pg.CustomTypesConfig = {
    getTypeParser: (id, format) => (id === int8 ? Number : pg.types.getTypeParser(id, format)),
  }
  const pool = new pg.Pool({ ...connection, types, max: 2 })
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
