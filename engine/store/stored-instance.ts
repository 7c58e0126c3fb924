/** What the row of an instance says beside the record. */
import type { StepToWrite } from '../host/ledger.ts'
import type { InstanceRecord } from '../step/record.ts'

/** What is written of an instance. Its text of the name stands with its definition, here only what fills it. */
export type InstanceToStore = Pick<StepToWrite, 'record' | 'name'>

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
