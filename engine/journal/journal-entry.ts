/**
 * What happened to an instance, one entry a step. The fixed part is hashed together with the hash of
 * `salt + payload`, and each entry names the hash of the one before: payload and salt may be erased and the chain
 * still proves the rest.
 */
import type { StepEntry, StepPayload } from '../step/step-entry.ts'

/** An entry as stored, sealed into the chain. Hashes are SHA-256, hex. */
export interface JournalEntry extends Omit<StepEntry, 'payload'> {
  /** Absent once erased, with its salt. */
  readonly payload?: StepPayload
  readonly salt?: string
  readonly payloadHash: string
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}
