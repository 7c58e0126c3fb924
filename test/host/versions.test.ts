import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/expression/type.ts'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import type { Answer } from '../../engine/problem/problem.ts'
import { loadProject } from '../../engine/project/load-project.ts'

const DAY = 86_400_000
const MONDAY = Date.parse('2026-01-05T01:00:00Z')
const ann = { person: 'ann', via: 'cli', proved: false } as const

const files = {
  'picket.yaml': `project: sample
name: { en: Sample }
locale: en
languages: [en]
zone: Asia/Shanghai
currency: CNY
store: { sqlite: picket.sqlite }
calendar: office
organisation: sample
`,
  'calendar.yaml': `calendar: office
zone: Asia/Shanghai
week: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"], thu: ["09:00-17:00"], fri: ["09:00-17:00"] }
validThrough: 2027-12-31
`,
  'organisation.yaml': `organisation: sample
roles: { clerk: { title: { en: Clerk } } }
people: { ann: { name: { en: Ann }, roles: [clerk] } }
`,
}

/** One process in two versions: the second one closes elsewhere and waits longer. */
function letter(version: string, target: string, days: number): string {
  return `process: letter
version: ${version}
title: { en: Letter }
params: { patience: { type: duration, default: ${days} days } }
events: { ANSWER: { by: [clerk] } }
initial: sent
states:
  sent:
    waits: { en: an answer }
    on: { ANSWER: ${target} }
    after: { patience: lost }
  ${target}: { type: final }
  lost: { type: final }
`
}

function ok<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(JSON.stringify(answer.problems))
}

let folder: string
let host: SqliteHost
let now: number
let drawn: number

async function open(definition: string): Promise<void> {
  writeFileSync(join(folder, 'letter.yaml'), definition)
  const project = ok(loadProject(folder))
  const random = (bytes: number) => {
    drawn += 1
    return new Uint8Array(bytes).fill(drawn)
  }
  host = await openSqliteHost({ project, world: { now: () => now, random } })
  if (project.organisation) ok(await host.loadPeople(project.organisation, { remove: false, at: now }, ann))
}

async function reopen(definition: string): Promise<void> {
  await host.close()
  await open(definition)
}

async function start(params?: JsonObject) {
  return ok(await host.start({ process: 'letter', input: {}, ...(params ? { params } : {}) }, ann))
}

async function view(id: string) {
  const found = await host.instance(id)
  if (!found) throw new Error(`no instance ${id}`)
  return found
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'picket-versions-'))
  now = MONDAY
  drawn = 0
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  await open(letter('1.0.0', 'answered', 10))
})

afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a definition that changes while an instance runs', () => {
  test('leaves the instance on its version, and says which one is newer', async () => {
    const { instance, record } = await start()
    expect((await view(instance)).newer).toBeUndefined()
    await reopen(letter('1.1.0', 'archived', 20))
    const after = await view(instance)
    expect(after.record).toEqual(record)
    expect(after.row.version).toBe('1.0.0')
    const other = await start()
    expect(after.newer).toEqual({ version: '1.1.0', hash: other.record.definition })
    expect(other.record.definition).not.toBe(record.definition)
    expect(other.record.version).toBe('1.1.0')
    expect((await view(other.instance)).newer).toBeUndefined()
  })

  test('lets each move by its own text, and both still prove', async () => {
    const old = await start()
    await reopen(letter('1.1.0', 'archived', 20))
    const young = await start()
    const moved = async (id: string) => ok(await host.send({ instance: id, event: 'ANSWER' }, ann)).record
    expect((await moved(old.instance)).outcome).toBe('answered')
    expect((await moved(young.instance)).outcome).toBe('archived')
    expect(ok(await host.verify(old.instance)).entries).toBe(2)
    expect(ok(await host.verify(young.instance)).entries).toBe(2)
  })

  test('keeps the timers of the old version', async () => {
    const old = await start()
    await reopen(letter('1.1.0', 'archived', 20))
    const young = await start()
    now = MONDAY + 10 * DAY
    await host.runDue()
    expect((await view(old.instance)).record.outcome).toBe('lost')
    expect((await view(young.instance)).record.status).toBe('running')
    expect(ok(await host.verify(old.instance)).entries).toBe(2)
  })

  test('takes the first version again when it comes back', async () => {
    const first = await start()
    await reopen(letter('1.1.0', 'archived', 20))
    await reopen(letter('1.0.0', 'answered', 10))
    expect((await view(first.instance)).newer).toBeUndefined()
    expect((await start()).record.definition).toBe(first.record.definition)
  })

  test('a process that is gone from disk goes on as it was', async () => {
    const { instance } = await start()
    await reopen(letter('1.0.0', 'answered', 10).replace('process: letter', 'process: postcard'))
    expect((await view(instance)).newer).toBeUndefined()
    expect(ok(await host.send({ instance, event: 'ANSWER' }, ann)).record.outcome).toBe('answered')
    expect(ok(await host.verify(instance)).entries).toBe(2)
    const refused = await host.start({ process: 'letter', input: {} }, ann)
    expect(!refused.ok && refused.problems[0]).toMatchObject({ code: 'host/unknown-process' })
  })
})

describe('figures given at the start', () => {
  test('change the hash and are in force, also after a reload', async () => {
    const usual = await start()
    const hasty = await start({ patience: '2 days' })
    expect(hasty.record.definition).not.toBe(usual.record.definition)
    expect(hasty.record.timers.map(({ dueAt }) => dueAt)).toEqual([MONDAY + 2 * DAY])
    expect(usual.record.timers.map(({ dueAt }) => dueAt)).toEqual([MONDAY + 10 * DAY])
    expect((await view(hasty.instance)).newer).toBeUndefined()
    await reopen(letter('1.1.0', 'archived', 20))
    now = MONDAY + 2 * DAY
    await host.runDue()
    expect((await view(hasty.instance)).record.outcome).toBe('lost')
    expect((await view(usual.instance)).record.status).toBe('running')
    expect(ok(await host.verify(hasty.instance)).entries).toBe(2)
  })

  test('equal to the defaults change nothing', async () => {
    const usual = await start()
    expect((await start({ patience: '10 days' })).record.definition).toBe(usual.record.definition)
  })

  test('of an unknown name are refused with the near one, and start nothing', async () => {
    const refused = await host.start({ process: 'letter', input: {}, params: { patiense: '2 days' } }, ann)
    expect(!refused.ok && refused.problems).toMatchObject([
      { code: 'host/unknown-param', blanks: { process: 'letter', name: 'patiense', near: 'patience' } },
    ])
    expect(await host.instances()).toEqual([])
  })

  test('of a wrong type are refused', async () => {
    const refused = await host.start({ process: 'letter', input: {}, params: { patience: 'a while' } }, ann)
    expect(refused.ok).toBe(false)
    expect(await host.instances()).toEqual([])
  })
})
