/** Seals a step's entry into the chain. The digest comes from the host: the core knows no cryptography. */
import type { StepEntry } from '../step/step-entry.ts'
import type { Writable } from '../step/writable.ts'
import { canonicalJson } from './canonical-json.ts'
import type { JournalEntry } from './journal-entry.ts'

/** SHA-256 of a text, hex. */
export type Digest = (text: string) => string

/** What the first entry of a chain names as the hash before it. */
export const noHash = '0'.repeat(64)

/** The entry with its hashes. `salt` keeps an erased payload from being guessed. */
export function sealEntry(entry: StepEntry, salt: string, previous: string, digest: Digest): JournalEntry {
  const { payload, lateBy } = entry
  // In the order of their keys, as they are hashed: `canonicalJson` has nothing to put in order then.
  const sealed: Writable<Omit<JournalEntry, 'hash'> & { hash?: string }> = {
    actor: entry.actor,
    at: entry.at,
    calendar: entry.calendar,
    definition: entry.definition,
    effects: entry.effects,
    entered: entry.entered,
    format: entry.format,
    instance: entry.instance,
    kind: entry.kind,
    left: entry.left,
    payloadHash: digest(salt + canonicalJson(payload)),
    previous,
    status: entry.status,
    step: entry.step,
    subject: entry.subject,
    taken: entry.taken,
  }
  if (lateBy !== undefined) sealed.lateBy = lateBy
  sealed.hash = digest(canonicalJson(sealed))
  sealed.payload = payload
  sealed.salt = salt
  return sealed as JournalEntry
}

/** The hash an entry must have, from its fixed part alone. */
export function hashOf(
  { payload: _payload, salt: _salt, hash: _hash, ...fixed }: JournalEntry,
  digest: Digest,
): string {
  return digest(canonicalJson(fixed))
}
