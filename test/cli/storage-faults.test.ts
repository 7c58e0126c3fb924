/** A store that cannot be used, at the command line: a problem in the reader's language, exit code 3, nothing written. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schemaVersion } from '../../engine/store/migrations.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { PicketProgram } from './picket-program.ts'
import { Terminal } from './terminal.ts'

let program: PicketProgram
beforeAll(async () => {
  program = await PicketProgram.build()
})
afterAll(() => program.clear())

/** A store with a programme in it, closed. */
async function storeOf(terminal: Terminal): Promise<string> {
  await terminal.start()
  return terminal.database
}

async function change(file: string, ...statements: string[]): Promise<void> {
  const db = await openDatabase(file)
  for (const sql of statements) db.prepare(sql).all()
  db.close()
}

/** What is wrong with the store, the code it is told with, and how it is brought about. */
const faults: [string, string, (file: string) => Promise<void> | void][] = [
  ['no database', 'store/not-a-database', (file) => writeFileSync(file, 'no database, '.repeat(100))],
  ['another program’s', 'store/foreign-database', (file) => change(file, 'pragma application_id = 7')],
  ['a newer version’s', 'store/newer-schema', (file) => change(file, `pragma user_version = ${schemaVersion + 1}`)],
  ['cut off', 'store/damaged', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  [
    'a folder',
    'store/cannot-open',
    (file) => {
      rmSync(file)
      mkdirSync(file)
    },
  ],
  ['in a folder that is gone', 'store/no-directory', (file) => rmSync(dirname(file), { recursive: true })],
]

test.each(faults)('a store that is %s: %s, and the store as it was works again', async (_, code, spoil) => {
  const terminal = new Terminal()
  const file = await storeOf(terminal)
  const good = readFileSync(file)
  await spoil(file)
  const bytes = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined
  for (const words of ['list', 'tasks', 'send hope START --set step=preparation --as chen.jing', 'run --until-idle']) {
    const { out, err, code: exit } = await terminal.on(...words.split(' '), '--json')
    expect({ exit, err, codes: codesOf(out) }, words).toEqual({ exit: 3, err: '', codes: [code] })
  }
  const [en, zh] = [await terminal.on('list', '--locale', 'en'), await terminal.on('list', '--locale', 'zh')]
  expect(zh.err).toMatch(/[一-龥]/)
  for (const { out, err } of [en, zh]) {
    expect(out).toBe('')
    expect(err).toContain(code)
    expect(err).not.toMatch(/\n\s+at |node:internal/)
  }
  if (bytes) expect(readFileSync(file).equals(bytes)).toBe(true)
  for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { recursive: true, force: true })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, good)
  expect((await terminal.json('list')).instances).toHaveLength(1)
})

function codesOf(out: string): string[] {
  const { problems = [] }: { problems?: { code: string }[] } = JSON.parse(out)
  return problems.map(({ code }) => code)
}

describe('as a program', { timeout: 240_000 }, () => {
  test('it waits for a store that is locked, and then says so; released, it works', async () => {
    const terminal = new Terminal()
    const file = await storeOf(terminal)
    const other = await openDatabase(file)
    other.prepare('begin immediate').run()
    const start = `start programme --set company=Late --as chen.jing --json --database ${file}`
    const { out, code } = await program.run(start)
    expect({ code, codes: codesOf(out) }).toEqual({ code: 3, codes: ['store/locked'] })
    // Who only reads need not wait.
    expect(await program.run(`list --database ${file}`)).toMatchObject({ code: 0, err: '' })
    other.prepare('commit').run()
    other.close()
    expect((await program.run(start)).code).toBe(0)
    expect((await terminal.json('list')).instances).toHaveLength(2)
  })

  test('a store that may not be written is said to be so', async () => {
    const terminal = new Terminal()
    const file = await storeOf(terminal)
    chmodSync(terminal.folder, 0o555)
    chmodSync(file, 0o444)
    // The superuser may write everything: then the program runs as nobody.
    const how = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const { out, code } = await program.run(
      `start programme --set company=Late --as chen.jing --json --database ${file}`,
      how,
    )
    expect(code).toBe(3)
    expect(['store/read-only', 'store/cannot-open']).toContain(codesOf(out)[0])
    chmodSync(terminal.folder, 0o755)
    chmodSync(file, 0o644)
    expect((await terminal.json('list')).instances).toHaveLength(1)
  })

  test('a disk on which there is no room: nothing half written', async () => {
    const terminal = new Terminal()
    const file = await storeOf(terminal)
    const copy = join(terminal.folder, 'copy.sqlite')
    copyFileSync(file, copy)
    const start = `start programme --set company=Late --as chen.jing --json --database ${copy}`
    const { out, code } = await program.run(start, { blocks: 8 })
    expect(code).toBe(3)
    expect(['store/full', 'store/failed', 'store/cannot-open']).toContain(codesOf(out)[0])
    expect((await program.run(`list --json --database ${copy}`)).out).toBe(
      (await program.run(`list --json --database ${file}`)).out,
    )
    expect((await program.run(start)).code).toBe(0)
  })
})
