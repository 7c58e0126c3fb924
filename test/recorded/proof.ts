/** What was recorded, and today's code on it: processes read again from their recorded documents. */
import type { Transition } from '../../engine/definition/definition.ts'
import { hashOf } from '../../engine/host/definition-hash.ts'
import { recompile } from '../../engine/host/recompile.ts'
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import { type JournalProof, verifyJournal } from '../../engine/journal/verify-journal.ts'
import type { Answer } from '../../engine/problem/problem.ts'
import { sha256 } from '../../engine/project/sha256.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { RecordedJournal, RecordedProcess, RecordedRelease } from './recorded-files.ts'

const known = new Map<RecordedProcess, ReturnType<typeof read>>()

/** A recorded process as today's code reads it, once; `hash` is what it makes of it. */
export function readAgain(process: RecordedProcess): ReturnType<typeof read> {
  const made = known.get(process) ?? read(process)
  known.set(process, made)
  return made
}

function read({ definition }: RecordedProcess) {
  const loaded = recompile({ ...definition, expanded: {} })
  if (!loaded) throw new Error(`${definition.process} cannot be read any more`)
  return { ...loaded, params: definition.params, hash: hashOf(loaded.definition, definition.params, sha256) }
}

/** Gives every entry of a release what it was made with. */
export function asRecorded({ calendars, processes }: RecordedRelease) {
  const byHash = new Map(processes.map((process) => [process.definition.hash, readAgain(process)]))
  return ({ definition, calendar: then }: JournalEntry): RunningProcess | undefined => {
    const process = byHash.get(definition)
    const calendar = calendars.find(({ hash }) => hash === then)
    if (!process || !calendar) return undefined
    return { machine: process.machine, hash: process.hash, params: process.params, calendar }
  }
}

export function prove(
  { entries, record }: RecordedJournal,
  processOf: (entry: JournalEntry) => RunningProcess | undefined,
): Answer<JournalProof> {
  return verifyJournal(entries, record, processOf, sha256)
}

/** A transition as people name it: its state, what it answers to, and where it leads. */
export function nameOf({ source, trigger, target = '-' }: Transition): string {
  const { kind, ...rest } = trigger
  const asked = Object.values(rest).filter((word) => typeof word === 'string')
  return `${source}: ${[kind, ...asked].join(' ')} > ${target}`
}

/** Names of the transitions of a process that none of its recorded journals takes. */
export function neverTaken(process: RecordedProcess): readonly string[] {
  const taken = new Set(process.journals.flatMap(({ entries }) => entries.flatMap((entry) => entry.taken)))
  const transitions = [...readAgain(process).definition.states.values()].flatMap((state) => state.transitions)
  return transitions.filter(({ index }) => !taken.has(index)).map(nameOf)
}
