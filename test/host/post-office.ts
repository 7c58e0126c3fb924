/**
 * A post office to try the host's patience on: one process whose action does whatever a test says, one that waits for
 * time, and a world whose clock and alarms a test moves.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { HostWorld } from '../../engine/host/host-world.ts'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { type Action, defineAction, definePlugin } from '../../engine/plugin/index.ts'
import type { Answer } from '../../engine/problem/problem.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import { simulatedWorld } from '../conformance/simulated-world.ts'

export const ann = { person: 'ann', via: 'cli', proved: false } as const
export const monday = Date.parse('2026-01-05T01:00:00Z')
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const files = {
  'picket.yaml': `project: post
name: { en: Post, zh: 邮局 }
locale: en
languages: [en]
zone: Asia/Shanghai
currency: CNY
calendar: office
organisation: post
`,
  'calendar.yaml': `calendar: office
zone: Asia/Shanghai
week: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"], thu: ["09:00-17:00"], fri: ["09:00-17:00"] }
validThrough: 2027-12-31
`,
  'organisation.yaml': `organisation: post
roles: { clerk: { title: { en: Clerk } } }
people: { ann: { name: { en: Ann }, roles: [clerk] } }
`,
  'parcel.yaml': `process: parcel
version: 1.0.0
title: { en: Parcel }
plugins: { post: ^1.0.0 }
control: { cancel: [clerk], suspend: [clerk] }
input: { number: integer }
data: { grams?: integer, notes: { type: list of text, default: [] } }
events: { LEAVE: { by: [clerk] } }
initial: weighing
states:
  weighing:
    action: post.weigh-parcel
    with: { number: data.number }
    on:
      done: { target: weighed, assign: { grams: result.grams, notes: "data.notes + [result.note]" } }
      LEAVE: left
  weighed: { type: final }
  left: { type: final }
`,
  'clocks.yaml': `process: clock
version: 1.0.0
title: { en: Clock }
input: { first: datetime, second: datetime }
events: { NOTE: { with: { text: text }, by: [clerk] } }
data: { notes: { type: list of text, default: [] }, fired: { type: integer, default: 0 }, beats: { type: integer, default: 0 } }
initial: ticking
states:
  ticking:
    waits: { en: time }
    every: { 1 day: { assign: { beats: data.beats + 1 } } }
    on: { NOTE: { assign: { notes: "data.notes + [event.text]" } } }
    initial: early
    states:
      early:
        waits: { en: the first }
        at: [ { when: data.first, target: late, assign: { fired: data.fired + 1 } } ]
      late:
        waits: { en: the second }
        at: [ { when: data.second, target: /over, assign: { fired: data.fired + 1 } } ]
  over: { type: final }
`,
}

export function ok<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(`refused: ${JSON.stringify(answer.problems)}`)
}

/** The clock and the alarms of a host; nothing but `advance` moves them. */
export class ManualWorld implements HostWorld {
  time = monday
  readonly #alarms = new Set<{ readonly at: number; readonly ring: () => void }>()
  readonly random = simulatedWorld(monday).world.random

  readonly now = () => this.time

  readonly alarm = (after: number, ring: () => void) => {
    const alarm = { at: this.time + after, ring }
    this.#alarms.add(alarm)
    return () => void this.#alarms.delete(alarm)
  }

  /** How many alarms are set. */
  get alarms(): number {
    return this.#alarms.size
  }

  /** Lets time pass, and whatever rings meanwhile ring in its turn. */
  async advance(by: number): Promise<void> {
    const end = this.time + by
    for (;;) {
      const [next] = [...this.#alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.time = Math.max(this.time, next.at)
      this.#alarms.delete(next)
      next.ring()
      await settle()
    }
    this.time = end
  }
}

/** Lets everything go on that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn()
}

/** Waits until something holds that only needs turns to come true. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turns = 0; turns < 10_000; turns += 1) {
    if (await holds()) return
    await turn()
  }
  throw new Error('it never came true')
}

export class PostOffice {
  readonly world = new ManualWorld()
  readonly folder = mkdtempSync(join(tmpdir(), 'picket-post-'))
  readonly file = join(this.folder, 'store.sqlite')
  /** What the action does; the keys it was performed under. */
  perform: Action['perform'] = () => ({ grams: 5 })
  readonly keys: string[] = []
  readonly #hosts: SqliteHost[] = []
  readonly project: Project

  constructor() {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text)
    const weigh = defineAction({
      name: 'weigh-parcel',
      input: { number: 'integer' },
      output: { grams: 'integer', note: { type: 'text', default: '' } },
      retry: { attempts: 2, first: 1000 },
      timeLimit: 5 * minute,
      perform: (context) => {
        this.keys.push(context.key)
        return this.perform(context)
      },
    })
    const plugin = definePlugin({ id: 'post', version: '1.0.0', actions: [weigh] })
    this.project = ok(loadProject(this.folder, [plugin]))
    onTestFinished(async () => {
      for (const host of this.#hosts) await host.close().catch(() => undefined)
      rmSync(this.folder, { recursive: true, force: true })
    })
  }

  /** A host on the file, beside those there are. */
  async open(): Promise<SqliteHost> {
    const host = await openSqliteHost({ project: this.project, file: this.file, world: this.world })
    const { organisation } = this.project
    if (this.#hosts.length === 0 && organisation)
      ok(await host.loadPeople(organisation, { remove: false, at: this.world.now() }, ann))
    this.#hosts.push(host)
    return host
  }
}

export async function parcel(host: SqliteHost, number = 1): Promise<string> {
  return ok(await host.start({ process: 'parcel', input: { number } }, ann)).instance
}

export async function recordOf(host: SqliteHost, id: string): Promise<InstanceRecord> {
  const view = await host.instance(id)
  if (!view) throw new Error(`no instance ${id}`)
  return view.record
}

/** Starts a clock that is to do something after each of two lengths of time. */
export async function clock(host: SqliteHost, world: HostWorld, first: number, second: number): Promise<string> {
  const moment = (after: number) => new Date(world.now() + after).toISOString()
  return ok(await host.start({ process: 'clock', input: { first: moment(first), second: moment(second) } }, ann))
    .instance
}
