/**
 * Definitions in the form their reader gave them, so that a command need not read a long document again. Nothing depends
 * on what stands here: it follows from `definition`, belongs to one build of the program, and may be deleted.
 */
import type { Connection } from './connection.ts'

/** The definition of a hash as this build of the program packed it. */
export function loadPacked(db: Connection, hash: string, build: string): string | undefined {
  const select = 'select packed from packed_definition where definition = ? and build = ?'
  return db.prepare<{ packed: string }>(select).get(hash, build)?.packed
}

/** Keeps it, in place of what another build left. */
export function savePacked(db: Connection, hash: string, build: string, packed: string): void {
  db.prepare(
    `insert into packed_definition (definition, build, packed) values (?, ?, ?)
    on conflict (definition) do update set build = excluded.build, packed = excluded.packed`,
  ).run(hash, build, packed)
}
