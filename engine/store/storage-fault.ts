/** Faults of SQLite, said as problems. */
import { problem } from '../problem/catalog.ts'
import { EngineError } from '../problem/engine-error.ts'
import type { Problem } from '../problem/problem.ts'

/** How long anything waits for other programs, in milliseconds, unless it is said otherwise. */
export const longestWait = 5000

/** SQLite's primary result codes that we say more about. */
const codes = { busy: 5, locked: 6, readOnly: 8, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 }

/** The error to throw for anything thrown by the driver; what is not the driver's is given back as it is. */
export function storageFault(
  thrown: unknown,
  { file, wait }: { readonly file: string; readonly wait: number },
): unknown {
  const code = resultCode(thrown)
  if (code === undefined || !(thrown instanceof Error)) return thrown
  return new EngineError(faultOf(code & 0xff, thrown.message, file, wait), { cause: thrown })
}

/** Whether the driver found the file held by another connection. */
export function isBusy(thrown: unknown): boolean {
  const code = resultCode(thrown)
  return code !== undefined && (code & 0xff) === codes.busy
}

/** SQLite's result code, when the driver threw. */
function resultCode(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return undefined
  return typeof thrown.errcode === 'number' ? thrown.errcode : undefined
}

/** The problem of a primary result code. `store` is the file's name. */
export function faultOf(code: number, detail: string, store: string, wait = longestWait): Problem {
  switch (code) {
    case codes.busy:
    case codes.locked:
      return problem('store/locked', { store, seconds: wait / 1000 })
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
