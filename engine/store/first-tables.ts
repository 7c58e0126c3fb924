/**
 * The first migration: all tables of the first release. Released, it is never edited: what changes gets a migration of
 * its own. The hot path of a commit touches `instance` and `journal` only; the rest has rows when there is work.
 */
import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from './migrations.ts'

type Builder = CreateTableBuilder<string>

/** Creates tables and indexes in an empty store. */
export async function createFirstTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createDefinitions(db, dialect)
  await createInstances(db, dialect)
  await createJournal(db, dialect)
  await createTasks(db, dialect)
  await createPendingWork(db, dialect)
  await createOrganisation(db)
  await createAudit(db, dialect)
  await createComments(db, dialect)
}

/** A table with a row number: on SQLite only `integer primary key` is the table's own order, without another b-tree. */
function numbered(db: Kysely<unknown>, dialect: DialectName, table: string): Builder {
  const create = db.schema.createTable(table)
  return dialect === 'sqlite'
    ? create.addColumn('row', 'integer', (column) => column.primaryKey())
    : create.addColumn('row', 'bigint', (column) => column.generatedByDefaultAsIdentity().primaryKey())
}

async function createInstances(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await numbered(db, dialect, 'instance')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('process', 'text', (column) => column.notNull())
    .addColumn('definition', 'bigint', (column) => column.notNull().references('definition.row'))
    .addColumn('calendar', 'bigint', (column) => column.notNull().references('calendar.row'))
    .addColumn('key', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('suspended', 'smallint', (column) => column.notNull())
    .addColumn('step', 'bigint', (column) => column.notNull())
    .addColumn('parent', 'text')
    .addColumn('wake_at', 'bigint')
    .addColumn('lease_until', 'bigint')
    .addColumn('lease_by', 'text')
    .addColumn('incidents', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('filled', 'text')
    .addColumn('journal', 'bigint', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await sql`create unique index instance_live on instance (process, key)
    where key is not null and status in ('running', 'ending')`.execute(db)
  await sql`create index instance_wake on instance (wake_at) where wake_at is not null`.execute(db)
  await sql`create index instance_parent on instance (parent) where parent is not null`.execute(db)
  await db.schema
    .createTable('instance_field')
    .addColumn('instance', 'bigint', (column) => column.notNull().references('instance.row'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('number', 'double precision')
    .addPrimaryKeyConstraint('instance_field_key', ['instance', 'name'])
    .execute()
}

async function createJournal(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await numbered(db, dialect, 'journal')
    .addColumn('instance', 'bigint', (column) => column.notNull().references('instance.row'))
    .addColumn('step', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('previous', 'bigint')
    .addColumn('definition', 'bigint', (column) => column.notNull().references('definition.row'))
    .addColumn('calendar', 'bigint', (column) => column.notNull().references('calendar.row'))
    .addColumn('hash', binary(dialect), (column) => column.notNull())
    .addColumn('payload_hash', binary(dialect), (column) => column.notNull())
    .addColumn('fixed', 'text', (column) => column.notNull())
    .addColumn('payload', 'text')
    .addColumn('salt', binary(dialect))
    .execute()
}

/** A column of bytes. */
function binary(dialect: DialectName): 'blob' | 'bytea' {
  return dialect === 'sqlite' ? 'blob' : 'bytea'
}

async function createTasks(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await numbered(db, dialect, 'task')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('instance', 'bigint', (column) => column.notNull().references('instance.row'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('work', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('guide', 'text')
    .addColumn('role', 'text')
    .addColumn('person', 'text')
    .addColumn('assignee', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('filled', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('excluded', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('estimated', 'smallint', (column) => column.notNull())
    .addColumn('level', 'bigint', (column) => column.notNull())
    .addColumn('escalated', 'text', (column) => column.notNull())
    .addColumn('reminded_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('closed_by', 'text')
    .execute()
  await db.schema.createIndex('task_instance').on('task').column('instance').execute()
  await sql`create index task_open on task (role) where status = 'open'`.execute(db)
  await createEvidence(db, dialect)
}

async function createEvidence(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await db.schema
    .createTable('file')
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('bytes', binary(dialect), (column) => column.notNull())
    .execute()
  await numbered(db, dialect, 'evidence')
    .addColumn('task', 'bigint', (column) => column.notNull().references('task.row'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('url', 'text')
    .addColumn('sha256', 'text', (column) => column.references('file.sha256'))
    .addColumn('size', 'bigint')
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('evidence_task').on('evidence').column('task').execute()
}

async function createPendingWork(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await numbered(db, dialect, 'pending_effect')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('instance', 'bigint', (column) => column.notNull().references('instance.row'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('lease_by', 'text')
    .addColumn('error', 'text')
    .addColumn('incident', 'text')
    .execute()
  await sql`create index pending_due on pending_effect (due_at) where incident is null`.execute(db)
  await numbered(db, dialect, 'notification')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('instance', 'bigint', (column) => column.notNull().references('instance.row'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('notification_role').on('notification').column('role').execute()
}

async function createDefinitions(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await numbered(db, dialect, 'definition')
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('process', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('expanded', 'text', (column) => column.notNull())
    .addColumn('params', 'text', (column) => column.notNull())
    .addColumn('interfaces', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await numbered(db, dialect, 'calendar')
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('compiled', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('packed_definition')
    .addColumn('definition', 'text', (column) => column.primaryKey().references('definition.hash'))
    .addColumn('build', 'text', (column) => column.notNull())
    .addColumn('packed', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
}

async function createOrganisation(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('reports_to', 'text')
    .addColumn('calendar', 'text')
    .addColumn('active', 'smallint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('role')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('person_role')
    .addColumn('person', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_role_key', ['person', 'role'])
    .execute()
  await db.schema
    .createTable('ladder')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('concerned', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ladder_key', ['role', 'position'])
    .execute()
}

async function createAudit(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await numbered(db, dialect, 'audit')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('via', 'text', (column) => column.notNull())
    .addColumn('proved', 'smallint', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
}

async function createComments(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await numbered(db, dialect, 'comment')
    .addColumn('instance', 'bigint', (column) => column.notNull().references('instance.row'))
    .addColumn('task', 'bigint', (column) => column.references('task.row'))
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('salt', 'text')
    .execute()
  await db.schema.createIndex('comment_instance').on('comment').column('instance').execute()
}
