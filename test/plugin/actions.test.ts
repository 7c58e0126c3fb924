import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { type Action, defineAction, definePlugin } from '../../engine/plugin/index.ts'
import type { Answer } from '../../engine/problem/problem.ts'
import { loadedProcess } from '../../engine/project/load-processes.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'

const MONDAY = Date.parse('2026-01-05T01:00:00Z')
const ann = { person: 'ann', via: 'cli', proved: false } as const

const files = {
  'picket.yaml': `project: sample
name: { en: Sample }
locale: en
languages: [en]
zone: Asia/Shanghai
currency: CNY
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

const failedBranch = 'failed: { target: given-up, assign: { why: error.message, code: error.code } }'

/** A process with one action, and what is to follow when it fails for good. */
function parcel(failed: string, action = 'post.weigh-parcel'): string {
  return `process: parcel
version: 1.0.0
title: { en: Parcel }
plugins: { post: ^1.0.0 }
input: { number: integer }
data: { grams?: integer, why?: text, code?: string }
events: { RECALL: { by: [clerk] } }
initial: weighing
states:
  recalled: { waits: { en: a new try }, on: { RECALL: weighing } }
  weighing:
    action: ${action}
    with: { number: data.number }
    on:
      done:
        - { guard: result.grams >= 1000, target: heavy, assign: { grams: result.grams } }
        - { target: light, assign: { grams: result.grams } }
      RECALL: recalled
      ${failed}
  heavy: { type: final }
  light: { type: final }
  given-up: { type: final }
`.replaceAll('given-up', 'givenUp')
}

/** What the action does in this test, and the keys it was performed under. */
let perform: Action['perform']
let keys: string[]

const post = definePlugin({
  id: 'post',
  version: '1.0.0',
  actions: [
    defineAction({
      name: 'weigh-parcel',
      input: { number: 'integer' },
      output: { grams: 'integer' },
      retry: { attempts: 4, first: 1000, factor: 3, longest: 5000 },
      perform: (context) => {
        keys.push(context.key)
        return perform(context)
      },
    }),
  ],
})

function ok<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(JSON.stringify(answer.problems))
}

function fail(message: string): never {
  throw new Error(message)
}

let folder: string
let host: SqliteHost | undefined
let now: number

/** A fresh host over the process; the id of an instance whose action has not been performed yet. */
async function start(
  definition: string,
  change: (project: Project) => Project = (project) => project,
): Promise<{ readonly host: SqliteHost; readonly id: string }> {
  writeFileSync(join(folder, 'parcel.yaml'), definition)
  const project = change(ok(loadProject(folder, [post])))
  const random = (bytes: number) => new Uint8Array(bytes).fill(7)
  const opened = await openSqliteHost({ project, file: join(folder, 'a.sqlite'), world: { now: () => now, random } })
  host = opened
  if (project.organisation) ok(await opened.loadPeople(project.organisation, { remove: false, at: now }, ann))
  const { instance } = ok(await opened.start({ process: 'parcel', input: { number: 3 } }, ann))
  return { host: opened, id: instance }
}

async function recordOf(opened: SqliteHost, id: string) {
  const found = await opened.instance(id)
  if (!found) throw new Error(`no instance ${id}`)
  return found.record
}

/** Works everything off; the waits between one try and the next (ms). */
async function workOff(opened: SqliteHost): Promise<number[]> {
  const waits: number[] = []
  await opened.runDue()
  for (let due = await opened.nextDue(); due !== undefined && waits.length < 20; due = await opened.nextDue()) {
    waits.push(due - now)
    now = due
    await opened.runDue()
  }
  return waits
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'picket-plugin-'))
  now = MONDAY
  keys = []
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
})

afterEach(async () => {
  await host?.close()
  host = undefined
  rmSync(folder, { recursive: true, force: true })
})

describe('an action', () => {
  test.each([
    [999, 'light'],
    [1000, 'heavy'],
  ])('gives a result of %i grams to guards and assignments', async (grams, outcome) => {
    const asked: unknown[] = []
    perform = ({ input }) => {
      asked.push(input)
      return { grams }
    }
    const { host, id } = await start(parcel(failedBranch))
    expect(keys).toEqual([])
    expect(await host.runDue()).toEqual({ timers: 0, effects: 1, incidents: 0 })
    expect(await recordOf(host, id)).toMatchObject({ outcome, data: { grams }, waits: [] })
    expect(asked).toEqual([{ number: 3 }])
    expect(keys).toEqual([`${id}/1/0`])
    expect(ok(await host.verify(id)).entries).toBe(2)
  })

  test('that throws is tried again under the same key, after longer and longer waits', async () => {
    perform = () => (keys.length < 3 ? fail('busy') : { grams: 5 })
    const { host, id } = await start(parcel(failedBranch))
    expect(await workOff(host)).toEqual([1000, 3000])
    expect(keys).toEqual(Array(3).fill(`${id}/1/0`))
    expect((await recordOf(host, id)).outcome).toBe('light')
    expect(await host.journal(id)).toHaveLength(2)
  })

  test('is not tried before it is due', async () => {
    perform = () => fail('busy')
    const { host } = await start(parcel(failedBranch))
    await host.runDue()
    now += 999
    await host.runDue()
    expect(keys).toHaveLength(1)
    now += 1
    await host.runDue()
    expect(keys).toHaveLength(2)
  })

  test('that fails for good takes the transition for it, with the error', async () => {
    perform = () => fail('the scales are broken')
    const { host, id } = await start(parcel(failedBranch))
    expect(await workOff(host)).toEqual([1000, 3000, 5000])
    expect(keys).toHaveLength(4)
    const { outcome, data, incidents } = await recordOf(host, id)
    expect({ outcome, why: data.why, code: data.code, incidents }).toEqual({
      outcome: 'givenUp',
      why: 'the scales are broken',
      code: 'action-failed',
      incidents: [],
    })
    expect(ok(await host.verify(id)).entries).toBe(2)
  })

  test('that answers with something else than it declares fails without another try', async () => {
    perform = () => ({ grams: 'a lot' })
    const { host, id } = await start(parcel(failedBranch))
    expect(await workOff(host)).toEqual([])
    expect(keys).toHaveLength(1)
    expect(await recordOf(host, id)).toMatchObject({ outcome: 'givenUp', data: { code: 'wrong-answer' } })
  })
})

/** The project as if nothing were said of the failure of the action. The lint refuses to load such a text. */
function withoutFailed(project: Project): Project {
  const parcel = project.processes.get('parcel')
  if (!parcel) throw new Error('no process')
  const states = [...parcel.definition.states].map(([path, state]) => {
    const transitions = state.transitions.filter(({ trigger }) => !('ending' in trigger && trigger.ending === 'failed'))
    return [path, { ...state, transitions }] as const
  })
  const definition = { ...parcel.definition, states: new Map(states) }
  return { ...project, processes: new Map([['parcel', loadedProcess(definition, parcel.source, parcel.environment)]]) }
}

describe('an action that fails for good where nothing is said of it', () => {
  test('leaves an incident, and a retry performs it again under a new key', async () => {
    perform = () => fail('the scales are broken')
    const { host, id } = await start(parcel(failedBranch), withoutFailed)
    await workOff(host)
    const stuck = await recordOf(host, id)
    expect(stuck.value).toBe('weighing')
    expect(stuck.incidents).toEqual([
      { id: `${id}/1/0`, state: 'weighing', at: now, code: 'action-failed', message: 'the scales are broken' },
    ])
    expect((await host.instances())[0]?.incidents).toBe(1)
    perform = () => ({ grams: 5 })
    const retried = ok(await host.control({ instance: id, operation: 'retry' }, ann))
    expect(retried.record.incidents).toEqual([])
    await workOff(host)
    expect(keys).toHaveLength(5)
    expect(new Set(keys).size).toBe(2)
    expect(keys.at(-1)).toBe(`${id}/3/0`)
    expect((await recordOf(host, id)).data.grams).toBe(5)
    expect(ok(await host.verify(id)).entries).toBe(4)
  })

  test('has all its tries again after a retry', async () => {
    perform = () => fail('the scales are broken')
    const { host, id } = await start(parcel(failedBranch), withoutFailed)
    await workOff(host)
    ok(await host.control({ instance: id, operation: 'retry', incident: `${id}/1/0` }, ann))
    expect(await workOff(host)).toEqual([1000, 3000, 5000])
    expect((await recordOf(host, id)).incidents.map(({ id }) => id)).toEqual([`${id}/3/0`])
  })

  test('forgets the incident when its state is left', async () => {
    perform = () => fail('the scales are broken')
    const { host, id } = await start(parcel(failedBranch), withoutFailed)
    await workOff(host)
    ok(await host.send({ instance: id, event: 'RECALL' }, ann))
    expect((await recordOf(host, id)).incidents).toEqual([])
  })
})

describe('an answer that the process cannot take', () => {
  const narrow = parcel(failedBranch)
    .replace('grams?: integer', 'grams?: integer, sizes: { type: list of integer, default: [] }')
    .replace(
      'assign: { grams: result.grams } }\n      RECALL',
      'assign: { grams: "data.sizes[result.grams]" } }\n      RECALL',
    )

  test('is kept as an incident until its state is left', async () => {
    perform = () => ({ grams: 5 })
    const { host, id } = await start(narrow)
    expect(await host.runDue()).toEqual({ timers: 0, effects: 0, incidents: 1 })
    expect((await recordOf(host, id)).incidents).toMatchObject([{ id: `${id}/1/0`, state: 'weighing' }])
    const left = ok(await host.send({ instance: id, event: 'RECALL' }, ann)).record
    expect(left.incidents).toEqual([])
    expect(ok(await host.verify(id)).entries).toBe(3)
  })
})

describe('a state that is left while its action runs', () => {
  test('fires the signal, and the late answer changes nothing', async () => {
    let begin: () => void = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    perform = ({ signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ grams: 5 }))
        begin()
      })
    const { host, id } = await start(parcel(failedBranch))
    const working = host.runDue()
    await begun
    const left = ok(await host.send({ instance: id, event: 'RECALL' }, ann)).record
    await working
    expect(await recordOf(host, id)).toEqual(left)
    expect(await host.journal(id)).toHaveLength(2)
    expect(await host.nextDue()).toBeUndefined()
    expect(ok(await host.verify(id)).entries).toBe(2)
  })

  test('keeps an action that fails after it from being tried again', async () => {
    let begin: () => void = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    perform = ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')))
        begin()
      })
    const { host, id } = await start(parcel(failedBranch))
    const working = host.runDue()
    await begun
    ok(await host.send({ instance: id, event: 'RECALL' }, ann))
    await working
    expect(await workOff(host)).toEqual([])
    expect(keys).toHaveLength(1)
  })

  test('is not performed when it was left before', async () => {
    perform = () => ({ grams: 5 })
    const { host, id } = await start(parcel(failedBranch))
    ok(await host.send({ instance: id, event: 'RECALL' }, ann))
    await workOff(host)
    expect(keys).toEqual([])
    ok(await host.send({ instance: id, event: 'RECALL' }, ann))
    await workOff(host)
    expect(keys).toHaveLength(1)
    expect((await recordOf(host, id)).outcome).toBe('light')
  })
})

describe('what is declared', () => {
  test('an action that no plugin offers is a fault with the near name', () => {
    writeFileSync(join(folder, 'parcel.yaml'), parcel(failedBranch, 'post.weigh-parcels'))
    const loaded = loadProject(folder, [post])
    expect(!loaded.ok && loaded.problems[0]).toMatchObject({
      code: 'definition/unknown-action',
      blanks: { name: 'post.weigh-parcels', near: 'post.weigh-parcel' },
    })
  })

  test('an input that does not fit is a fault', () => {
    writeFileSync(join(folder, 'parcel.yaml'), parcel(failedBranch).replace('number: data.number', 'weight: 3'))
    expect(loadProject(folder, [post]).ok).toBe(false)
  })

  test.each(['kilograms', 'list of', 'list of kilograms'])('a type named %s throws', (type) => {
    const declare = () => defineAction({ name: 'weigh', input: {}, output: { grams: type }, perform: () => ({}) })
    expect(declare).toThrow(TypeError)
  })

  test('an unknown type of an input throws too', () => {
    expect(() => defineAction({ name: 'weigh', input: { a: 'stone' }, output: {}, perform: () => ({}) })).toThrow(
      'weigh',
    )
  })

  test('a plugin has an id and action names in kebab-case, each once', () => {
    const action = (name: string) => defineAction({ name, input: {}, output: {}, perform: () => ({}) })
    expect(() => definePlugin({ id: 'Post', version: '1.0.0', actions: [] })).toThrow('Post')
    expect(() => definePlugin({ id: 'post', version: '1.0.0', actions: [action('weighParcel')] })).toThrow(
      'weighParcel',
    )
    expect(() => definePlugin({ id: 'post', version: '1.0.0', actions: [action('a'), action('a')] })).toThrow('post')
  })
})
