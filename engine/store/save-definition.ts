import type { Json, JsonObject } from '../expression/type.ts'
import type { StoredDefinition } from '../host/ledger.ts'
import type { Text } from '../problem/problem.ts'
import type { Connection } from './connection.ts'
import { fromText, toText } from './json-text.ts'

/** Keeps a definition; one that is kept already stays as it is, since its hash says it is the same. */
export function saveDefinition(db: Connection, definition: StoredDefinition, at: number): void {
  db.prepare(
    `insert into definition (hash, process, version, name, source, expanded, params, interfaces, at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (hash) do nothing`,
  ).run(
    definition.hash,
    definition.process,
    definition.version,
    toText(definition.name),
    definition.source,
    toText(definition.expanded),
    toText(definition.params),
    toText(definition.interfaces),
    at,
  )
}

/** The row of a definition that was saved. */
export function rowOfDefinition(db: Connection, hash: string): number {
  return db.prepare<{ row: number }>('select row from definition where hash = ?').get(hash)?.row ?? 0
}

/** The definition of a hash. */
export function loadDefinition(db: Connection, hash: string): StoredDefinition | undefined {
  const sql = 'select hash, process, version, name, source, expanded, params, interfaces from definition where hash = ?'
  const row = db.prepare<Record<keyof StoredDefinition, string>>(sql).get(hash)
  return (
    row && {
      ...row,
      name: fromText<Text>(row.name),
      expanded: fromText<JsonObject>(row.expanded),
      params: fromText<JsonObject>(row.params),
      interfaces: fromText<Json>(row.interfaces),
    }
  )
}
