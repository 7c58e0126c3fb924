/** A program that works on a store is killed at every named point, and at random moments; the next one goes on. */
import { expect, onTestFinished, test } from 'vitest'
import { crashPoints } from '../../engine/host/crash-point.ts'
import { judgeStore } from './judge-store.ts'
import { killAtRandom } from './random-kills.ts'
import { CrashSite } from './run-driver.ts'

async function prepare(): Promise<CrashSite> {
  const site = await CrashSite.prepare()
  onTestFinished(() => site.clear())
  return site
}

/** Orders of one program: two, so that steps share transactions and have others beside them. */
const ordersOf = (program: number) => [`order-${program}-a`, `order-${program}-b`]

// A point is passed by work that is new to the store and, further on, by work that the programs before left.
const kills = crashPoints.map((point, index) => ({ point, turn: 1 + (index % 3) }))

test('killed at every named point, a program leaves nothing half done, and another goes on', async () => {
  const site = await prepare()
  for (const [program, kill] of kills.entries()) {
    const ended = await site.run({ orders: ordersOf(program), rounds: 1, kill })
    expect(ended, `${kill.point} was not passed`).toMatchObject({ signal: 'SIGKILL' })
    expect((await judgeStore(site, { atEnd: false })).faults, kill.point).toEqual([])
  }
  const orders = kills.flatMap((_, program) => ordersOf(program))
  expect(await site.run({ orders, rounds: 1 })).toEqual({ code: 0, signal: null, said: '' })
  const judged = await judgeStore(site, { atEnd: true })
  expect(judged.faults).toEqual([])
  // An order with two parts and a receipt takes two events, hears two births, and weighs three times.
  const { length } = orders
  expect(judged).toMatchObject({ instances: 4 * length, ended: 4 * length, events: 4 * length, effects: 3 * length })
}, 180_000)

test('killed ten times at random moments, nothing is lost and nothing is done twice', async () => {
  const site = await prepare()
  const killed = async () => expect((await judgeStore(site, { atEnd: false })).faults).toEqual([])
  const { kills: count } = await killAtRandom(site, { kills: 10, orders: 4, rounds: 8, seed: 4, longest: 200, killed })
  expect(count).toBe(10)
  const judged = await judgeStore(site, { atEnd: true })
  expect(judged.faults).toEqual([])
  expect(judged.ended).toBe(judged.instances)
}, 180_000)
