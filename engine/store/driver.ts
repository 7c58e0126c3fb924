/**
 * The only file that knows the SQLite driver: the API of `node:sqlite`, from the package that brings it to Node 20, else
 * the one Node has built in.
 */
import { createRequire } from 'node:module'
import { problem } from '../problem/catalog.ts'
import { EngineError } from '../problem/engine-error.ts'
import type { Value } from './connection.ts'

/** A statement as the driver has it. */
export interface DriverStatement {
  run(...parameters: Value[]): { changes: number; lastInsertRowid: number }
  get(...parameters: Value[]): unknown
  all(...parameters: Value[]): unknown[]
  columns(): unknown[]
}

/** A connection as the driver has it. */
export interface DriverConnection {
  readonly isTransaction: boolean
  prepare(sql: string): DriverStatement
  exec(sql: string): void
  close(): void
}

interface Driver {
  readonly DatabaseSync: new (file: string, options?: { readonly readOnly?: boolean }) => DriverConnection
}

/** In the header of our files: "Pckt". A file with tables and without it is another program's. */
export const applicationId = 0x50636b74

/** The driver there is. Throws an `EngineError` `store/no-driver` where there is none. */
export function loadDriver(): Driver {
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

/** The number a pragma answers, 0 where it answers none. */
export function pragma(driver: DriverConnection, name: string): number {
  const row = driver.prepare(`pragma ${name}`).get()
  const value: unknown = typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
  return typeof value === 'number' ? value : 0
}
