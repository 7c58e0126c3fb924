/** What is recorded of a release, as files that people can read: a folder a release, in it a folder a process. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Calendar } from '../../engine/calendar/calendar.ts'
import type { JsonObject } from '../../engine/expression/type.ts'
import type { StoredDefinition } from '../../engine/host/ledger.ts'
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'

/** A whole life: the entries as they were sealed, and the record they led to. */
export interface RecordedJournal {
  readonly record: InstanceRecord
  readonly entries: readonly JournalEntry[]
}

export interface RecordedProcess {
  /** As the store keeps it. What templates make of the document is left out: the hash proves it. */
  readonly definition: Omit<StoredDefinition, 'expanded'>
  readonly journals: readonly RecordedJournal[]
}

export interface RecordedRelease {
  readonly calendars: readonly Calendar[]
  readonly processes: readonly RecordedProcess[]
}

/** The releases there are recordings of. */
export const releases: readonly string[] = readdirSync(import.meta.dirname).filter((name) => /^[0-9]+$/.test(name))

/** The folder of a release, and what is in it. */
export function folderOf(release: string, ...path: readonly string[]): string {
  return join(import.meta.dirname, release, ...path)
}

export function writeRelease(release: string, { calendars, processes }: RecordedRelease): void {
  for (const calendar of calendars) write(folderOf(release, 'calendars', `${calendar.id}.json`), lines(calendar))
  for (const { definition, journals } of processes) {
    const { source, ...rest } = definition
    const folder = folderOf(release, 'processes', definition.process)
    write(join(folder, 'document.yaml'), source)
    write(join(folder, 'definition.json'), lines(rest))
    for (const [index, journal] of journals.entries()) write(join(folder, `journal-${index + 1}.json`), lines(journal))
  }
}

export function readRelease(release: string): RecordedRelease {
  const folder = folderOf(release, 'processes')
  return {
    calendars: namesIn(folderOf(release, 'calendars')).map((name) => read(folderOf(release, 'calendars', name))),
    processes: namesIn(folder).map((process) => readProcess(join(folder, process))),
  }
}

function readProcess(folder: string): RecordedProcess {
  const source = readFileSync(join(folder, 'document.yaml'), 'utf8')
  return {
    definition: { ...read<Omit<RecordedProcess['definition'], 'source'>>(join(folder, 'definition.json')), source },
    journals: namesIn(folder)
      .filter((name) => name.startsWith('journal-'))
      .map((name) => read(join(folder, name))),
  }
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).sort()
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** JSON with a line a field, and a line an item of a list: people compare and search it. */
function lines(value: object): string {
  const fields = Object.entries(value as JsonObject).map(([name, inner]) => {
    const items = Array.isArray(inner) && inner.length > 0 ? inner.map((item) => JSON.stringify(item)) : undefined
    return `${JSON.stringify(name)}: ${items ? `[\n${items.join(',\n')}\n]` : JSON.stringify(inner)}`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}
