import type { StoredInstance } from '../host/ledger.ts'
import type { Connection } from './connection.ts'
import { hex } from './entry-row.ts'
import { type RecordColumns, recordOf } from './record-text.ts'

interface Row extends RecordColumns {
  readonly row: number
  readonly entry: number
  readonly head: Uint8Array
}

const select = `select instance.row, instance.id, instance.process, definition.version, definition.hash as definition,
  calendar.hash as calendar, instance.key, instance.status, instance.step, instance.parent, instance.started_at, instance.at,
  instance.state, instance.journal as entry, journal.hash as head
  from instance
  inner join definition on definition.row = instance.definition
  inner join calendar on calendar.row = instance.calendar
  inner join journal on journal.row = instance.journal`

/** The instance of a public id, as the last commit left it. */
export function loadInstance(db: Connection, id: string): StoredInstance | undefined {
  return stored(db.prepare<Row>(`${select} where instance.id = ?`).get(id))
}

/** The live instance of a process and key: there is at most one. */
export function findLive(db: Connection, process: string, key: string): StoredInstance | undefined {
  const live = `${select} where instance.process = ? and instance.key = ? and instance.status in ('running', 'ending')`
  return stored(db.prepare<Row>(live).get(process, key))
}

function stored(row: Row | undefined): StoredInstance | undefined {
  return row && { row: row.row, record: recordOf(row), head: hex(row.head), entry: row.entry }
}
