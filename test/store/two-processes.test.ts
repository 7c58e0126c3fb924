import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadInstance } from '../../engine/store/load-instance.ts'
import { schemaVersion } from '../../engine/store/migrations.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { insertStep, KnownRows } from '../../engine/store/write-step.ts'
import { record, savePins, stepOf } from './samples.ts'

const run = promisify(execFile)
const program = fileURLToPath(new URL('./second-process.ts', import.meta.url))
// Inside node_modules, so that the bundle finds the driver beside it.
const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))

let folder: string
let bundle: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'picket-two-'))
  mkdirSync(cache, { recursive: true })
  bundle = join(mkdtempSync(join(cache, 'picket-two-')), 'second-process.mjs')
  await build({
    entryPoints: [program],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(bundle, '..'), { recursive: true, force: true })
})

it('two programs on one file both commit, notice one another, and lose nothing', async () => {
  const file = join(folder, 'shared.db')
  const db = await openDatabase(file)
  db.transaction(() => {
    savePins(db)
    insertStep(db, new KnownRows(db), stepOf(record('shared')))
  })
  const before = db.dataVersion()
  await Promise.all([1, 2].map(() => run(process.execPath, [bundle, file, '200'])))
  expect(loadInstance(db, 'shared')?.record.step).toBe(401)
  const steps = db.prepare<{ step: number }>('select step from journal order by row').all()
  expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 401 }, (_, index) => index + 1))
  expect(db.dataVersion()).not.toBe(before)
  db.close()
}, 60_000)

it('two programs that find no file create one store', async () => {
  const file = join(folder, 'new.db')
  await Promise.all([1, 2, 3].map(() => run(process.execPath, [bundle, file, '0'])))
  const db = await openDatabase(file)
  expect(db.prepare<{ count: number }>('select count(*) as count from picket_migration').get()?.count).toBe(
    schemaVersion,
  )
  db.close()
}, 60_000)

it('a program gets in beside one that commits without pause', async () => {
  const [file, end] = [join(folder, 'busy.db'), join(folder, 'end')]
  const db = await openDatabase(file)
  db.transaction(() => {
    savePins(db)
    insertStep(db, new KnownRows(db), stepOf(record('shared')))
  })
  const before = db.dataVersion()
  const other = run(process.execPath, [bundle, file, 'on', end])
  while (db.dataVersion() === before) await new Promise((resolve) => setImmediate(resolve))
  const steps = new Set<number>()
  // Between twenty of its steps. Each time would throw that the store is locked, had it waited in vain.
  while (steps.size < 20) steps.add(db.transaction(() => loadInstance(db, 'shared')?.record.step ?? 0))
  writeFileSync(end, '')
  await other
  expect([...steps]).toEqual([...steps].sort((a, b) => a - b))
  db.close()
}, 60_000)
