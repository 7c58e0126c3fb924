/** Faults of SQLite, said as problems. */
import { problem } from '../problem/catalog.ts'
import { EngineError } from '../problem/engine-error.ts'
import type { Problem } from '../problem/problem.ts'

/** How long a statement waits for other programs, in milliseconds. */
export const busyTimeout = 5000

/** SQLite's primary result codes that we say more about. */
const codes = { busy: 5, locked: 6, readOnly: 8, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 }

/** The error to throw for anything thrown by the driver; what is not the driver's is given back as it is. */
export function storageFault(thrown: unknown, store: string): unknown {
  const code = resultCode(thrown)
  if (code === undefined || !(thrown instanceof Error)) return thrown
  return new EngineError(faultOf(code & 0xff, thrown.message, store), { cause: thrown })
}

/** SQLite's result code, when the driver threw. */
function resultCode(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return undefined
  return typeof thrown.errcode === 'number' ? thrown.errcode : undefined
}

/** The problem of a primary result code. `store` is the file's name. */
export function faultOf(code: number, detail: string, store: string): Problem {
  switch (code) {
    case codes.busy:
    case codes.locked:
      return problem('store/locked', { store, seconds: busyTimeout / 1000 })
    case codes.readOnly:
      return problem('store/read-only', { store })
    case codes.corrupt:
      return problem('store/damaged', { store, detail })
    case codes.full:
      return problem('store/full', { store })
    case codes.cannotOpen:
      return problem('store/cannot-open', { store, detail })
    case codes.notADatabase:
      return problem('store/not-a-database', { store })
    default:
      return problem('store/failed', { store, detail })
  }
}
