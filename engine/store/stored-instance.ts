/** An instance as the commit sees it, and what its row says beside the record. */
import type { Said } from '../step/effect.ts'
import type { InstanceRecord } from '../step/record.ts'

/** An instance read from the store. */
export interface StoredInstance {
  /** Private number of its row, for the other operations of the same commit. */
  readonly row: number
  readonly record: InstanceRecord
  /** Hash of its last journal entry, and the row of that. */
  readonly head: string
  readonly entry: number
}

/** What is written of an instance. Its text of the name stands with its definition, here only what fills it. */
export interface InstanceToStore {
  readonly record: InstanceRecord
  /** What people call it. */
  readonly name: Said
}

/** Rows an instance leads to: what it is pinned to, what its times were last counted on, its last entry. */
export interface InstancePlace {
  readonly definition: number
  readonly calendar: number
  readonly entry: number
}

/**
 * When its next timer is due (ms), null when none is. A suspended instance sleeps, and a timer whose move failed for
 * good waits for a `retry`, not for its time.
 */
export function wakeAt({ status, suspendedAt, incidents, timers }: InstanceRecord): number | null {
  const live = status === 'running' || status === 'ending'
  if (!live || suspendedAt !== undefined) return null
  const waiting =
    incidents.length === 0 ? timers : timers.filter(({ id }) => !incidents.some((failed) => failed.id === id))
  let first: number | null = null
  for (const { dueAt } of waiting) if (first === null || dueAt < first) first = dueAt
  return first
}
