/**
 * A program that works on a store until everything in it has ended, or until it is killed: it kills itself at a crash
 * point it is told of, or is killed from outside. It is bundled and run by others; its one argument is a `Drive`, JSON.
 */
import { appendFileSync } from 'node:fs'
import type { CrashPoint } from '../../engine/host/crash-point.ts'
import type { InstanceRow } from '../../engine/host/host.ts'
import { realWorld } from '../../engine/host/host-world.ts'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import { postPlugin } from './post-plugin.ts'

export interface Drive {
  readonly folder: string
  readonly file: string
  /** Where the plugin leaves its marks. */
  readonly outside: string
  /** Where this program notes what the host has acknowledged. */
  readonly acknowledged: string
  /** Orders that are to be there, and how often each goes through its circle. */
  readonly orders: readonly string[]
  readonly rounds: number
  /** It kills itself when it passes this point for the `turn`th time. */
  readonly kill?: { readonly point: CrashPoint; readonly turn: number }
}

const drive: Drive = JSON.parse(process.argv[2] ?? '')
const ann = { person: 'ann', via: 'cli', proved: false } as const
let clock = Date.parse('2026-01-05T01:00:00Z')
let passes = 0

function passed(point: CrashPoint): void {
  if (point !== drive.kill?.point) return
  passes += 1
  if (passes === drive.kill.turn) process.kill(process.pid, 'SIGKILL')
}

async function open(): Promise<SqliteHost> {
  const loaded = loadProject(drive.folder, [postPlugin(drive.outside)])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const world = { now: () => clock, random: realWorld.random, passed }
  const host = await openSqliteHost({ project: loaded.value, file: drive.file, world })
  const { organisation } = loaded.value
  if (organisation) await host.loadPeople(organisation, { remove: false, at: clock }, ann)
  // Time goes on where the program before was killed.
  clock = Math.max(clock, ...(await host.instances()).map(({ at }) => at))
  return host
}

/** Does for an order what it waits for, as people would; whether it waited for any. */
async function attend(host: SqliteHost, { id }: InstanceRow): Promise<boolean> {
  const view = await host.instance(id)
  if (view?.record.value === 'adding') {
    const number = Number(view.record.data.count) + 1
    const answer = await host.send({ instance: id, event: 'ADD', data: { number } }, ann)
    if (answer.ok) appendFileSync(drive.acknowledged, `${id} ${number}\n`)
    return answer.ok
  }
  const task = view?.tasks.find(({ status }) => status === 'open')
  if (!task) return false
  if (task.assignee === undefined) await host.claimTask(task.id, ann)
  if (task.evidence.some(({ attached }) => attached === 0))
    await host.attach(task.id, { kind: 'slip', url: 'https://example.com/slip' }, ann)
  return (await host.complete({ task: task.id }, ann)).ok
}

const host = await open()
process.stdout.write('ready\n')
await Promise.all(drive.orders.map((id) => host.start({ process: 'order', id, input: { rounds: drive.rounds } }, ann)))
for (;;) {
  const orders = await host.instances({ process: 'order', status: 'running' })
  const moved = await Promise.all(orders.map((order) => attend(host, order)))
  const { timers, effects } = await host.runDue()
  if (moved.includes(true) || timers + effects > 0) continue
  const next = await host.nextDue()
  if (next === undefined) break
  clock = Math.max(clock + 1, next)
}
await host.close()
