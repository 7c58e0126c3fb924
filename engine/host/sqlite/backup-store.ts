/** Backups of a SQLite store: made while it is worked on, put back while nobody has it open. */
import { isEngineError } from '../../problem/engine-error.ts'
import type { Answer } from '../../problem/problem.ts'
import { copyStore, type StoreSummary } from '../../store/copy-store.ts'
import { replaceStore, type StoreReplaced } from '../../store/replace-store.ts'

export type { StoreSummary } from '../../store/copy-store.ts'
export type { StoreReplaced } from '../../store/replace-store.ts'

/** Copies a store as it is at one moment into a file that must not be there. Others may write meanwhile. */
export async function backupStore(store: string, file: string): Promise<Answer<StoreSummary>> {
  return answerOf(() => copyStore(store, file))
}

/**
 * Puts a backup in the place of a store and keeps the old one beside it; refused, and nothing changed, while any program
 * has the store open. What was still to be performed at the backup is performed again, under the same keys.
 */
export async function restoreStore(store: string, file: string): Promise<Answer<StoreReplaced>> {
  return answerOf(() => replaceStore(store, file))
}

function answerOf<T>(work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() }
  } catch (thrown) {
    if (isEngineError(thrown)) return { ok: false, problems: [thrown.problem] }
    throw thrown
  }
}
