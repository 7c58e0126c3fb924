import type { Connection } from './connection.ts'

/** Writes what people search an instance by: its fields declared `index: true`, as they are now. */
export function saveFields(db: Connection, row: number, fields: Readonly<Record<string, string | number>>): void {
  const sql = 'insert into instance_field (instance, name, text, number) values (?, ?, ?, ?)'
  db.prepare('delete from instance_field where instance = ?').run(row)
  for (const [name, value] of Object.entries(fields)) {
    const isNumber = typeof value === 'number'
    db.prepare(sql).run(row, name, isNumber ? null : value, isNumber ? value : null)
  }
}
