/**
 * The views reports read, never the tables: their names and columns are documented and kept. They show public ids
 * only, and times in milliseconds since 1970.
 */
import { type Kysely, sql } from 'kysely'

/** Creates the views; a later migration that changes one drops it and creates it anew. */
export async function createDocumentedViews(db: Kysely<unknown>): Promise<void> {
  await sql`create view v_instance as
    select instance.id, instance.process, definition.version, definition.hash as definition, instance.key,
      case when instance.suspended = 1 then 'suspended' else instance.status end as status,
      instance.step, instance.parent, instance.wake_at, instance.incidents, definition.name, instance.filled,
      instance.started_at, instance.at
    from instance inner join definition on definition.row = instance.definition`.execute(db)
  await sql`create view v_task as
    select task.id, instance.id as instance, instance.process, task.state, task.work, task.title, task.role, task.person,
      task.assignee, task.status, task.opened_at, task.due_at, task.estimated, task.level, task.closed_at, task.closed_by
    from task inner join instance on instance.row = task.instance`.execute(db)
  await sql`create view v_field as
    select instance.id as instance, instance.process, instance_field.name, instance_field.text, instance_field.number
    from instance_field inner join instance on instance.row = instance_field.instance`.execute(db)
  await sql`create view v_journal as
    select instance.id as instance, instance.process, journal.step, journal.at, journal.kind,
      case when journal.kind = 'start' then instance.id else journal.subject end as subject,
      journal.actor, journal.hash, case when journal.payload is null then 1 else 0 end as erased
    from journal inner join instance on instance.row = journal.instance`.execute(db)
  await sql`create view v_person as
    select id, name, reports_to, calendar, active from person`.execute(db)
}
