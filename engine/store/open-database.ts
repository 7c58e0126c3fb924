/** Opens the SQLite file of a project. */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type CompiledQuery, Kysely } from 'kysely'
import { problem } from '../problem/catalog.ts'
import { EngineError } from '../problem/engine-error.ts'
import { type Connection, type Statement, toValue } from './connection.ts'
import { applicationId, type DriverConnection, type DriverStatement, loadDriver, pragma } from './driver.ts'
import { migrate, refuseNewer, schemaVersion } from './migrations.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { busyTimeout, storageFault } from './storage-fault.ts'

/** One process's connection to the store. */
export interface Database extends Connection {
  /** The file's path as it was given. */
  readonly file: string
  /** For people's queries. Transactions are not begun with it: on SQLite none may stay open across an `await`. */
  readonly kysely: Kysely<Schema>
  /** Runs a query built with Kysely at once, inside a transaction too. */
  run<Row>(query: CompiledQuery<Row>): Row[]
  /**
   * `BEGIN IMMEDIATE`, the work, `COMMIT`; a throw undoes everything. Faults of the driver are thrown as `EngineError`
   * `store/…`. Not to be nested.
   */
  transaction<T>(work: () => T): T
  /** Changes when another connection has committed; compare it inside a transaction before trusting a cache. */
  dataVersion(): number
  close(): void
}

/** Openings of one process take turns: a migration runs over several awaits, and would wait for itself. */
let lastOpening: Promise<unknown> = Promise.resolve()

/**
 * Opens a file (created if it is not there; `:memory:` for none) and brings it to today's schema.
 * Throws an `EngineError` `store/…` when it is no store of ours, too new, locked, or may not be written.
 */
export function openDatabase(file: string): Promise<Database> {
  const opening = lastOpening.then(() => openInTurn(file))
  lastOpening = opening.catch(() => undefined)
  return opening
}

async function openInTurn(file: string): Promise<Database> {
  if (file !== ':memory:' && !existsSync(dirname(file))) {
    throw new EngineError(problem('store/no-directory', { store: file }))
  }
  const { DatabaseSync } = loadDriver()
  const driver = guarded(file, () => new DatabaseSync(file))
  try {
    const version = guarded(file, () => prepareFile(driver, file))
    const database = databaseOver(driver, file)
    if (version < schemaVersion) {
      await migrate(database.kysely, 'sqlite', file)
      guarded(file, () => driver.exec(`pragma user_version = ${schemaVersion}`))
    }
    return database
  } catch (thrown) {
    driver.close()
    throw storageFault(thrown, file)
  }
}

/** Settings of the connection, after a look at whose file it is; answers the version of its schema, 0 when new. */
function prepareFile(driver: DriverConnection, file: string): number {
  driver.exec(`pragma busy_timeout = ${busyTimeout}`)
  // In this order: another program may be creating the store, and signs the file before it makes tables.
  const isEmpty = driver.prepare('select 1 from sqlite_schema limit 1').get() === undefined
  const owner = pragma(driver, 'application_id')
  if (owner !== applicationId && !isEmpty) throw new EngineError(problem('store/foreign-database', { store: file }))
  const version = pragma(driver, 'user_version')
  refuseNewer(version, file)
  if (owner !== applicationId) driver.exec(`pragma application_id = ${applicationId}`)
  driver.exec('pragma journal_mode = wal')
  driver.exec('pragma synchronous = full')
  driver.exec('pragma foreign_keys = on')
  return version
}

function databaseOver(driver: DriverConnection, file: string): Database {
  const prepare = statementCache(driver, file)
  const dataVersion = prepare<{ data_version: number }>('pragma data_version')
  const connection: Connection = { prepare }
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(connection) })
  return {
    file,
    kysely,
    prepare,
    run: <Row>(query: CompiledQuery<Row>) => prepare<Row>(query.sql).all(...query.parameters.map(toValue)),
    transaction: (work) => inTransaction(driver, file, work),
    dataVersion: () => dataVersion.get()?.data_version ?? 0,
    close: () => driver.close(),
  }
}

/** Prepares each text once; the texts are those of this folder and of Kysely's queries, so the cache stays small. */
function statementCache(driver: DriverConnection, file: string): Connection['prepare'] {
  const prepared = new Map<string, Statement<unknown>>()
  return <Row>(sql: string) => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      statement = toStatement(
        guarded(file, () => driver.prepare(sql)),
        file,
      )
      prepared.set(sql, statement)
    }
    return statement as Statement<Row>
  }
}

function toStatement(statement: DriverStatement, file: string): Statement<unknown> {
  return {
    reads: statement.columns().length > 0,
    run: (...parameters) => guarded(file, () => statement.run(...parameters)),
    get: (...parameters) => guarded(file, () => statement.get(...parameters)),
    all: (...parameters) => guarded(file, () => statement.all(...parameters)),
  }
}

function inTransaction<T>(driver: DriverConnection, file: string, work: () => T): T {
  return guarded(file, () => {
    driver.exec('begin immediate')
    try {
      const answer = work()
      driver.exec('commit')
      return answer
    } catch (thrown) {
      // SQLite has undone it by itself after some faults, such as a full disk.
      if (driver.isTransaction) driver.exec('rollback')
      throw thrown
    }
  })
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw storageFault(thrown, file)
  }
}
