/** Seals a step's entry into the chain. The digest comes from the host: the core knows no cryptography. */
import type { StepEntry } from '../step/step-entry.ts'
import { canonicalJson } from './canonical-json.ts'
import type { JournalEntry } from './journal-entry.ts'

/** SHA-256 of a text, hex. */
export type Digest = (text: string) => string

/** What the first entry of a chain names as the hash before it. */
export const noHash = '0'.repeat(64)

/** The entry with its hashes. `salt` keeps an erased payload from being guessed. */
export function sealEntry(entry: StepEntry, salt: string, previous: string, digest: Digest): JournalEntry {
  const { actor, at, calendar, definition, effects, entered, format, instance, kind, lateBy, payload } = entry
  // In the order of their keys, as they are hashed.
  const fixed = {
    actor,
    at,
    calendar,
    definition,
    effects,
    entered,
    format,
    ...(lateBy === undefined ? { instance, kind } : { instance, kind, lateBy }),
    left: entry.left,
    payloadHash: digest(salt + canonicalJson(payload)),
    previous,
    status: entry.status,
    step: entry.step,
    subject: entry.subject,
    taken: entry.taken,
  }
  return Object.assign(fixed, { hash: digest(canonicalJson(fixed)), payload, salt })
}

/** The hash an entry must have, from its fixed part alone. */
export function hashOf(
  { payload: _payload, salt: _salt, hash: _hash, ...fixed }: JournalEntry,
  digest: Digest,
): string {
  return digest(canonicalJson(fixed))
}
