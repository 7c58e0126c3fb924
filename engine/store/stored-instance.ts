/** An instance as the commit sees it, and what its row says beside the record. */
import type { Said } from '../step/effect.ts'
import type { InstanceRecord } from '../step/record.ts'

/** An instance read from the store. */
export interface StoredInstance {
  /** Private number of its row, for the other operations of the same commit. */
  readonly row: number
  readonly record: InstanceRecord
  /** Hash of its last journal entry. */
  readonly head: string
}

/** What is written of an instance. */
export interface InstanceToStore {
  readonly record: InstanceRecord
  readonly head: string
  /** What people call it. */
  readonly name: Said
}

/**
 * When its next timer is due (ms), null when none is. A suspended instance sleeps, and a timer whose move failed for
 * good waits for a `retry`, not for its time.
 */
export function wakeAt(record: InstanceRecord): number | null {
  const live = record.status === 'running' || record.status === 'ending'
  if (!live || record.suspendedAt !== undefined) return null
  const failed = new Set(record.incidents.map((incident) => incident.id))
  const due = record.timers.filter((timer) => !failed.has(timer.id)).map((timer) => timer.dueAt)
  return due.length === 0 ? null : Math.min(...due)
}
