/** A store of each release: today's program opens it, brings it to today's schema, proves it and goes on with it. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { schemaVersion } from '../../engine/store/migrations.ts'
import { type Database, openAsItStands, openDatabase } from '../../engine/store/open-database.ts'
import { verifyAudit } from '../../engine/store/verify-audit.ts'
import { Terminal } from '../cli/terminal.ts'
import { simulatedWorld } from '../conformance/simulated-world.ts'
import { as, day, monday, ok } from '../conformance/stage.ts'
import { shipped } from '../waiting/walker.ts'
import { workshop } from './record-store.ts'
import { folderOf, releases } from './recorded-files.ts'

/** When people look at it: after all that was recorded. */
const later = monday + 20 * day

/** A copy of a release's store that the test may change. */
function copyOf(release: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'picket-recorded-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'store.sqlite')
  copyFileSync(folderOf(release, 'store.sqlite'), file)
  return file
}

async function hostOn(file: string, project = shipped): Promise<SqliteHost> {
  const host = new SqliteHost(await openDatabase(file), project, simulatedWorld(later).world)
  onTestFinished(() => host.close())
  return host
}

/** A terminal at the shipped processes, on a copy of the store. */
function terminalOn(release: string): Terminal {
  const terminal = new Terminal(join(import.meta.dirname, '../../workflows'))
  terminal.now = later
  copyFileSync(folderOf(release, 'store.sqlite'), terminal.database)
  return terminal
}

/** Tables and views with their columns. */
async function schemaOf(db: Database) {
  const tables = await db.kysely.introspection.getTables()
  return tables
    .map(({ name, isView, columns }) => ({ name, isView, columns: columns.map((column) => column.name).sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** How many rows each table has; what a migration keeps of itself aside. */
function rowsOf(db: Database): Readonly<Record<string, unknown>> {
  const names = db.prepare<{ name: string }>("select name from sqlite_schema where type = 'table'").all()
  const tables = names.map(({ name }) => name).filter((name) => !/^(picket|sqlite)_/.test(name))
  return Object.fromEntries(tables.map((name) => [name, db.prepare(`select count(*) as rows from "${name}"`).get()]))
}

describe.each(releases)('the store of release %s', (release) => {
  test('is brought to today’s schema, and loses nothing', async () => {
    const file = copyOf(release)
    const before = openAsItStands(file)
    const rows = rowsOf(before)
    expect([before.owner, before.schema]).toEqual(['ours', Math.min(before.schema, schemaVersion)])
    before.close()
    const db = await openDatabase(file)
    const fresh = await openDatabase(':memory:')
    expect(Object.values(db.prepare<object>('pragma user_version').get() ?? {})).toEqual([schemaVersion])
    expect(await schemaOf(db)).toEqual(await schemaOf(fresh))
    expect(rowsOf(db)).toMatchObject(rows)
    expect(db.prepare('pragma foreign_key_check').all()).toEqual([])
    db.close()
    fresh.close()
  })

  test('every journal is proved, the audit too; what was erased is said', async () => {
    const file = copyOf(release)
    const host = await hostOn(file)
    const instances = await host.instances()
    const erased: Record<string, readonly number[]> = {}
    for (const { id } of instances) {
      const proof = ok(await host.verify(id))
      if (proof.erased.length > 0) erased[id] = proof.erased
    }
    expect(erased).toEqual({ pilot: [2] })
    const db = await openDatabase(file)
    const audit = await verifyAudit(db.kysely)
    db.close()
    expect(audit).not.toHaveProperty('brokenAt')
    expect(audit.erased).toHaveLength(1)
  })

  test('every instance stands as it stood', async () => {
    const host = await hostOn(copyOf(release))
    const rows = (await host.instances()).map(({ id, status, incidents }) => [id, status, incidents])
    expect(rows).toEqual(
      expect.arrayContaining([
        ['sale-won', 'completed', 0],
        ['sale-open', 'running', 0],
        ['sale-suspended', 'suspended', 0],
        ['sale-cancelled', 'cancelled', 0],
        ['programme', 'running', 0],
        ['work-failed', 'running', 1],
        ['work-retried', 'completed', 0],
      ]),
    )
    expect(await host.comments('sale-open')).toMatchObject([{ text: 'The director is abroad', by: 'wei.qiang' }])
    const [draft] = await host.evidence((await host.tasks({ instance: 'report' }))[0]?.id ?? '')
    if (!draft) throw new Error('the draft is gone')
    expect(new TextDecoder().decode(ok(await host.evidenceBytes(draft)))).toBe('A draft of three pages')
  })

  test('what was still to be performed is performed, and what failed is retried', async () => {
    const host = await hostOn(copyOf(release), workshop)
    await host.runDue()
    await host.runDue()
    expect((await host.instance('work-pending'))?.record).toMatchObject({ output: { doubled: 42 } })
    expect((await host.instances({ process: 'events' })).map(({ key }) => key)).toEqual(['acme'])
    ok(await host.control({ operation: 'retry', instance: 'work-failed' }, as('lou')))
    expect((await host.instance('work-failed'))?.row.incidents).toBe(0)
    ok(await host.verify('work-failed'))
  })

  test('commands show it, and a task of it is completed', async () => {
    const terminal = terminalOn(release)
    const list = await terminal.on('list')
    for (const id of ['sale-open', 'sale-suspended', 'programme']) expect(list.out).toContain(id)
    const shown = await terminal.on('show sale-open')
    expect([shown.code, shown.err]).toEqual([0, ''])
    expect(shown.out).toContain('The director is abroad')
    const { tasks } = (await terminal.json('tasks --as wei.qiang')) as { tasks: { id: string; instance: string }[] }
    const task = tasks.find(({ instance }) => instance === 'sale-open')?.id ?? ''
    const done = await terminal.on(`complete ${task} --as wei.qiang`)
    expect([done.code, done.err]).toEqual([0, ''])
    expect(await terminal.json('journal verify pilot')).toMatchObject({ instance: 'pilot', erased: [2] })
  })
})
