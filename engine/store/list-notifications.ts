import type { Kysely } from 'kysely'
import type { Said } from '../step/effect.ts'
import { nameOf } from './instance-name.ts'
import { fromText } from './json-text.ts'
import type { Schema } from './schema.ts'

/** A message of a process to the holders of a role. */
export interface NotificationRow {
  readonly id: string
  readonly instance: string
  readonly instanceName: Said
  readonly role: string
  readonly text?: Said
  readonly at: number
}

/** Whose messages: an instance's, or those to a person by the roles they hold; without either, all. */
export interface NotificationQuery {
  readonly instance?: string
  readonly person?: string
}

/** The messages that a query asks for, the newest first. */
export async function listNotifications(db: Kysely<Schema>, query: NotificationQuery): Promise<NotificationRow[]> {
  let select = db
    .selectFrom('notification')
    .innerJoin('instance', 'instance.row', 'notification.instance')
    .innerJoin('definition', 'definition.row', 'instance.definition')
    .selectAll('notification')
    .select(['instance.id as instance_id', 'definition.name as instance_name', 'instance.filled as instance_filled'])
    .orderBy('notification.row', 'desc')
  const { instance, person } = query
  if (instance !== undefined) select = select.where('instance.id', '=', instance)
  if (person !== undefined) {
    select = select.where('notification.role', 'in', (roles) =>
      roles.selectFrom('person_role').select('person_role.role').where('person_role.person', '=', person),
    )
  }
  return (await select.execute()).map((row) => ({
    id: row.id,
    instance: row.instance_id,
    instanceName: nameOf(row.instance_name, row.instance_filled),
    role: row.role,
    ...(row.text !== null && { text: fromText<Said>(row.text) }),
    at: row.at,
  }))
}
