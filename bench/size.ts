/** What waiting instances cost: memory of the process, bytes of the file, time to open it. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Project, SqliteHost } from '../engine/index.ts'
import { openDatabase } from '../engine/store/open-database.ts'
import { type Figure, median } from './figure.ts'
import { inFolder } from './in-folder.ts'
import { saleProject } from './sale.ts'
import { openSales, startSales } from './throughput.ts'

const FEW = 1000
const MANY = 20_000
const ROUNDS = 7
/** So many are started at once: what is in flight is not what is measured. */
const AT_ONCE = 250

export function sizeFigures(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const project = saleProject()
    const [full, empty] = [join(folder, 'full.sqlite'), join(folder, 'empty.sqlite')]
    await (await openSales(project, empty)).close()
    const { memory, bytes } = await fill(project, full)
    return [
      {
        what: 'resident memory a thousand waiting, from 1,000 to 20,000',
        value: memory / 2 ** 20,
        unit: 'MB',
        target: { most: 2 },
      },
      { what: 'bytes on disk a waiting instance', value: bytes, unit: 'bytes', target: { most: 500 } },
      await opening(full, empty),
    ]
  })
}

async function fill(project: Project, file: string): Promise<{ readonly memory: number; readonly bytes: number }> {
  const host = await openSales(project, file)
  await startMany(host, 0, FEW)
  const before = { memory: settled(), bytes: await sizeOf(file) }
  await startMany(host, FEW, MANY)
  const after = { memory: settled(), bytes: await sizeOf(file) }
  await host.close()
  return {
    memory: (after.memory - before.memory) / ((MANY - FEW) / 1000),
    bytes: (after.bytes - before.bytes) / (MANY - FEW),
  }
}

async function startMany(host: SqliteHost, from: number, to: number): Promise<void> {
  for (let next = from; next < to; next += AT_ONCE) await startSales(host, 'sale', next, Math.min(next + AT_ONCE, to))
}

/** Bytes the process holds once garbage is collected. */
function settled(): number {
  if (!globalThis.gc) throw new Error('run with --expose-gc')
  for (let times = 0; times < 3; times += 1) globalThis.gc()
  return process.memoryUsage.rss()
}

/** Bytes of the file with its log written back into it. */
async function sizeOf(file: string): Promise<number> {
  const db = await openDatabase(file)
  db.prepare('pragma wal_checkpoint(truncate)').get()
  db.close()
  return statSync(file).size
}

async function opening(full: string, empty: string): Promise<Figure> {
  const times = { full: [] as number[], empty: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.empty.push(await openTime(empty))
    times.full.push(await openTime(full))
  }
  const [many, none] = [median(times.full), median(times.empty)]
  return {
    what: 'opening a store with 20,000 waiting, against an empty one',
    value: many / none,
    unit: 'x',
    target: { most: 1.3 },
    note: `${many.toFixed(1)} ms to ${none.toFixed(1)} ms`,
  }
}

async function openTime(file: string): Promise<number> {
  const begun = performance.now()
  for (let times = 0; times < 20; times += 1) (await openDatabase(file)).close()
  return (performance.now() - begun) / 20
}
