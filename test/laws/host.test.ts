/** Any process on a host: the tasks people see are those its instances wait for, and every journal is proved. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EmbeddedHost } from '../../engine/host/embedded-host.ts'
import type { Host, TaskRow } from '../../engine/host/host.ts'
import { MemoryLedger } from '../../engine/host/memory-ledger.ts'
import type { LoadedProcess } from '../../engine/project/project.ts'
import { simulatedWorld } from '../conformance/simulated-world.ts'
import { as, ok } from '../conformance/stage.ts'
import { MONDAY } from './any-life.ts'
import { anyProcess } from './any-process.ts'
import { anyRecord } from './any-value.ts'
import { tasksOfRecord } from './bookkeeping.ts'
import { anyTape, Choices } from './choices.ts'
import { loadAny, projectOf } from './load-any.ts'
import { runs } from './runs.ts'

const PEOPLE = ['ann', 'bob', 'lou', 'cho', 'two'] as const
const HOUR = 3_600_000

test('any process on a host shows people the tasks it waits for, and its journals are proved', async () => {
  let played = 0
  await fc.assert(
    fc.asyncProperty(anyProcess, anyTape(240), async (text, tape) => {
      const loaded = loadAny(text)
      if (!loaded || !restsByItself(loaded)) return
      played += 1
      await play(new Choices(tape), projectOf(loaded))
    }),
    runs(25),
  )
  expect(played).toBeGreaterThan(4)
})

/** Actions that follow each other, and moments in the past, may keep a worker busy without an end. */
function restsByItself({ definition, machine }: LoadedProcess): boolean {
  const acts = [...definition.states.values()].some(({ kind }) => kind === 'action')
  return !acts && !machine.transitions.some(({ trigger }) => trigger.kind === 'at')
}

async function play(choices: Choices, project: ReturnType<typeof projectOf>): Promise<void> {
  const { clock, world } = simulatedWorld(MONDAY)
  const host = new EmbeddedHost(project, new MemoryLedger(project.directory), world)
  // One whose moves never end cannot be started.
  const { ok: started } = await host.start({ process: 'any', id: 'one', input: {} }, as('ann'))
  while (started && !choices.over) {
    await clock.advance(
      choices.weighted([
        [6, HOUR],
        [2, 30 * HOUR],
        [1, 400 * HOUR],
      ] as const),
    )
    await host.runDue()
    await act(host, choices, clock.now())
    await compare(host)
  }
  for (const { id } of await host.instances()) ok(await host.verify(id))
  await host.close()
}

/** Somebody does something; whether they may is for the host to say. */
async function act(host: Host, choices: Choices, now: number): Promise<void> {
  const who = as(choices.pick(PEOPLE))
  const task = choices.any(await host.tasks())
  const event = choices.pick(['NEXT', 'BACK', 'STOP', 'TOLD'])
  const data = { n: choices.upTo(8), ok: choices.chance(50) }
  const control = choices.pick(['suspend', 'resume', 'retry'] as const)
  await choices.weighted<() => Promise<unknown>>([
    [8, async () => task && (await handIn(host, task, choices, now))],
    [5, () => host.send({ instance: 'one', event, data }, who)],
    [1, () => host.control({ instance: 'one', operation: control }, as('lou'))],
    [1, () => host.control({ instance: 'one', operation: 'resume' }, as('lou'))],
  ])()
}

function handIn(host: Host, task: TaskRow, choices: Choices, now: number): Promise<unknown> {
  const who = as(task.person ?? choices.pick(PEOPLE))
  if (task.work === 'approval') return host.decide({ task: task.id, approved: choices.chance(60) }, who)
  const evidence = task.evidence.map(({ kind }) => ({ kind, url: 'https://example.com/paper' }))
  return host.complete({ task: task.id, form: anyRecord(task.form, choices, now), evidence }, who)
}

async function compare(host: Host): Promise<void> {
  for (const { id } of await host.instances()) {
    const record = (await host.instance(id))?.record
    const rows = (await host.tasks({ instance: id })).map((row) => [row.id, { open: true, ...dueOf(row) }] as const)
    expect(new Map(rows), id).toEqual(record && tasksOfRecord(record))
  }
}

function dueOf({ dueAt }: TaskRow): { readonly dueAt?: number } {
  return dueAt === undefined ? {} : { dueAt }
}
