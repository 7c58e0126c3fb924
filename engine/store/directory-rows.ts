/** The rows of the organisation: who there is, in which roles, and whom to turn to. */
import type { Compilable, Kysely } from 'kysely'
import type { Text } from '../problem/problem.ts'
import type { Connection } from './connection.ts'
import { toText } from './json-text.ts'
import type { Database } from './open-database.ts'
import type { Schema } from './schema.ts'

/** Everything a directory is made of. Removed people are not in it. */
export interface DirectoryRows {
  readonly organisation: readonly { readonly value: string }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly reports_to: string | null
    readonly calendar: string | null
  }[]
  readonly personRoles: readonly { readonly person: string; readonly role: string }[]
  readonly roles: readonly { readonly id: string; readonly title: string }[]
  readonly ladders: readonly { readonly role: string; readonly concerned: string }[]
}

function directoryQueries(db: Kysely<Schema>) {
  return {
    organisation: db.selectFrom('meta').select('value').where('key', '=', 'organisation'),
    people: db
      .selectFrom('person')
      .select(['id', 'name', 'reports_to', 'calendar'])
      .where('active', '=', 1)
      .orderBy('id'),
    personRoles: db.selectFrom('person_role').select(['person', 'role']).orderBy('person').orderBy('role'),
    roles: db.selectFrom('role').select(['id', 'title']).orderBy('id'),
    ladders: db.selectFrom('ladder').select(['role', 'concerned']).orderBy('role').orderBy('position'),
  }
}

/** Reads the organisation, on either database. */
export async function readDirectoryRows(db: Kysely<Schema>): Promise<DirectoryRows> {
  const queries = directoryQueries(db)
  const [organisation, people, personRoles, roles, ladders] = await Promise.all([
    queries.organisation.execute(),
    queries.people.execute(),
    queries.personRoles.execute(),
    queries.roles.execute(),
    queries.ladders.execute(),
  ])
  return { organisation, people, personRoles, roles, ladders }
}

/** The same at once, inside a transaction too. */
export function loadDirectoryRows(db: Database): DirectoryRows {
  const queries = directoryQueries(db.kysely)
  const all = <Row>(query: Compilable<Row>) => db.run(query.compile())
  return {
    organisation: all(queries.organisation),
    people: all(queries.people),
    personRoles: all(queries.personRoles),
    roles: all(queries.roles),
    ladders: all(queries.ladders),
  }
}

/** A person as written: `roles` replace those held before. */
export interface PersonToStore {
  readonly id: string
  readonly name: Text
  readonly roles: readonly string[]
  readonly reportsTo?: string
  readonly calendar?: string
}

/** Writes a person, new or known or removed before. */
export function savePerson(db: Connection, person: PersonToStore): void {
  db.prepare(
    `insert into person (id, name, reports_to, calendar, active) values (?, ?, ?, ?, 1)
    on conflict (id) do update set name = excluded.name, reports_to = excluded.reports_to,
      calendar = excluded.calendar, active = 1`,
  ).run(person.id, toText(person.name), person.reportsTo ?? null, person.calendar ?? null)
  db.prepare('delete from person_role where person = ?').run(person.id)
  for (const role of person.roles) {
    db.prepare('insert into person_role (person, role) values (?, ?)').run(person.id, role)
  }
}

/** Takes a person out of the organisation and of all roles; the row stays for what names them. */
export function removePerson(db: Connection, id: string): void {
  db.prepare('update person set active = 0 where id = ?').run(id)
  db.prepare('delete from person_role where person = ?').run(id)
}

/** Writes a role. */
export function saveRole(db: Connection, id: string, title: Text): void {
  const sql = 'insert into role (id, title) values (?, ?) on conflict (id) do update set title = excluded.title'
  db.prepare(sql).run(id, toText(title))
}

/** Takes a role away. */
export function removeRole(db: Connection, id: string): void {
  db.prepare('delete from role where id = ?').run(id)
}

/** Writes the ladder of a role, in order; an empty one takes it away. */
export function saveLadder(db: Connection, role: string, concerned: readonly string[]): void {
  db.prepare('delete from ladder where role = ?').run(role)
  concerned.forEach((next, position) => {
    db.prepare('insert into ladder (role, position, concerned) values (?, ?, ?)').run(role, position, next)
  })
}

/** Writes which organisation this is. */
export function saveOrganisationId(db: Connection, id: string): void {
  const sql =
    "insert into meta (key, value) values ('organisation', ?) on conflict (key) do update set value = excluded.value"
  db.prepare(sql).run(id)
}
