/** Tasks as people see them: one person's list, or those of an instance. */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { TaskQuery, TaskRow } from '../host/host.ts'
import { fromText } from './json-text.ts'
import type { Schema } from './schema.ts'
import { type StoredTask, taskRow } from './task-row.ts'

type Query = TaskQuery & { readonly id?: string }
type Where = ExpressionBuilder<Schema, 'task' | 'instance'>

/**
 * The tasks that a query asks for. A person sees those they have taken or were given, those that are open for a role
 * of theirs and not taken, and those escalated to them; never a vote they are excluded from. First what was escalated
 * to the person (without a person: to anyone), then what is late, then by due time, those without one last.
 * `now` (ms) tells what is late.
 */
export async function listTasks(db: Kysely<Schema>, query: Query, now: number): Promise<TaskRow[]> {
  const names = query.person === undefined ? [] : [query.person, ...(await rolesOf(db, query.person))]
  const isConcerned = ({ escalated }: StoredTask) =>
    query.person === undefined ? escalated !== '[]' : listIn(escalated).some((name) => names.includes(name))
  const [tasks, attached] = await Promise.all([selectTasks(db, query), countEvidence(db, query)])
  return tasks
    .filter((task) => query.person === undefined || isFor(task, query.person, names, isConcerned(task)))
    .map((task) => ({ concerned: isConcerned(task), row: taskRow(task, attached.get(task.id) ?? new Map(), now) }))
    .sort((a, b) => Number(b.concerned) - Number(a.concerned) || inOrder(a.row, b.row))
    .map(({ row }) => row)
}

/** One task by its id, open or closed. */
export async function taskById(db: Kysely<Schema>, id: string, now: number): Promise<TaskRow | undefined> {
  return (await listTasks(db, { id, status: 'all' }, now))[0]
}

/** What `mayComplete` and its like must know beyond the row: the people who may not decide it. */
export async function excludedFrom(db: Kysely<Schema>, task: string): Promise<readonly string[]> {
  const row = await db.selectFrom('task').select('excluded').where('id', '=', task).executeTakeFirst()
  return row === undefined ? [] : listIn(row.excluded)
}

async function rolesOf(db: Kysely<Schema>, person: string): Promise<string[]> {
  const rows = await db.selectFrom('person_role').select('role').where('person', '=', person).execute()
  return rows.map(({ role }) => role)
}

function isFor(task: StoredTask, person: string, names: readonly string[], concerned: boolean): boolean {
  if (task.assignee === person) return true
  if (listIn(task.excluded).includes(person)) return false
  if (concerned) return true
  if (task.assignee !== null) return false
  return task.person === person || (task.role !== null && names.includes(task.role))
}

function selectTasks(db: Kysely<Schema>, query: Query): Promise<StoredTask[]> {
  return db
    .selectFrom('task')
    .innerJoin('instance', 'instance.row', 'task.instance')
    .innerJoin('definition', 'definition.row', 'instance.definition')
    .selectAll('task')
    .select(['instance.id as instance_id', 'definition.name as instance_name', 'instance.filled as instance_filled'])
    .where((where) => matching(where, query))
    .orderBy('task.row')
    .execute()
}

/** By task and kind, how many pieces of evidence are attached. */
async function countEvidence(db: Kysely<Schema>, query: Query): Promise<Map<string, Map<string, number>>> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('instance', 'instance.row', 'task.instance')
    .innerJoin('evidence', 'evidence.task', 'task.row')
    .select(['task.id', 'evidence.kind'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((where) => matching(where, query))
    .groupBy(['task.id', 'evidence.kind'])
    .execute()
  const counts = new Map<string, Map<string, number>>()
  for (const { id, kind, count } of rows) counts.set(id, (counts.get(id) ?? new Map()).set(kind, count))
  return counts
}

/** The part of a query that the database answers; whom a task is for is judged on the rows. */
function matching(where: Where, { id, instance, role, status = 'open' }: Query) {
  return where.and([
    ...(id === undefined ? [] : [where('task.id', '=', id)]),
    ...(instance === undefined ? [] : [where('instance.id', '=', instance)]),
    ...(role === undefined ? [] : [where('task.role', '=', role)]),
    ...(status === 'all' ? [] : [where('task.status', status === 'open' ? '=' : '!=', 'open')]),
  ])
}

function inOrder(a: TaskRow, b: TaskRow): number {
  if (a.late !== b.late) return a.late ? -1 : 1
  return (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) || a.openedAt - b.openedAt
}

function listIn(text: string): readonly string[] {
  return fromText<readonly string[]>(text)
}
