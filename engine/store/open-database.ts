/**
 * Opens the SQLite file of a project. The only file that knows the driver: the API of `node:sqlite`, from the package
 * that brings it to Node 20, else the one Node has built in.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { type CompiledQuery, Kysely } from 'kysely'
import { problem } from '../problem/catalog.ts'
import { EngineError } from '../problem/engine-error.ts'
import { type Connection, type Statement, toValue, type Value } from './connection.ts'
import { migrate, schemaVersion } from './migrations.ts'
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

interface DriverStatement {
  run(...parameters: Value[]): { changes: number; lastInsertRowid: number }
  get(...parameters: Value[]): unknown
  all(...parameters: Value[]): unknown[]
  columns(): unknown[]
}

interface DriverConnection {
  readonly isTransaction: boolean
  prepare(sql: string): DriverStatement
  exec(sql: string): void
  close(): void
}

interface Driver {
  readonly DatabaseSync: new (file: string) => DriverConnection
}

/** In the header of our files: "Pckt". A file with tables and without it is another program's. */
const applicationId = 0x50636b74

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

/** A file of which nothing is known yet. */
export interface UntouchedDatabase extends Database {
  /** Whose it is: ours by its signature, empty, or another program's. */
  readonly owner: 'ours' | 'nobody' | 'other'
  /** The version of its schema. */
  readonly schema: number
}

/**
 * Opens a file as it stands, for those who only look: it is neither signed nor brought to today's schema, and a lock is
 * not waited for. Throws an `EngineError` `store/…` when it cannot be read.
 */
export function openAsItStands(file: string): UntouchedDatabase {
  const { DatabaseSync } = loadDriver()
  const driver = guarded(file, () => new DatabaseSync(file))
  try {
    const [owner, schema] = guarded(file, () => [ownerOf(driver), pragma(driver, 'user_version')] as const)
    return { ...databaseOver(driver, file), owner, schema }
  } catch (thrown) {
    driver.close()
    throw thrown
  }
}

function ownerOf(driver: DriverConnection): UntouchedDatabase['owner'] {
  if (pragma(driver, 'application_id') === applicationId) return 'ours'
  return driver.prepare('select 1 from sqlite_schema limit 1').get() === undefined ? 'nobody' : 'other'
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

function loadDriver(): Driver {
  const load: (name: string) => Driver = createRequire(import.meta.url)
  let cause: unknown
  for (const name of ['@photostructure/sqlite', 'node:sqlite']) {
    try {
      return load(name)
    } catch (thrown) {
      cause ??= thrown
    }
  }
  throw new EngineError(problem('store/no-driver', {}), { cause })
}

/** Settings of the connection, after a look at whose file it is; answers the version of its schema, 0 when new. */
function prepareFile(driver: DriverConnection, file: string): number {
  driver.exec(`pragma busy_timeout = ${busyTimeout}`)
  // In this order: another program may be creating the store, and signs the file before it makes tables.
  const isEmpty = driver.prepare('select 1 from sqlite_schema limit 1').get() === undefined
  const owner = pragma(driver, 'application_id')
  if (owner !== applicationId && !isEmpty) throw new EngineError(problem('store/foreign-database', { store: file }))
  const version = pragma(driver, 'user_version')
  if (version > schemaVersion) {
    throw new EngineError(problem('store/newer-schema', { store: file, found: version, known: schemaVersion }))
  }
  if (owner !== applicationId) driver.exec(`pragma application_id = ${applicationId}`)
  driver.exec('pragma journal_mode = wal')
  driver.exec('pragma synchronous = full')
  driver.exec('pragma foreign_keys = on')
  return version
}

function pragma(driver: DriverConnection, name: string): number {
  const row = driver.prepare(`pragma ${name}`).get()
  const value: unknown = typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
  return typeof value === 'number' ? value : 0
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
