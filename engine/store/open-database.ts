/** Opens the SQLite file of a project. */
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type CompiledQuery, Kysely } from 'kysely'
import { problem } from '../problem/catalog.ts'
import { EngineError } from '../problem/engine-error.ts'
import { type Connection, type Statement, toValue } from './connection.ts'
import { applicationId, type DriverConnection, type DriverStatement, loadDriver, pragma } from './driver.ts'
import { migrate, refuseNewer, schemaVersion } from './migrations.ts'
import { patiently } from './patiently.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { longestWait, storageFault } from './storage-fault.ts'

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

export interface OpenOptions {
  /** How long anything waits for other programs that hold the file (ms). */
  readonly wait?: number
}

/** The file that is worked on, as it was given, and how long to wait for it. */
interface Place {
  readonly file: string
  readonly wait: number
}

/** Openings of one process take turns: a migration runs over several awaits, and would wait for itself. */
let lastOpening: Promise<unknown> = Promise.resolve()

/**
 * Opens a file (created if it is not there; `:memory:` for none) and brings it to today's schema.
 * Throws an `EngineError` `store/…` when it is no store of ours, too new, locked, or may not be written.
 */
export function openDatabase(file: string, { wait = longestWait }: OpenOptions = {}): Promise<Database> {
  const opening = lastOpening.then(() => openInTurn({ file, wait }))
  lastOpening = opening.catch(() => undefined)
  return opening
}

/** How long somebody who only looks waits for other programs (ms). */
const shortWait = 1000

/** A file of which nothing is known yet. */
export interface UntouchedDatabase extends Database {
  /** Whose it is: ours by its signature, empty, or another program's. */
  readonly owner: 'ours' | 'nobody' | 'other'
  /** The version of its schema. */
  readonly schema: number
}

/**
 * Opens a file as it stands, for those who only look: it is neither signed nor brought to today's schema, and a lock is
 * hardly waited for. Throws an `EngineError` `store/…` when it cannot be read.
 */
export function openAsItStands(file: string): UntouchedDatabase {
  const { DatabaseSync } = loadDriver()
  const place = { file, wait: shortWait }
  const driver = guarded(place, () => new DatabaseSync(file))
  try {
    const [owner, schema] = guarded(place, () => [ownerOf(driver), pragma(driver, 'user_version')] as const)
    return { ...databaseOver(driver, place), owner, schema }
  } catch (thrown) {
    driver.close()
    throw thrown
  }
}

function ownerOf(driver: DriverConnection): UntouchedDatabase['owner'] {
  if (pragma(driver, 'application_id') === applicationId) return 'ours'
  return driver.prepare('select 1 from sqlite_schema limit 1').get() === undefined ? 'nobody' : 'other'
}

async function openInTurn(place: Place): Promise<Database> {
  const { file } = place
  if (file !== ':memory:' && !existsSync(dirname(file))) {
    throw new EngineError(problem('store/no-directory', { store: file }))
  }
  const { DatabaseSync } = loadDriver()
  const driver = guarded(place, () => new DatabaseSync(file))
  try {
    const version = guarded(place, () => prepareFile(driver, file))
    const database = databaseOver(driver, place)
    if (version < schemaVersion) {
      await migrate(database.kysely, 'sqlite', file)
      guarded(place, () => driver.exec(`pragma user_version = ${schemaVersion}`))
    }
    return database
  } catch (thrown) {
    driver.close()
    throw storageFault(thrown, place)
  }
}

/** Settings of the connection, after a look at whose file it is; answers the version of its schema, 0 when new. */
function prepareFile(driver: DriverConnection, file: string): number {
  // The wait is ours: `patiently`.
  driver.exec('pragma busy_timeout = 0')
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

function databaseOver(driver: DriverConnection, place: Place): Database {
  const { file } = place
  const prepare = statementCache(driver, place)
  const dataVersion = prepare<{ data_version: number }>('pragma data_version')
  const connection: Connection = { prepare }
  const identity = identityOf(file)
  const bounds = { begin: driver.prepare('begin immediate'), commit: driver.prepare('commit') }
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(connection) })
  return {
    file,
    kysely,
    prepare,
    run: <Row>(query: CompiledQuery<Row>) => prepare<Row>(query.sql).all(...query.parameters.map(toValue)),
    transaction: (work) => inTransaction(bounds, driver, place, identity, work),
    dataVersion: () => dataVersion.get()?.data_version ?? 0,
    close: () => closeFile(driver),
  }
}

/**
 * Closes the connection, with all that was written in the file itself: the driver lets a file go only when its prepared
 * statements are forgotten, and until then the log beside it would be needed too. Others that use the file keep the log.
 */
function closeFile(driver: DriverConnection): void {
  try {
    driver.exec('pragma wal_checkpoint(truncate)')
  } catch {
    // The file is gone or may not be written: what was committed stands in the log.
  } finally {
    driver.close()
  }
}

/** Prepares each text once; the texts are those of this folder and of Kysely's queries, so the cache stays small. */
function statementCache(driver: DriverConnection, place: Place): Connection['prepare'] {
  const prepared = new Map<string, Statement<unknown>>()
  return <Row>(sql: string) => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      statement = toStatement(
        guarded(place, () => driver.prepare(sql)),
        place,
      )
      prepared.set(sql, statement)
    }
    return statement as Statement<Row>
  }
}

function toStatement(statement: DriverStatement, place: Place): Statement<unknown> {
  return {
    reads: statement.columns().length > 0,
    run: (...parameters) => guarded(place, () => statement.run(...parameters)),
    get: (...parameters) => guarded(place, () => statement.get(...parameters)),
    all: (...parameters) => guarded(place, () => statement.all(...parameters)),
  }
}

/** How a transaction begins and ends, prepared once like all that is said at every commit. */
interface Bounds {
  readonly begin: DriverStatement
  readonly commit: DriverStatement
}

function inTransaction<T>(
  { begin, commit }: Bounds,
  driver: DriverConnection,
  place: Place,
  identity: FileIdentity,
  work: () => T,
): T {
  const { file, wait } = place
  return saidAsProblem(place, () => {
    if (identity !== identityOf(file)) throw new EngineError(problem('store/gone', { store: file }))
    patiently(wait, () => begin.run())
    try {
      const answer = work()
      commit.run()
      return answer
    } catch (thrown) {
      // SQLite has undone it by itself after some faults, such as a full disk.
      if (driver.isTransaction) driver.exec('rollback')
      throw thrown
    }
  })
}

/** Which file a path leads to: a file that was taken away, or replaced, is written on unseen by SQLite, and lost. */
type FileIdentity = string | undefined

function identityOf(file: string): FileIdentity {
  if (file === ':memory:') return undefined
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

/** One statement: it waits its turn, and its faults are said as problems. */
function guarded<T>(place: Place, work: () => T): T {
  return saidAsProblem(place, () => patiently(place.wait, work))
}

function saidAsProblem<T>(place: Place, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw storageFault(thrown, place)
  }
}
