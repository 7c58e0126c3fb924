/** What we use of a SQLite connection, in our words: the driver itself is known to `driver` alone. */

/** What a column may hold. */
export type Value = string | number | bigint | Uint8Array | null

/** A statement prepared once; parameters fill its `?` in order. */
export interface Statement<Row> {
  /** Whether it answers rows: a select, or a write with `returning`. */
  readonly reads: boolean
  run(...parameters: Value[]): { readonly changes: number; readonly lastInsertRowid: number }
  get(...parameters: Value[]): Row | undefined
  all(...parameters: Value[]): Row[]
}

/** One open connection. */
export interface Connection {
  /** The statement of a text, prepared at its first use and kept as long as the connection. */
  prepare<Row = unknown>(sql: string): Statement<Row>
}

/** A parameter of Kysely's as a column holds it; an absent one is null. Throws a `TypeError` for anything else. */
export function toValue(parameter: unknown): Value {
  if (parameter === null || parameter === undefined) return null
  if (typeof parameter === 'string' || typeof parameter === 'number' || typeof parameter === 'bigint') return parameter
  if (parameter instanceof Uint8Array) return parameter
  throw new TypeError(`a column cannot hold a ${typeof parameter}`)
}
