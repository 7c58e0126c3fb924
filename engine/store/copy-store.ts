/** Copies a store as it is at one moment, while others write: into a new file, proved before it gets its name. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { problem } from '../problem/catalog.ts'
import { EngineError } from '../problem/engine-error.ts'
import { applicationId, type DriverConnection, loadDriver, pragma } from './driver.ts'
import { refuseNewer } from './migrations.ts'
import { longestWait, storageFault } from './storage-fault.ts'

/** What a copy holds, so that people see which one it is. */
export interface StoreSummary {
  readonly instances: number
  readonly entries: number
  /** When its last journal entry was written (ms). */
  readonly lastAt?: number
  /** Effects that were still to be performed: a store put back performs them again, under the same keys. */
  readonly pending: number
}

/**
 * Writes a copy of the store `from` into the file `to`, which must not be there. Throws an `EngineError` `store/…` when
 * `from` is no store of ours, too new or damaged, or the copy cannot be written; then there is no file `to`.
 */
export function copyStore(from: string, to: string): StoreSummary {
  refuseTaken(to)
  const part = `${to}.${process.pid}.part`
  try {
    rmSync(part, { force: true })
    withStore(from, (driver) => driver.prepare('vacuum into ?').run(part))
    const summary = withStore(part, proveCopy)
    flush(part)
    refuseTaken(to)
    renameSync(part, to)
    flush(dirname(to))
    return summary
  } catch (thrown) {
    rmSync(part, { force: true })
    throw fileFault(thrown, to)
  }
}

/** Works on a store of ours, only reading; it is closed afterwards. */
function withStore<T>(file: string, work: (driver: DriverConnection) => T): T {
  try {
    const { DatabaseSync } = loadDriver()
    const driver = new DatabaseSync(file, { readOnly: true })
    try {
      driver.exec(`pragma busy_timeout = ${longestWait}`)
      // Reading the schema finds out first whether it is a database at all.
      driver.prepare('select 1 from sqlite_schema limit 1').get()
      if (pragma(driver, 'application_id') !== applicationId)
        throw new EngineError(problem('store/foreign-database', { store: file }))
      refuseNewer(pragma(driver, 'user_version'), file)
      return work(driver)
    } finally {
      driver.close()
    }
  } catch (thrown) {
    throw storageFault(thrown, { file, wait: longestWait })
  }
}

function proveCopy(driver: DriverConnection): StoreSummary {
  const [found] = Object.values(driver.prepare('pragma quick_check(1)').get() as Record<string, string>)
  if (found !== 'ok') throw new EngineError(problem('store/damaged', { store: 'copy', detail: found ?? '' }))
  const counts = driver.prepare(
    `select (select count(*) from instance) as instances, (select count(*) from journal) as entries,
      (select max(at) from journal) as lastAt, (select count(*) from pending_effect) as pending`,
  )
  const { lastAt, ...summary } = counts.get() as Omit<StoreSummary, 'lastAt'> & { readonly lastAt: number | null }
  return { ...summary, ...(lastAt !== null && { lastAt }) }
}

function refuseTaken(file: string): void {
  if (existsSync(file)) throw new EngineError(problem('store/file-there', { file }))
}

/** Waits until the disk has it. */
function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A fault of the file system as ours; every other is given back as it is. */
export function fileFault(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof Error) || !('syscall' in thrown)) return thrown
  const detail = thrown.message.replace(/, \w+ '.*$/s, '')
  return new EngineError(problem('store/cannot-open', { store: file, detail }), { cause: thrown })
}
