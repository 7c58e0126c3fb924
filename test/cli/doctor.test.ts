/** The doctor at the command line: each finding with the fault that makes it, on real files. */

import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Machine, WithFile } from '../../cli/doctor/question.ts'
import { driver } from '../../cli/doctor/questions/driver.ts'
import { judgeRoom } from '../../cli/doctor/questions/free-room.ts'
import { logSize } from '../../cli/doctor/questions/log-size.ts'
import { nodeVersion, oldestNode } from '../../cli/doctor/questions/node-version.ts'
import { ofFile, ofMachine, ofProject, ofStore } from '../../cli/doctor/questions.ts'
import { doctorCodes } from '../../engine/problem/catalog/doctor.ts'
import { problem } from '../../engine/problem/catalog.ts'
import { EngineError } from '../../engine/problem/engine-error.ts'
import type { Problem } from '../../engine/problem/problem.ts'
import { type Database, openAsItStands, openDatabase } from '../../engine/store/open-database.ts'
import { day, sampleProject, Terminal } from './terminal.ts'

/** Codes the tests below have met, so that none of the catalogue is left untried. */
const met = new Set<string>()

interface Diagnosis {
  readonly code: number
  readonly asked: readonly string[]
  readonly problems: readonly { readonly code: string; readonly severity: string; readonly message: string }[]
}

async function diagnose(terminal: Terminal, ...words: string[]): Promise<Diagnosis> {
  const { out, code } = await terminal.on('doctor', '--json', ...words)
  const diagnosis = JSON.parse(out)
  for (const found of diagnosis.problems) met.add(found.code)
  return { code, ...diagnosis }
}

/** A change made behind the program's back. */
function tamper(file: string, change: (db: Database) => void): void {
  const db = openAsItStands(file)
  change(db)
  db.close()
}

function run(file: string, ...statements: readonly string[]): void {
  tamper(file, (db) => {
    for (const statement of statements) db.prepare(statement).run()
  })
}

/** A programme with one step under way, and a folder of its own for its definitions. */
async function started(): Promise<Terminal> {
  const terminal = new Terminal()
  terminal.directory = join(terminal.folder, 'project')
  cpSync(sampleProject, terminal.directory, { recursive: true })
  await terminal.start()
  await terminal.on('send hope START --set step=preparation --as chen.jing')
  return terminal
}

test('nothing is wrong, said in both languages, and nothing is changed', async () => {
  const terminal = await started()
  const before = readFileSync(terminal.database)
  const healthy = await terminal.on('doctor')
  expect(healthy).toMatchObject({ code: 0, err: '' })
  expect(healthy.out).toBe('21 questions asked, nothing is wrong.\n')
  expect((await terminal.on('doctor --full --locale zh')).out).toBe('已检查21项，没有发现问题。\n')
  const { asked } = await diagnose(terminal)
  const all = [...ofMachine, ...ofProject, ...ofFile, ...ofStore].map(({ id }) => id)
  expect(asked.toSorted()).toEqual([...all, 'project', 'store'].toSorted())
  expect(readFileSync(terminal.database).equals(before)).toBe(true)
})

describe('the machine', () => {
  const machine = (over: Partial<Machine>): Machine => ({
    now: 0,
    node: '20.19.0',
    engine: {} as Machine['engine'],
    ...over,
  })
  const codes = async (found: Promise<readonly Problem[]> | readonly Problem[]) => {
    const all = (await found).map(({ code }) => code)
    for (const code of all) met.add(code)
    return all
  }

  test('needs the Node that package.json names', async () => {
    const { engines } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    expect(engines.node).toBe(`>=${oldestNode}`)
    expect(await codes(nodeVersion.ask(machine({ node: '20.18.3' })))).toEqual(['doctor/old-node'])
    expect(await codes(nodeVersion.ask(machine({ node: '18.20.0' })))).toEqual(['doctor/old-node'])
    for (const node of ['20.19.0', '22.1.0', '26.10.0'])
      expect(await codes(nodeVersion.ask(machine({ node })))).toEqual([])
  })

  test('needs a driver', async () => {
    const lookAtStore = () => Promise.reject(new EngineError(problem('store/no-driver', {})))
    const engine = { lookAtStore } as unknown as Machine['engine']
    expect(await codes(driver.ask(machine({ engine })))).toEqual(['store/no-driver'])
  })

  test('needs room on its disk', async () => {
    expect(await codes(judgeRoom('store.sqlite', 99 * 1024 * 1024))).toEqual(['doctor/little-room'])
    expect(await codes(judgeRoom('store.sqlite', 101 * 1024 * 1024))).toEqual([])
  })

  test('keeps a log that is folded in', async () => {
    const file = join(new Terminal().folder, 'x.sqlite')
    writeFileSync(`${file}-wal`, '')
    expect(await codes(logSize.ask({ file } as WithFile))).toEqual([])
    truncateSync(`${file}-wal`, 80 * 1024 * 1024)
    expect(await codes(logSize.ask({ file } as WithFile))).toEqual(['doctor/long-log'])
  })
})

describe('the project', () => {
  test('is not there', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    const { code, problems, asked } = await diagnose(terminal)
    expect([code, problems.map((found) => found.code)]).toEqual([1, ['cli/no-project']])
    expect(asked).toEqual(['node-version', 'driver', 'project'])
  })

  test('has faults, or warns', async () => {
    const terminal = await started()
    const organisation = join(terminal.directory, 'organisation.yaml')
    const text = readFileSync(organisation, 'utf8')
    writeFileSync(organisation, text.replace('roles:\n', 'roles:\n  ghost: { title: { en: Ghost, zh: 幽灵 } }\n'))
    expect(await diagnose(terminal)).toMatchObject({
      code: 0,
      problems: [{ code: 'doctor/project-warns', severity: 'warning' }],
    })
    const process = join(terminal.directory, 'programme.yaml')
    writeFileSync(process, readFileSync(process, 'utf8').replace('initial: running', 'initial: runing'))
    expect(await diagnose(terminal)).toMatchObject({ code: 1, problems: [{ code: 'doctor/project-faulty' }] })
  })

  test('has a calendar that ends soon, or has ended', async () => {
    const terminal = new Terminal()
    const found = async (date: string) => {
      terminal.now = Date.parse(`${date}T12:00:00Z`)
      const { code, problems } = await diagnose(terminal)
      return [code, ...problems.map((each) => each.code).filter((each) => each.includes('calendar'))]
    }
    expect(await found('2027-10-31')).toEqual([0])
    expect(await found('2027-11-01')).toEqual([0, 'doctor/calendar-ends'])
    expect(await found('2027-12-31')).toEqual([0, 'doctor/calendar-ends'])
    expect(await found('2028-01-01')).toEqual([0, 'doctor/calendar-over'])
  })
})

describe("the store's file", () => {
  test.each<[string, (file: string) => void, number]>([
    ['doctor/no-store', () => undefined, 0],
    ['store/foreign-database', (file) => run(file, 'create table theirs (x)'), 1],
    [
      'store/not-a-database',
      (file) => writeFileSync(file, 'a letter, and not a database, of more than a page'.repeat(200)),
      1,
    ],
  ])('%s', async (found, make, exit) => {
    const terminal = new Terminal()
    make(terminal.database)
    const { code, problems, asked } = await diagnose(terminal)
    expect([code, problems.map((each) => each.code)]).toEqual([exit, [found]])
    expect(asked).not.toContain('people')
  })

  test('is of another schema, and stays so', async () => {
    const terminal = await started()
    run(terminal.database, 'pragma user_version = 99')
    expect(await diagnose(terminal)).toMatchObject({ code: 1, problems: [{ code: 'store/newer-schema' }] })
    run(terminal.database, 'pragma user_version = 0')
    expect(await diagnose(terminal)).toMatchObject({ code: 0, problems: [{ code: 'doctor/older-schema' }] })
    tamper(terminal.database, (db) => expect(db.prepare('pragma user_version').get()).toEqual({ user_version: 0 }))
  })

  test('is locked', async () => {
    const terminal = await started()
    const other = openAsItStands(terminal.database)
    other.prepare('begin immediate').run()
    const { code, problems } = await diagnose(terminal)
    other.prepare('rollback').run()
    other.close()
    expect([code, problems.map((each) => each.code)]).toEqual([1, ['store/locked']])
  })

  test('is damaged', async () => {
    const terminal = await started()
    tamper(terminal.database, (db) => db.prepare('pragma wal_checkpoint(truncate)').get())
    const bytes = readFileSync(terminal.database)
    bytes.fill(0xab, 4096 * 3, 4096 * 6)
    writeFileSync(terminal.database, bytes)
    const { code, problems } = await diagnose(terminal)
    expect([code, problems[0]?.code]).toEqual([1, 'store/damaged'])
  })
})

describe('what runs', () => {
  test('knows nobody, or nobody for a role', async () => {
    const terminal = new Terminal()
    ;(await openDatabase(terminal.database)).close()
    expect(await diagnose(terminal)).toMatchObject({ code: 1, problems: [{ code: 'doctor/nobody-loaded' }] })
    await terminal.start()
    run(terminal.database, "delete from person_role where role = 'project-manager'")
    const { problems } = await diagnose(terminal)
    expect(problems).toMatchObject([
      { code: 'doctor/roles-unheld', message: expect.stringContaining('project-manager') },
    ])
  })

  test('has timers that no worker works off', async () => {
    const terminal = await started()
    terminal.now += 9 * day
    const { code, problems } = await diagnose(terminal)
    expect([code, problems]).toMatchObject([
      1,
      [{ code: 'doctor/overdue-timers', message: expect.stringContaining('by 4 days (programme-hope)') }],
    ])
    expect((await terminal.on('doctor --locale zh')).err).toContain('最早的已过4天（programme-hope）')
    await terminal.on('run --until-idle')
    expect((await diagnose(terminal)).problems).toEqual([])
  })

  test('has timers that a worker holds and does not finish', async () => {
    const terminal = await started()
    terminal.now += 9 * day
    run(terminal.database, `update instance set lease_by = 'worker-1', lease_until = ${terminal.now + 3_600_000}`)
    const { code, problems } = await diagnose(terminal)
    expect([code, problems]).toMatchObject([
      0,
      [{ code: 'doctor/held-work', message: expect.stringContaining('worker-1') }],
    ])
  })

  test('has effects that wait, fail or failed for good', async () => {
    const terminal = await started()
    const columns = '(id, instance, kind, body, due_at, attempts, error, incident)'
    const effect = (id: string, dueAt: number, error: string, incident: string) =>
      `insert into pending_effect ${columns} select '${id}', row, 'notify', '{}', ${dueAt}, 2, ${error}, ${incident} from instance`
    run(terminal.database, effect('late', terminal.now - day, 'null', 'null'))
    expect(await diagnose(terminal)).toMatchObject({ code: 1, problems: [{ code: 'doctor/overdue-effects' }] })
    run(terminal.database, 'delete from pending_effect', effect('failing', terminal.now + day, "'no route'", 'null'))
    const failing = await diagnose(terminal)
    expect(failing).toMatchObject({ code: 0, problems: [{ code: 'doctor/failing-effect' }] })
    expect(failing.problems[0]?.message).toContain('no route')
    run(terminal.database, 'delete from pending_effect', effect('gone', terminal.now - day, "'no route'", "'{}'"))
    run(terminal.database, 'update instance set incidents = 1')
    expect(await diagnose(terminal)).toMatchObject({ code: 1, problems: [{ code: 'doctor/incidents' }] })
  })

  test('is on a definition that is older than on disk, or lost', async () => {
    const terminal = await started()
    const process = join(terminal.directory, 'programme.yaml')
    writeFileSync(process, readFileSync(process, 'utf8').replace('version: 1.0.0', 'version: 1.1.0'))
    const older = await diagnose(terminal)
    expect(older).toMatchObject({ code: 0, problems: [{ code: 'doctor/older-definition' }] })
    expect(older.problems[0]?.message).toContain('1 instances run on programme 1.0.0 as it was; on disk is 1.1.0')
    run(terminal.database, "update definition set source = 'nothing of it'")
    const lost = await diagnose(terminal)
    expect([lost.code, lost.problems.map(({ code }) => code)]).toEqual([
      1,
      ['host/definition-lost', 'doctor/journal-broken'],
    ])
  })

  test('has a journal, or an audit, that was changed', async () => {
    const terminal = await started()
    run(terminal.database, "update audit set operation = 'other' where row = 1")
    expect(await diagnose(terminal)).toMatchObject({ code: 1, problems: [{ code: 'doctor/audit-broken' }] })
    run(terminal.database, "update journal set payload = replace(payload, 'Hope', 'Dope') where step = 1")
    const { problems } = await diagnose(terminal)
    expect(problems).toMatchObject([
      { code: 'doctor/journal-broken', reasons: [{ code: 'journal/changed-payload' }] },
      { code: 'doctor/audit-broken' },
    ])
  })

  test('proves the journals that moved last, and all where it is asked to', async () => {
    const terminal = await started()
    terminal.now += 60_000
    for (let index = 1; index <= 20; index++) {
      await terminal.on(`start programme --set company=c${index} --id c-${index} --as chen.jing`)
    }
    run(terminal.database, "update journal set hash = x'00' where instance = 1 and step = 1")
    expect((await diagnose(terminal)).problems).toEqual([])
    expect((await diagnose(terminal, '--full')).problems).toMatchObject([{ code: 'doctor/journal-broken' }])
  })

  test('was written after the time this machine has', async () => {
    const terminal = await started()
    terminal.now -= day
    expect(await diagnose(terminal)).toMatchObject({
      code: 1,
      problems: [{ code: 'doctor/clock-behind', message: expect.stringContaining('1 day') }],
    })
  })
})

afterAll(() => {
  const untried = Object.keys(doctorCodes).filter((code) => !met.has(code))
  expect(untried).toEqual([])
})
