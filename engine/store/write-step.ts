/** Writes a step: the instance, its entry, what it does to tasks, what is to be performed. Inside a transaction. */
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Said } from '../problem/said.ts'
import type { Effect } from '../step/effect.ts'
import type { InstanceRecord } from '../step/record.ts'
import { appendJournal, lastEntry } from './append-journal.ts'
import { applyTaskEffects } from './apply-task-effects.ts'
import type { Connection } from './connection.ts'
import { insertInstance } from './insert-instance.ts'
import { insertPending } from './insert-pending.ts'
import { rowOfCalendar } from './save-calendar.ts'
import { rowOfDefinition } from './save-definition.ts'
import { saveFields } from './save-fields.ts'
import type { InstancePlace, StoredInstance } from './stored-instance.ts'
import { updateInstance } from './update-instance.ts'

/** What is written of a step. */
export interface StepRows {
  readonly record: InstanceRecord
  readonly name: Said
  readonly entry: JournalEntry
  readonly effects: readonly Effect[]
  /** When its pending effects are due (ms). */
  readonly dueAt: number
  /** Fields marked `index: true`, by name; absent where none has changed. */
  readonly fields?: Readonly<Record<string, string | number>>
}

/** The parts of a step, each told of once it is written. */
export type StepPart = 'step/instance' | 'step/journal' | 'step/tasks' | 'step/pending'

/**
 * Rows that the steps of one connection lead to again and again. To be forgotten when a transaction was undone, or
 * another connection has written.
 */
export class KnownRows {
  readonly #db: Connection
  readonly #definitions = new Map<string, number>()
  readonly #calendars = new Map<string, number>()
  #lastEntry: number | undefined

  constructor(db: Connection) {
    this.#db = db
  }

  /** What a step of the record leads to; takes the next row of the journal. */
  placeOf({ definition, calendar }: InstanceRecord): InstancePlace {
    this.#lastEntry = (this.#lastEntry ?? lastEntry(this.#db)) + 1
    return {
      definition: known(this.#definitions, definition, () => rowOfDefinition(this.#db, definition)),
      calendar: known(this.#calendars, calendar, () => rowOfCalendar(this.#db, calendar)),
      entry: this.#lastEntry,
    }
  }

  knows(definition: string, calendar: string): boolean {
    return this.#definitions.has(definition) && this.#calendars.has(calendar)
  }

  forget(): void {
    this.#definitions.clear()
    this.#calendars.clear()
    this.#lastEntry = undefined
  }
}

function known(rows: Map<string, number>, hash: string, look: () => number): number {
  const found = rows.get(hash) ?? look()
  if (found > 0) rows.set(hash, found)
  return found
}

/** Writes the first step of an instance; its definition and calendar are saved already. */
export function insertStep(
  db: Connection,
  rows: KnownRows,
  step: StepRows,
  passed: (part: StepPart) => void = () => {},
): StoredInstance {
  const place = rows.placeOf(step.record)
  const row = insertInstance(db, step, place)
  writeParts(db, row, place, null, step, passed)
  return { row, record: step.record, head: step.entry.hash, entry: place.entry }
}

/** Writes a further step over what was stored; undefined, and nothing written, where somebody else has moved it. */
export function updateStep(
  db: Connection,
  rows: KnownRows,
  before: StoredInstance,
  step: StepRows,
  passed: (part: StepPart) => void = () => {},
): StoredInstance | undefined {
  const place = rows.placeOf(step.record)
  if (!updateInstance(db, before.row, before.record.step, step, place)) return undefined
  writeParts(db, before.row, place, before.entry, step, passed)
  return { row: before.row, record: step.record, head: step.entry.hash, entry: place.entry }
}

function writeParts(
  db: Connection,
  row: number,
  { definition, calendar, entry }: InstancePlace,
  previous: number | null,
  step: StepRows,
  passed: (part: StepPart) => void,
): void {
  passed('step/instance')
  appendJournal(db, { row: entry, instance: row, definition, calendar, previous }, step.entry)
  passed('step/journal')
  applyTaskEffects(db, row, step.effects, step.record.at)
  passed('step/tasks')
  insertPending(db, row, step.effects, step.dueAt)
  passed('step/pending')
  if (step.fields) saveFields(db, row, step.fields)
}
