/** A store copied while it is worked on, and put back: whole, proved, and never over something else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backupStore, restoreStore } from '../../engine/host/sqlite/backup-store.ts'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { crew, performed } from '../conformance/crew-plugin.ts'
import { projectOfFolder } from '../conformance/project-of-folder.ts'
import { simulatedWorld } from '../conformance/simulated-world.ts'
import { as, codes, monday, ok } from '../conformance/stage.ts'

const project = projectOfFolder(join(import.meta.dirname, '../conformance/processes'), [crew])

/**
 * A store in a folder of its own, with an instance at its first task; and a place for a store that no connection of
 * this program had open, since the driver lets go of a file only when its statements are collected.
 */
async function started() {
  const folder = mkdtempSync(join(tmpdir(), 'picket-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const store = join(folder, 'store.sqlite')
  const open = (file: string) => openSqliteHost({ project, file, world: simulatedWorld(monday).world })
  const host = await open(store)
  if (project.organisation) await host.loadPeople(project.organisation, { remove: false, at: monday }, as('lou'))
  const { instance } = ok(await host.start({ process: 'tasks', input: {} }, as('lou')))
  onTestFinished(() => host.close().catch(() => undefined))
  return {
    folder,
    store,
    backup: join(folder, 'backup.sqlite'),
    other: join(folder, 'other.sqlite'),
    host,
    open,
    instance,
  }
}

async function hand(host: SqliteHost, instance: string): Promise<void> {
  const [task] = await host.tasks({ instance })
  const evidence = [{ kind: 'draft', url: 'https://example.org/draft' }]
  ok(await host.complete({ task: task?.id ?? '', form: { pages: 3 }, evidence }, as('ann')))
}

test('a backup made while the store is open is the store at that moment, and put back it is proved and goes on', async () => {
  const { folder, store, backup, other, host, open, instance } = await started()
  expect(ok(await backupStore(store, backup))).toEqual({ instances: 1, entries: 1, lastAt: monday, pending: 0 })
  await hand(host, instance)
  expect(ok(await backupStore(store, other))).toMatchObject({ entries: 2 })
  expect(ok(await restoreStore(other, backup))).toEqual({
    instances: 1,
    entries: 1,
    lastAt: monday,
    pending: 0,
    kept: `${other}.before-restore`,
  })
  expect(readdirSync(folder).filter((name) => !name.startsWith('store'))).toEqual([
    'backup.sqlite',
    'other.sqlite',
    'other.sqlite.before-restore',
  ])
  expect(ok(await restoreStore(other, `${other}.before-restore`))).toMatchObject({
    kept: `${other}.before-restore-2`,
    entries: 2,
  })
  ok(await restoreStore(other, `${other}.before-restore-2`))
  const again = await open(other)
  expect(ok(await again.verify(instance)).entries).toBe(1)
  await hand(again, instance)
  expect(ok(await again.verify(instance)).entries).toBe(2)
  await again.close()
})

test('where there is no store yet, the backup becomes it', async () => {
  const { store, backup, other, open } = await started()
  ok(await backupStore(store, backup))
  expect(ok(await restoreStore(other, backup))).not.toHaveProperty('kept')
  const restored = await open(other)
  expect(await restored.instances()).toHaveLength(1)
  await restored.close()
})

test('a backup holds what another connection has committed and its log still holds, never half a commit', async () => {
  const { store, backup } = await started()
  const other = await openDatabase(store)
  other.prepare('begin immediate').run()
  other.prepare("insert into meta (key, value) values ('half', 'done')").run()
  ok(await backupStore(store, backup))
  other.prepare('rollback').run()
  other.close()
  const copied = await openDatabase(backup)
  expect(copied.prepare('select key from meta').all()).toEqual([{ key: 'organisation' }])
  copied.close()
})

test('what was to be performed at the backup is performed again under the same key, and counts once', async () => {
  const { store, backup, other, host, open } = await started()
  performed.clear()
  const { instance } = ok(await host.start({ process: 'actions', input: { value: 4 } }, as('lou')))
  expect(ok(await backupStore(store, backup))).toMatchObject({ pending: 1 })
  await host.runDue()
  ok(await backupStore(store, other))
  ok(await restoreStore(other, backup))
  const again = await open(other)
  await again.runDue()
  expect([...performed.values()]).toEqual([2])
  expect(ok(await again.verify(instance)).entries).toBe(2)
  await again.close()
})

test('nothing is written over, and nothing is left behind', async () => {
  const { folder, store, backup } = await started()
  writeFileSync(backup, 'mine')
  expect(codes(await backupStore(store, backup))).toEqual(['store/file-there'])
  expect(readFileSync(backup, 'utf8')).toBe('mine')
  expect(codes(await backupStore(store, join(folder, 'none', 'backup.sqlite')))).toEqual(['store/cannot-open'])
  expect(readdirSync(folder).filter((name) => !name.startsWith('store'))).toEqual(['backup.sqlite'])
})

test('a store that is open anywhere is not replaced', async () => {
  const { folder, store, backup, host } = await started()
  ok(await backupStore(store, backup))
  expect(codes(await restoreStore(store, backup))).toEqual(['store/in-use'])
  expect(readdirSync(folder).filter((name) => /part|before|restored/.test(name))).toEqual([])
  expect(await host.instances()).toHaveLength(1)
})

test.each([
  ['no file', () => undefined, 'store/cannot-open'],
  ['a text', (file: string) => writeFileSync(file, 'no database at all, '.repeat(400)), 'store/not-a-database'],
  ['an empty file', (file: string) => writeFileSync(file, ''), 'store/foreign-database'],
  ['the database of another program', (file: string) => mark(file, 'application_id = 7'), 'store/foreign-database'],
  ['a store of a newer program', (file: string) => mark(file, 'user_version = 99'), 'store/newer-schema'],
  ['a store cut off', (file: string) => truncateSync(file, 8192), 'store/damaged'],
])('%s is not put back', async (_, make, code) => {
  const { store, backup, other } = await started()
  ok(await backupStore(store, backup))
  ok(await backupStore(store, other))
  const before = readFileSync(other)
  if (code === 'store/cannot-open') rmSync(backup)
  await make(backup)
  expect(codes(await restoreStore(other, backup))).toEqual([code])
  expect(readFileSync(other).equals(before)).toBe(true)
})

test('a store that is damaged is replaced and kept with its log', async () => {
  const { store, backup, other, open } = await started()
  ok(await backupStore(store, backup))
  writeFileSync(other, 'no database at all, '.repeat(400))
  writeFileSync(`${other}-wal`, 'no log')
  expect(ok(await restoreStore(other, backup)).kept).toBe(`${other}.before-restore`)
  expect(readFileSync(`${other}.before-restore`, 'utf8')).toContain('no database')
  const restored = await open(other)
  expect(await restored.instances()).toHaveLength(1)
  await restored.close()
})

test('the database of another program is not replaced', async () => {
  const { store, backup, other } = await started()
  ok(await backupStore(store, backup))
  ok(await backupStore(store, other))
  await mark(other, 'application_id = 7')
  expect(codes(await restoreStore(other, backup))).toEqual(['store/foreign-database'])
})

async function mark(file: string, pragma: string): Promise<void> {
  const db = await openDatabase(file)
  db.prepare(`pragma ${pragma}`).all()
  db.prepare('pragma journal_mode = delete').all()
  db.close()
}
