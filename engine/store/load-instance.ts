import type { InstanceRecord } from '../step/record.ts'
import type { Connection } from './connection.ts'
import { fromText } from './json-text.ts'
import type { StoredInstance } from './stored-instance.ts'

interface Row {
  readonly row: number
  readonly record: string
  readonly head: string
}

/** The instance of a public id, as the last commit left it. */
export function loadInstance(db: Connection, id: string): StoredInstance | undefined {
  return stored(db.prepare<Row>('select row, record, head from instance where id = ?').get(id))
}

/** The live instance of a process and key: there is at most one. */
export function findLive(db: Connection, process: string, key: string): StoredInstance | undefined {
  const sql = `select row, record, head from instance
    where process = ? and key = ? and status in ('running', 'ending')`
  return stored(db.prepare<Row>(sql).get(process, key))
}

function stored(row: Row | undefined): StoredInstance | undefined {
  return row && { row: row.row, record: fromText<InstanceRecord>(row.record), head: row.head }
}
