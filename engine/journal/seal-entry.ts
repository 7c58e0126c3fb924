/** Seals a step's entry into the chain. The digest comes from the host: the core knows no cryptography. */
import type { StepEntry } from '../step/step-entry.ts'
import { canonicalJson } from './canonical-json.ts'
import type { JournalEntry } from './journal-entry.ts'

/** SHA-256 of a text, hex. */
export type Digest = (text: string) => string

/** What the first entry of a chain names as the hash before it. */
export const noHash = '0'.repeat(64)

/** The entry with its hashes. `salt` keeps an erased payload from being guessed. */
export function sealEntry(
  { payload, ...fixed }: StepEntry,
  salt: string,
  previous: string,
  digest: Digest,
): JournalEntry {
  const payloadHash = digest(salt + canonicalJson(payload))
  const sealed = { ...fixed, payloadHash, previous }
  return { ...sealed, payload, salt, hash: digest(canonicalJson(sealed)) }
}

/** The hash an entry must have, from its fixed part alone. */
export function hashOf(
  { payload: _payload, salt: _salt, hash: _hash, ...fixed }: JournalEntry,
  digest: Digest,
): string {
  return digest(canonicalJson(fixed))
}
