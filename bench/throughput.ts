/**
 * Events a second on SQLite, each acknowledged after its fsync, against bare commits of one row by the same driver with
 * the same settings, measured before and after: the disk's speed changes from minute to minute.
 */
import { join } from 'node:path'
import { openSqliteHost, type Project, type SqliteHost } from '../engine/index.ts'
import { openDatabase } from '../engine/store/open-database.ts'
import { type Figure, median } from './figure.ts'
import { inFolder } from './in-folder.ts'
import { clerk, moved, STAGES, saleProject } from './sale.ts'

const ROUNDS = 7
const INSTANCES = 1000
/** So many of them are moved one after another: a thousand would take most of a minute a round. */
const IN_TURN = 250
const COMMITS = 1500

/** A store of its own for one measurement. */
function inStore<T>(work: (file: string) => Promise<T>): Promise<T> {
  return inFolder((folder) => work(join(folder, 'store.sqlite')))
}

/** Commits of one row a second. */
function bareCommits(): Promise<number> {
  return inStore(async (file) => {
    const db = await openDatabase(file)
    db.prepare('create table bare (row integer primary key, body text not null)').run()
    const insert = db.prepare('insert into bare (body) values (?)')
    const body = JSON.stringify(moved)
    const begun = performance.now()
    for (let count = 0; count < COMMITS; count += 1) insert.run(body)
    const rate = COMMITS / ((performance.now() - begun) / 1000)
    db.close()
    return rate
  })
}

export async function openSales(project: Project, file: string): Promise<SqliteHost> {
  const host = await openSqliteHost({ project, file })
  if (project.organisation) await host.loadPeople(project.organisation, { remove: false, at: Date.now() }, clerk)
  return host
}

export function saleId(process: string, number: number): string {
  return `${process}-${number}`
}

export async function startSales(host: SqliteHost, process: string, from: number, to: number): Promise<void> {
  const starts = Array.from({ length: to - from }, (_, at) =>
    host.start({ process, id: saleId(process, from + at), input: {} }, clerk),
  )
  for (const answer of await Promise.all(starts))
    if (!answer.ok) throw new Error(answer.problems.map(({ code }) => code).join(', '))
}

/** Moves each of some instances to its end, the next event of any of them as soon as one is acknowledged. */
async function moveAll(host: SqliteHost, count: number, inFlight: number, move: Move): Promise<number> {
  // Interleaved: every instance takes its first event before any takes its second.
  let next = 0
  const total = count * STAGES
  const client = async () => {
    for (let number = next++; number < total; number = next++) {
      const answer = await move(host, number % count, Math.floor(number / count))
      if (!answer.ok) throw new Error(answer.problems.map(({ code }) => code).join(', '))
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: inFlight }, client))
  return total / ((performance.now() - begun) / 1000)
}

type Move = (host: SqliteHost, instance: number, stage: number) => ReturnType<SqliteHost['send']>

const sendMove: Move = (host, instance) =>
  host.send({ instance: saleId('sale', instance), event: 'MOVED', data: moved }, clerk)

/** Its task is the first effect of the step that opened it: after the start, and after each move. */
const completeTask: Move = (host, instance, stage) => {
  const index = stage === 0 ? 0 : 1
  const task = `${saleId('sale-with-tasks', instance)}/${stage + 1}/${index}`
  return host.complete({ task, form: moved }, clerk)
}

async function measure(
  project: Project,
  process: string,
  count: number,
  inFlight: number,
  move: Move,
): Promise<number> {
  const before = await bareCommits()
  const rate = await inStore(async (file) => {
    const host = await openSales(project, file)
    await startSales(host, process, 0, count)
    const moves = await moveAll(host, count, inFlight, move)
    const ended = (await host.instances({ status: 'completed' })).length
    await host.close()
    if (ended !== count) throw new Error(`${ended} of ${count} ended`)
    return moves
  })
  return rate / ((before + (await bareCommits())) / 2)
}

export async function throughputFigures(): Promise<readonly Figure[]> {
  const project = saleProject()
  const rounds: { many: number; one: number; tasks: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      many: await measure(project, 'sale', INSTANCES, 256, sendMove),
      one: await measure(project, 'sale', IN_TURN, 1, sendMove),
      tasks: await measure(project, 'sale-with-tasks', INSTANCES, 256, completeTask),
    })
  }
  return [
    {
      what: 'events/s, 256 in flight, against bare commits',
      value: median(rounds.map(({ many }) => many)),
      unit: 'x S',
      target: { least: 3.5 },
    },
    {
      what: 'events/s, 1 in flight, against bare commits',
      value: median(rounds.map(({ one }) => one)),
      unit: 'x S',
      target: { least: 0.6 },
    },
    {
      what: "the same with a person's task a state, 256 in flight",
      value: median(rounds.map(({ tasks }) => tasks)),
      unit: 'x S',
    },
  ]
}
