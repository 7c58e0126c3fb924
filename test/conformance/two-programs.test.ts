/** Programs that share one file: hosts that take turns, and real processes side by side. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupStore, restoreStore } from '../../engine/host/sqlite/backup-store.ts'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { crew, performed } from './crew-plugin.ts'
import { projectOfFolder } from './project-of-folder.ts'
import { simulatedWorld } from './simulated-world.ts'
import { as, codes, day, monday, ok } from './stage.ts'

const run = promisify(execFile)
const processes = join(import.meta.dirname, 'processes')
// Inside node_modules, so that the bundle finds the driver beside it.
const cache = join(import.meta.dirname, '../../node_modules/.cache')
const project = projectOfFolder(processes, [crew])

let folder: string
let bundle: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'picket-programs-'))
  mkdirSync(cache, { recursive: true })
  bundle = join(mkdtempSync(join(cache, 'picket-programs-')), 'second-host.mjs')
  const shape = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const
  await build({ entryPoints: [join(import.meta.dirname, 'second-host.ts')], outfile: bundle, ...shape })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(bundle, '..'), { recursive: true, force: true })
})

async function openBoth(
  name: string,
): Promise<{ hosts: readonly [SqliteHost, SqliteHost]; clock: ReturnType<typeof simulatedWorld>['clock'] }> {
  const { clock, world } = simulatedWorld(monday)
  const open = () => openSqliteHost({ project, file: join(folder, name), world })
  const hosts = [await open(), await open()] as const
  if (project.organisation) await hosts[0].loadPeople(project.organisation, { remove: false, at: monday }, as('lou'))
  return { hosts, clock }
}

test('two hosts on one file take turns on one instance, each sees what the other did', async () => {
  const { hosts } = await openBoth('turns.sqlite')
  const [one, two] = hosts
  const { instance } = ok(
    await one.start({ process: 'events', input: { customer: 'acme' }, params: { most: 100 } }, as('ann')),
  )
  expect(ok(await two.start({ process: 'events', input: { customer: 'acme' } }, as('ann'))).found).toBe(true)
  for (let turn = 0; turn < 20; turn += 1) {
    const host = turn % 2 === 0 ? one : two
    const moved = ok(await host.send({ instance, event: 'ADD', data: { count: 1 } }, as('ann')))
    expect(moved.record.data.count).toBe(turn + 1)
  }
  ok(await two.send({ instance, event: 'CLOSE' }, as('lou')))
  expect(codes(await one.send({ instance, event: 'CLOSE' }, as('lou')))).toEqual(['step/ended'])
  expect(ok(await one.verify(instance)).entries).toBe(22)
  for (const host of hosts) await host.close()
})

test('two workers on one file fire each timer and perform each action once', async () => {
  performed.clear()
  const { hosts, clock } = await openBoth('workers.sqlite')
  const [one, two] = hosts
  const made: string[] = []
  for (let each = 0; each < 10; each += 1) {
    made.push(ok(await one.start({ process: 'timers', input: { kind: 'after' } }, as('ann'))).instance)
    made.push(ok(await two.start({ process: 'actions', input: { value: 100 + each } }, as('ann'))).instance)
  }
  await clock.advance(4 * day)
  const worked = await Promise.all([one.runDue(), two.runDue()])
  expect(worked.reduce((sum, { timers }) => sum + timers, 0)).toBe(20)
  expect([...performed.values()]).toEqual(Array(10).fill(1))
  for (const id of made) {
    expect((await one.instance(id))?.record.status, id).toBe('completed')
    expect(await two.verify(id)).toMatchObject({ ok: true })
  }
  for (const host of hosts) await host.close()
})

test('two programs at the same time lose no event and write none twice', async () => {
  const { hosts } = await openBoth('programs.sqlite')
  const [host, other] = hosts
  await other.close()
  const { instance } = ok(
    await host.start({ process: 'events', input: { customer: 'acme' }, params: { most: 1000 } }, as('ann')),
  )
  const file = join(folder, 'programs.sqlite')
  await Promise.all([1, 2].map(() => run(process.execPath, [bundle, processes, file, instance, '25'])))
  expect((await host.instance(instance))?.record).toMatchObject({ step: 51, data: { count: 50 } })
  expect(ok(await host.verify(instance)).entries).toBe(51)
  await host.close()
})

test('while another program writes, each backup is whole, and nothing can be put in the place of its store', async () => {
  const { hosts } = await openBoth('backups.sqlite')
  const [host, other] = hosts
  await other.close()
  const { instance } = ok(
    await host.start({ process: 'events', input: { customer: 'acme' }, params: { most: 1000 } }, as('ann')),
  )
  const file = join(folder, 'backups.sqlite')
  const writing = run(process.execPath, [bundle, processes, file, instance, '40'])
  let isOver = false
  void writing.finally(() => {
    isOver = true
  })
  const copies: string[] = []
  while (!isOver && copies.length < 5) {
    const copy = join(folder, `copy-${copies.length}.sqlite`)
    ok(await backupStore(file, copy))
    copies.push(copy)
    expect(codes(await restoreStore(file, copy))).toEqual(['store/in-use'])
    await setImmediate()
  }
  await writing
  expect((await host.instance(instance))?.record).toMatchObject({ step: 41, data: { count: 40 } })
  await host.close()
  for (const copy of copies) {
    const copied = await openSqliteHost({ project, file: copy })
    expect(ok(await copied.verify(instance)).entries).toBeGreaterThan(0)
    await copied.close()
  }
})
