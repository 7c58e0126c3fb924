/** Puts a backup in the place of a store, all or nothing; the old one is kept beside it. */
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { problem } from '../problem/catalog.ts'
import { EngineError, isEngineError } from '../problem/engine-error.ts'
import { copyStore, fileFault, type StoreSummary } from './copy-store.ts'
import { applicationId, type DriverConnection, loadDriver, pragma } from './driver.ts'
import { storageFault } from './storage-fault.ts'

/** What stands in the store's place now, and where the old one is. */
export interface StoreReplaced extends StoreSummary {
  /** Absent where there was none. */
  readonly kept?: string
}

/**
 * Puts a copy of `backup` in the place of `store`. Throws an `EngineError` `store/…` when `backup` cannot be used, or
 * another program has the store open, or it is another program's; then nothing was changed.
 */
export function replaceStore(store: string, backup: string): StoreReplaced {
  const ready = `${store}.${process.pid}.restored`
  try {
    const summary = copyStore(backup, ready)
    if (!existsSync(store)) {
      renameSync(ready, store)
      return summary
    }
    return { ...summary, kept: exclusively(store, () => swap(store, ready)) }
  } catch (thrown) {
    throw fileFault(thrown, store)
  } finally {
    rmSync(ready, { force: true })
  }
}

/** The old file gets a second name before the new one takes its first: at no moment is there no store. */
function swap(store: string, ready: string): string {
  const kept = keep(store)
  // Left behind by a store that is damaged: they would be taken for the new one's.
  for (const side of ['-wal', '-shm']) if (existsSync(store + side)) renameSync(store + side, kept + side)
  renameSync(ready, store)
  return kept
}

function keep(store: string): string {
  for (let number = 1; ; number += 1) {
    const kept = `${store}.before-restore${number === 1 ? '' : `-${number}`}`
    try {
      linkSync(store, kept)
      return kept
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown
    }
  }
}

/** Works while nobody else can open the store. One that cannot be read any more is locked by nobody. */
function exclusively<T>(store: string, work: () => T): T {
  const driver = new (loadDriver().DatabaseSync)(store)
  try {
    if (lock(driver, store) === 'damaged') return work()
    const answer = work()
    driver.exec('rollback')
    return answer
  } finally {
    driver.close()
  }
}

/** Whoever has the store open is not waited for longer than this (ms). */
const patience = 200

/** Leaving the log needs a store that nobody has open; from then on the lock keeps everybody out. */
function lock(driver: DriverConnection, store: string): 'locked' | 'damaged' {
  try {
    driver.exec(`pragma busy_timeout = ${patience}`)
    const isEmpty = driver.prepare('select 1 from sqlite_schema limit 1').get() === undefined
    if (!isEmpty && pragma(driver, 'application_id') !== applicationId)
      throw new EngineError(problem('store/foreign-database', { store }))
    driver.exec('pragma journal_mode = delete')
    driver.exec('begin exclusive')
    return 'locked'
  } catch (thrown) {
    const fault = storageFault(thrown, { file: store, wait: patience })
    const code = isEngineError(fault) ? fault.problem.code : ''
    if (code === 'store/damaged' || code === 'store/not-a-database') return 'damaged'
    throw code === 'store/locked' ? new EngineError(problem('store/in-use', { store }), { cause: thrown }) : fault
  }
}
