/** A store that fails under a running host: each event hears why, nothing is half written, and the host goes on after it. */
import { copyFileSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CrashPoint } from '../../engine/host/crash-point.ts'
import { SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { isEngineError } from '../../engine/problem/engine-error.ts'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'
import { ann, clock, day, ok, PostOffice, parcel, recordOf } from './post-office.ts'

/** A host whose connection the test holds, and how often each crash point was passed. */
async function openWithConnection(office: PostOffice) {
  const first = await office.open()
  await first.close()
  const passes = new Map<CrashPoint, number>()
  const passed = (point: CrashPoint) => void passes.set(point, (passes.get(point) ?? 0) + 1)
  const db = await openDatabase(office.file, { wait: 20 })
  const { now, random, alarm } = office.world
  const host = new SqliteHost(db, office.project, { now, random, alarm, passed })
  onTestFinished(() => host.close().catch(() => undefined))
  return { host, db, passes }
}

/** The problem codes that a request failed with, thrown or answered. */
async function codeOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => 'done',
    (thrown) => (isEngineError(thrown) ? thrown.problem.code : `not an engine error: ${thrown}`),
  )
}

/** What is in the tables a step writes. */
function countsOf(db: Database): unknown {
  const count = (table: string) => `(select count(*) from ${table}) as ${table}`
  return db.prepare(`select ${['instance', 'journal', 'task', 'pending_effect'].map(count).join()}`).get()
}

/** How a connection is made to fail, with what code, and how it is mended. */
const faults: [string, string, (db: Database, office: PostOffice) => Promise<() => void>][] = [
  [
    'is full',
    'store/full',
    async (db) => {
      const pages = db.prepare<{ page_count: number }>('pragma page_count').get()?.page_count
      db.prepare(`pragma max_page_count = ${pages}`).get()
      return () => void db.prepare('pragma max_page_count = 1000000').get()
    },
  ],
  [
    'may not be written',
    'store/read-only',
    async (db) => {
      db.prepare('pragma query_only = on').run()
      return () => void db.prepare('pragma query_only = off').run()
    },
  ],
  [
    'is held by another program',
    'store/locked',
    async (_, { file }) => {
      const other = await openDatabase(file)
      other.prepare('begin immediate').run()
      return () => {
        other.prepare('commit').run()
        other.close()
      }
    },
  ],
  [
    'was taken away',
    'store/gone',
    async (_, { file }) => {
      renameSync(file, `${file}.away`)
      return () => renameSync(`${file}.away`, file)
    },
  ],
  [
    'was replaced',
    'store/gone',
    async (_, { file }) => {
      renameSync(file, `${file}.away`)
      writeFileSync(file, '')
      return () => renameSync(`${file}.away`, file)
    },
  ],
]

test.each(faults)(
  'a store that %s: every event of the group hears %s, and the next is taken',
  async (_, code, spoil) => {
    const office = new PostOffice()
    const { host, db, passes } = await openWithConnection(office)
    const note = await clock(host, office.world, 10 * day, 20 * day)
    // The first goes into a page that is there; a large one needs another.
    const text = 'x'.repeat(20_000)
    const before = { counts: countsOf(db), record: await recordOf(host, note) }
    const mend = await spoil(db, office)
    passes.clear()
    const requests = [
      ...Array.from({ length: 5 }, () => host.send({ instance: note, event: 'NOTE', data: { text } }, ann)),
      host.runDue(),
    ]
    // Of a full store, what needs no more room may still be written.
    const codes = await Promise.all(requests.map(codeOf))
    expect(codes.slice(0, 5)).toEqual(Array(5).fill(code))
    if (code === 'store/locked') expect(passes.get('commit/before')).toBe(1)
    mend()
    expect({ counts: countsOf(db), record: await recordOf(host, note) }).toEqual(before)
    ok(await host.send({ instance: note, event: 'NOTE', data: { text } }, ann))
    const id = await parcel(host)
    expect((await host.runDue()).effects).toBe(1)
    expect((await recordOf(host, id)).status).toBe('completed')
    for (const instance of [note, id]) expect(ok(await host.verify(instance)).entries).toBe(2)
  },
)

test('an action whose end cannot be written is performed again, and counted once', async () => {
  const office = new PostOffice()
  const { host, db } = await openWithConnection(office)
  const id = await parcel(host)
  let lift: () => void = () => undefined
  office.perform = () => {
    db.prepare('pragma query_only = on').run()
    lift = () => void db.prepare('pragma query_only = off').run()
    return { grams: 5 }
  }
  expect(await codeOf(host.runDue())).toBe('store/read-only')
  lift()
  office.perform = () => ({ grams: 5 })
  await office.world.advance(2 * 60_000)
  expect((await host.runDue()).effects).toBe(1)
  expect(office.keys).toEqual([`${id}/1/0`, `${id}/1/0`])
  expect(ok(await host.verify(id)).entries).toBe(2)
})

test('a log of changes that was cut off anywhere loses what came last, whole steps of it', async () => {
  const office = new PostOffice()
  const { host } = await openWithConnection(office)
  const id = await clock(host, office.world, 10 * day, 20 * day)
  for (let note = 0; note < 20; note += 1)
    ok(await host.send({ instance: id, event: 'NOTE', data: { text: `note ${note}` } }, ann))
  const size = statSync(`${office.file}-wal`).size
  const found: number[] = []
  for (let part = 0; part <= 10; part += 1) {
    const file = join(office.folder, `cut-${part}.sqlite`)
    copyFileSync(office.file, file)
    copyFileSync(`${office.file}-wal`, `${file}-wal`)
    truncateSync(`${file}-wal`, Math.floor((size * part) / 10))
    const db = await openDatabase(file)
    const cut = new SqliteHost(db, office.project, office.world)
    const view = await cut.instance(id)
    found.push(view?.record.step ?? 0)
    if (view) expect(ok(await cut.verify(id)).entries).toBe(view.record.step)
    await cut.close()
  }
  expect(found).toEqual([...found].sort((a, b) => a - b))
  expect(found.at(-1)).toBe(21)
})

test.each([
  ['in the middle', 0.5, 'store/damaged'],
  ['after its first page', 0.1, 'store/damaged'],
  ['in its header', 0.0001, 'store/not-a-database'],
])('a file that was cut off %s is not opened, and left as it is', async (_, part, code) => {
  const office = new PostOffice()
  const { host, db } = await openWithConnection(office)
  await clock(host, office.world, 10 * day, 20 * day)
  db.prepare('pragma wal_checkpoint(truncate)').get()
  await host.close()
  const file = join(office.folder, 'cut.sqlite')
  copyFileSync(office.file, file)
  truncateSync(file, Math.ceil(statSync(file).size * part))
  const bytes = readFileSync(file)
  expect(await codeOf(openDatabase(file))).toBe(code)
  expect(readFileSync(file).equals(bytes)).toBe(true)
})
