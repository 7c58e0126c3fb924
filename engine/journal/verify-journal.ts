/**
 * Proves a journal twice over: that the chain is whole, and that the definition, fed the events again, takes the same
 * steps and arrives at the stored record. Names the first entry that differs and what differs in it.
 */
import { problem } from '../problem/catalog.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import { advance, type Step, startInstance } from '../step/advance.ts'
import type { RunningProcess } from '../step/draft.ts'
import type { InstanceEvent } from '../step/instance-event.ts'
import type { InstanceRecord } from '../step/record.ts'
import { canonicalJson } from './canonical-json.ts'
import type { JournalEntry } from './journal-entry.ts'
import { type Digest, hashOf, noHash } from './seal-entry.ts'

export interface JournalProof {
  readonly entries: number
  /** Numbers of the entries whose payload was erased; from the first of them on the moves are not replayed. */
  readonly erased: readonly number[]
  readonly head: string
}

/** `processOf` gives the process an entry was made with: its definition and its calendar, by hash. */
export function verifyJournal(
  entries: readonly JournalEntry[],
  record: InstanceRecord,
  processOf: (entry: JournalEntry) => RunningProcess | undefined,
  digest: Digest,
): Answer<JournalProof> {
  const broken = verifyChain(entries, digest) ?? replay(entries, record, processOf)
  if (broken) return { ok: false, problems: [broken] }
  const erased = entries.filter(({ payload }) => payload === undefined).map(({ step }) => step)
  return { ok: true, value: { entries: entries.length, erased, head: entries.at(-1)?.hash ?? noHash } }
}

/** The first fault of the chain: a gap, a wrong hash, a payload that was changed. */
export function verifyChain(entries: readonly JournalEntry[], digest: Digest): Problem | undefined {
  let previous = noHash
  for (const [index, entry] of entries.entries()) {
    const { instance, step } = entry
    if (step !== index + 1) return problem('journal/gap', { instance, expected: index + 1, step })
    if (entry.previous !== previous || entry.hash !== hashOf(entry, digest))
      return problem('journal/broken-chain', { instance, step })
    const { payload, salt, payloadHash } = entry
    const changed = payload !== undefined && digest((salt ?? '') + canonicalJson(payload)) !== payloadHash
    if (changed) return problem('journal/changed-payload', { instance, step })
    previous = entry.hash
  }
  return undefined
}

function replay(
  entries: readonly JournalEntry[],
  stored: InstanceRecord,
  processOf: (entry: JournalEntry) => RunningProcess | undefined,
): Problem | undefined {
  let record: InstanceRecord | undefined
  for (const entry of entries) {
    const { instance, step, payload } = entry
    if (payload === undefined) return endsAt(entries.at(-1), stored)
    const process = processOf(entry)
    if (!process) return problem('journal/no-definition', { instance, step, hash: entry.definition })
    const made = again(process, record, payload.event as unknown as InstanceEvent)
    if (!made.ok) return problem('journal/refused-now', { instance, step }, { reasons: made.problems })
    const part = firstDifference(made.value, entry)
    if (part !== undefined) return problem('journal/diverges', { instance, step, part })
    record = made.value.record
  }
  const same = record !== undefined && canonicalJson(record) === canonicalJson(stored)
  return same ? undefined : problem('journal/record-differs', { instance: stored.id })
}

/** What can still be compared where moves cannot be made again: that the last entry is the record's last step. */
function endsAt(last: JournalEntry | undefined, stored: InstanceRecord): Problem | undefined {
  const differs = (['step', 'at', 'status', 'definition', 'calendar'] as const).some(
    (part) => last?.[part] !== stored[part],
  )
  return differs ? problem('journal/record-differs', { instance: stored.id }) : undefined
}

function again(process: RunningProcess, record: InstanceRecord | undefined, event: InstanceEvent): Answer<Step> {
  if (event.kind === 'start') return startInstance(process, event)
  if (!record) return { ok: false, problems: [] }
  return advance(process, record, event)
}

const COMPARED = [
  'at',
  'kind',
  'subject',
  'definition',
  'calendar',
  'left',
  'entered',
  'taken',
  'lateBy',
  'effects',
  'status',
  'payload',
] as const

function firstDifference(made: Step, entry: JournalEntry): string | undefined {
  return COMPARED.find((part) => canonicalJson(made.entry[part]) !== canonicalJson(entry[part]))
}
