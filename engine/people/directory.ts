/**
 * Who there is, in which roles, and whom to turn to, as a value: decisions read it and need no database. A host keeps
 * one and reads it anew when the store has changed; the memory host makes its own of a document.
 */
import type { Kysely } from 'kysely'
import type { Text } from '../problem/problem.ts'
import { type DirectoryRows, loadDirectoryRows, readDirectoryRows } from '../store/directory-rows.ts'
import { fromText } from '../store/json-text.ts'
import type { Database } from '../store/open-database.ts'
import type { Schema } from '../store/schema.ts'

/** A person of the organisation. */
export interface Person {
  readonly id: string
  readonly name: Text
  /** Sorted. */
  readonly roles: readonly string[]
  readonly reportsTo?: string
  readonly calendar?: string
}

/** The organisation at one moment. */
export interface Directory {
  /** Id of the organisation, once one was loaded. */
  readonly organisation?: string
  readonly people: ReadonlyMap<string, Person>
  /** Titles by role. */
  readonly roles: ReadonlyMap<string, Text>
  /** By role, the roles concerned when its work is late, nearest first. */
  readonly ladders: ReadonlyMap<string, readonly string[]>
}

/** Nobody yet. */
export const emptyDirectory: Directory = { people: new Map(), roles: new Map(), ladders: new Map() }

/** The directory in the store, on either database. */
export async function readDirectory(db: Kysely<Schema>): Promise<Directory> {
  return directoryOfRows(await readDirectoryRows(db))
}

/** The directory in the store at once, inside a transaction too. */
export function loadDirectory(db: Database): Directory {
  return directoryOfRows(loadDirectoryRows(db))
}

/** The people who hold a role, in order of their ids. */
export function holdersOf(directory: Directory, role: string): string[] {
  return [...directory.people.values()].filter((person) => person.roles.includes(role)).map((person) => person.id)
}

/** The people above a person, nearest first; a cycle ends where it closes. */
export function superiorsOf(directory: Directory, person: string): string[] {
  const superiors: string[] = []
  let next = directory.people.get(person)?.reportsTo
  while (next !== undefined && next !== person && !superiors.includes(next)) {
    superiors.push(next)
    next = directory.people.get(next)?.reportsTo
  }
  return superiors
}

function directoryOfRows(rows: DirectoryRows): Directory {
  const roles = grouped(rows.personRoles.map(({ person, role }) => [person, role]))
  const people = rows.people.map(({ id, name, reports_to, calendar }): [string, Person] => [
    id,
    {
      id,
      name: fromText<Text>(name),
      roles: (roles.get(id) ?? []).sort(),
      ...(reports_to !== null && { reportsTo: reports_to }),
      ...(calendar !== null && { calendar }),
    },
  ])
  const organisation = rows.organisation[0]?.value
  return {
    ...(organisation !== undefined && { organisation }),
    people: new Map(people),
    roles: new Map(rows.roles.map(({ id, title }) => [id, fromText<Text>(title)])),
    ladders: grouped(rows.ladders.map(({ role, concerned }) => [role, concerned])),
  }
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}
