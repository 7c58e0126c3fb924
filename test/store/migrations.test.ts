import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { isEngineError } from '../../engine/problem/engine-error.ts'
import { migrate } from '../../engine/store/migrations.ts'
import { describeOnBoth } from './dialects.ts'

const tables = [
  'audit',
  'calendar',
  'comment',
  'definition',
  'evidence',
  'file',
  'instance',
  'instance_field',
  'journal',
  'ladder',
  'meta',
  'notification',
  'pending_effect',
  'person',
  'person_role',
  'role',
  'task',
] as const
const views = ['v_field', 'v_instance', 'v_journal', 'v_person', 'v_task']

describeOnBoth('migrations', (open) => {
  const dialectOf = (title: string) => (title.includes('PostgreSQL') ? 'postgresql' : 'sqlite')

  it('make all tables and the documented views from nothing', async () => {
    const store = await open()
    const found = await store.kysely.introspection.getTables()
    const names = (isView: boolean) =>
      found.filter((table) => table.isView === isView && !table.name.startsWith('picket_')).map(({ name }) => name)
    expect(names(false).sort()).toEqual([...tables])
    expect(names(true).sort()).toEqual(views)
    for (const view of views) await sql`select * from ${sql.table(view)}`.execute(store.kysely)
    await store.close()
  })

  it('change nothing the second time', async ({ task }) => {
    const store = await open()
    await store.kysely.insertInto('meta').values({ key: 'a', value: 'b' }).execute()
    await migrate(store.kysely, dialectOf(task.suite?.name ?? ''), 'store')
    expect(await store.kysely.selectFrom('meta').selectAll().execute()).toHaveLength(1)
    await store.close()
  })

  it('refuse a store with migrations of a newer program', async ({ task }) => {
    const store = await open()
    await sql`insert into picket_migration (name, timestamp) values ('9999-later', '2099-01-01')`.execute(store.kysely)
    const refused = await migrate(store.kysely, dialectOf(task.suite?.name ?? ''), 'store').catch((thrown) => thrown)
    expect(isEngineError(refused) && refused.problem.code).toBe('store/newer-schema')
    await store.close()
  })
})
