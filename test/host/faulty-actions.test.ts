/** Plugins that hang, throw, answer rubbish or come back too late: what is wrong is said, and nobody else is disturbed. */
import { describe, expect, test } from 'vitest'
import { type Action, defineAction } from '../../engine/plugin/index.ts'
import { ann, clock, hour, minute, ok, PostOffice, parcel, recordOf, until } from './post-office.ts'

const never = () => new Promise<never>(() => undefined)

function fail(thrown: unknown): never {
  throw thrown
}

/** Reading it throws, whatever is read; but it may be waited for. */
const unreadable = new Proxy(
  {},
  {
    get: (_, name) => (name === 'then' ? undefined : fail(new Error('no'))),
    ownKeys: () => fail(new Error('no')),
    has: () => fail(new Error('no')),
    getPrototypeOf: () => fail(new Error('no')),
    getOwnPropertyDescriptor: () => fail(new Error('no')),
  },
)

describe('an action that throws', () => {
  const huge = 'x'.repeat(1_000_000)
  const silent = 'post.weigh-parcel failed and did not say why.'
  const odd = Object.assign(new Error('x'), { message: { toString: () => fail(new Error('no')) } })

  test.each<[string, unknown, string]>([
    ['an error', new Error('the line is busy'), 'the line is busy'],
    ['a text', 'the line is busy', 'the line is busy'],
    ['a number', 42, '42'],
    ['nothing', undefined, silent],
    ['null', null, silent],
    ['a symbol', Symbol('busy'), 'Symbol(busy)'],
    ['an error without words', new Error('  '), silent],
    ['an error whose words cannot be read', odd, silent],
    ['an object without a prototype', Object.create(null), silent],
    ['something that cannot be read at all', unreadable, silent],
    ['a very long error', new Error(huge), `${huge.slice(0, 1000)}…`],
  ])('%s: at once or later, it is tried again and then an incident', async (_, thrown, message) => {
    const office = new PostOffice()
    const host = await office.open()
    const id = await parcel(host)
    office.perform = () => fail(thrown)
    expect(await host.runDue()).toEqual({ timers: 0, effects: 0, incidents: 0 })
    await office.world.advance(1000)
    office.perform = () => Promise.reject(thrown)
    expect(await host.runDue()).toEqual({ timers: 0, effects: 0, incidents: 1 })
    expect(office.keys).toHaveLength(2)
    expect((await recordOf(host, id)).incidents).toMatchObject([{ code: 'action-failed', message }])
    office.perform = () => ({ grams: 3 })
    ok(await host.control({ instance: id, operation: 'retry' }, ann))
    await host.runDue()
    expect(await recordOf(host, id)).toMatchObject({ status: 'completed', incidents: [], data: { grams: 3 } })
    expect(ok(await host.verify(id)).entries).toBe(4)
  })
})

describe('an action that answers rubbish', () => {
  const circular: Record<string, unknown> = { grams: 5 }
  circular.note = circular
  const rubbish: [string, unknown, string][] = [
    ['nothing', undefined, 'wrong-answer'],
    ['null', null, 'wrong-answer'],
    ['a number', 5, 'wrong-answer'],
    ['a text', 'five', 'wrong-answer'],
    ['a list', [{ grams: 5 }], 'wrong-answer'],
    ['a function', () => ({ grams: 5 }), 'wrong-answer'],
    ['another type', { grams: 'five' }, 'wrong-answer'],
    ['no number', { grams: Number.NaN }, 'wrong-answer'],
    ['an endless number', { grams: Number.POSITIVE_INFINITY }, 'wrong-answer'],
    ['a large whole number', { grams: 2 ** 60 }, 'wrong-answer'],
    ['a big integer', { grams: 5n }, 'wrong-answer'],
    ['a promise inside', { grams: Promise.resolve(5) }, 'wrong-answer'],
    ['a promise inside that never settles', { grams: never() }, 'wrong-answer'],
    ['one field too many', { grams: 5, colour: 'red' }, 'wrong-answer'],
    ['itself inside itself', circular, 'wrong-answer'],
    ['something unreadable', unreadable, 'wrong-answer'],
    [
      'a field that throws',
      Object.defineProperty({}, 'grams', { enumerable: true, get: () => fail('no') }),
      'wrong-answer',
    ],
    ['a prototype', JSON.parse('{ "grams": 5, "__proto__": { "admin": true } }'), 'wrong-answer'],
    ['more than 64 KB', { grams: 5, note: 'x'.repeat(65_536) }, 'answer-too-large'],
    ['more than 64 KB of Chinese', { grams: 5, note: '重'.repeat(22_000) }, 'answer-too-large'],
  ]

  test.each(rubbish)('%s: it is not asked again, and is an incident', async (_, answer, code) => {
    const office = new PostOffice()
    const host = await office.open()
    const id = await parcel(host)
    office.perform = () => answer as never
    expect(await host.runDue()).toEqual({ timers: 0, effects: 0, incidents: 1 })
    expect(office.keys).toHaveLength(1)
    const [incident] = (await recordOf(host, id)).incidents
    expect(incident).toMatchObject({ state: 'weighing', code })
    expect(incident?.message).toContain('post.weigh-parcel')
    expect(ok(await host.verify(id)).entries).toBe(2)
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
    office.perform = () => ({ grams: 3 })
    ok(await host.control({ instance: id, operation: 'retry' }, ann))
    await host.runDue()
    expect((await recordOf(host, id)).status).toBe('completed')
  })

  test('that fits, but not into the data of its instance: an incident, and a retry once there is room', async () => {
    const office = new PostOffice()
    const host = await office.open()
    const id = await parcel(host)
    // With the event's own names, the entry is a little larger than the answer.
    office.perform = () => ({ grams: 5, note: 'x'.repeat(65_500) })
    expect(await host.runDue()).toEqual({ timers: 0, effects: 0, incidents: 1 })
    expect((await recordOf(host, id)).incidents).toMatchObject([{ code: 'host/too-large' }])
    expect(await host.nextDue()).toBeUndefined()
    office.perform = () => ({ grams: 5, note: 'short' })
    ok(await host.control({ instance: id, operation: 'retry' }, ann))
    await host.runDue()
    expect(await recordOf(host, id)).toMatchObject({ status: 'completed', data: { notes: ['short'] } })
    expect(new Set(office.keys).size).toBe(1)
    expect(ok(await host.verify(id)).entries).toBe(4)
  })

  test('twice: the first answer counts', async () => {
    const office = new PostOffice()
    const host = await office.open()
    const id = await parcel(host)
    office.perform = () =>
      new Promise((resolve, reject) => {
        resolve({ grams: 1 })
        resolve({ grams: 2 })
        reject(new Error('three'))
      })
    await host.runDue()
    expect(await recordOf(host, id)).toMatchObject({ status: 'completed', data: { grams: 1 }, incidents: [] })
    expect(await host.journal(id)).toHaveLength(2)
  })
})

describe('an action that hangs', () => {
  test('holds up no other action, no timer and no message, and has failed after its time limit', async () => {
    const office = new PostOffice()
    const host = await office.open()
    const signals: AbortSignal[] = []
    office.perform = ({ input, signal }) => {
      if (input.number !== 13) return { grams: 5 }
      signals.push(signal)
      return never()
    }
    const stuck = await parcel(host, 13)
    const quick = await parcel(host, 1)
    const working = host.runDue()
    await until(async () => (await recordOf(host, quick)).status === 'completed')
    // What comes due while it hangs is worked off too: another parcel, and a timer.
    const later = await parcel(host, 2)
    const timer = await clock(host, office.world, 2 * minute, 9 * hour)
    await office.world.advance(2 * minute)
    await until(async () => (await recordOf(host, later)).status === 'completed')
    await until(async () => (await recordOf(host, timer)).data.fired === 1)
    expect((await recordOf(host, stuck)).incidents).toEqual([])
    await office.world.advance(3 * minute)
    await working
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    await office.world.advance(1000)
    const again = host.runDue()
    await until(() => signals.length === 2)
    await office.world.advance(5 * minute)
    await again
    const [incident] = (await recordOf(host, stuck)).incidents
    expect(incident).toMatchObject({
      code: 'too-slow',
      message: 'post.weigh-parcel did not answer within 300 s.',
    })
    office.perform = () => ({ grams: 3 })
    ok(await host.control({ instance: stuck, operation: 'retry' }, ann))
    await host.runDue()
    expect((await recordOf(host, stuck)).status).toBe('completed')
    expect(ok(await host.verify(stuck)).entries).toBe(4)
    expect(office.world.alarms).toBe(0)
  })

  test('in great numbers leaves no more than eight under way at a time', async () => {
    const office = new PostOffice()
    const host = await office.open()
    const ends: (() => void)[] = []
    let most = 0
    let now = 0
    office.perform = () => {
      now += 1
      most = Math.max(most, now)
      return new Promise((resolve) => {
        ends.push(() => {
          now -= 1
          resolve({ grams: 1 })
        })
      })
    }
    const made = await Promise.all(Array.from({ length: 20 }, (_, number) => parcel(host, number)))
    const working = host.runDue()
    for (let ended = 0; ended < 20; ended += 1) {
      await until(() => ends.length > 0)
      ends.shift()?.()
    }
    expect((await working).effects).toBe(20)
    expect(most).toBe(8)
    expect(office.keys).toHaveLength(20)
    for (const id of made) expect((await recordOf(host, id)).status).toBe('completed')
  })

  test('is performed by nobody else while its host lives, and by another once it is dead', async () => {
    const office = new PostOffice()
    const [one, two] = [await office.open(), await office.open()]
    const id = await parcel(one)
    office.perform = never
    const working = one.runDue()
    await until(() => office.keys.length === 1)
    await office.world.advance(3 * minute)
    office.perform = () => ({ grams: 7 })
    expect(await two.runDue()).toEqual({ timers: 0, effects: 0, incidents: 0 })
    await one.close()
    expect(await working).toEqual({ timers: 0, effects: 0, incidents: 0 })
    await office.world.advance(minute)
    expect((await two.runDue()).effects).toBe(1)
    expect(office.keys).toEqual([`${id}/1/0`, `${id}/1/0`])
    expect(await recordOf(two, id)).toMatchObject({ status: 'completed', data: { grams: 7 } })
  })
})

describe('an action that comes back too late', () => {
  /** An action under way, and how it ends. */
  async function underWay(office: PostOffice) {
    const host = await office.open()
    const id = await parcel(host)
    let answer: (result: { grams: number }) => void = () => undefined
    let throwIt: (error: Error) => void = () => undefined
    office.perform = () =>
      new Promise((resolve, reject) => {
        answer = resolve
        throwIt = reject
      })
    const working = host.runDue()
    await until(() => office.keys.length === 1)
    return { host, id, working, end: { answer: () => answer({ grams: 9 }), fail: () => throwIt(new Error('late')) } }
  }

  test.each(['answer', 'fail'] as const)('after its instance was cancelled: its %s changes nothing', async (how) => {
    const office = new PostOffice()
    const { host, id, working, end } = await underWay(office)
    const ended = ok(await host.control({ instance: id, operation: 'cancel' }, ann)).record
    await working
    end[how]()
    await host.runDue()
    expect(await recordOf(host, id)).toEqual(ended)
    expect(await host.journal(id)).toHaveLength(2)
    expect(await host.nextDue()).toBeUndefined()
  })

  test.each(['answer', 'fail'] as const)('after its host was closed: its %s is not heard', async (how) => {
    const office = new PostOffice()
    const { host, id, working, end } = await underWay(office)
    await host.close()
    end[how]()
    await working
    const next = await office.open()
    expect(await next.journal(id)).toHaveLength(1)
    await office.world.advance(2 * minute)
    office.perform = () => ({ grams: 3 })
    await next.runDue()
    expect(await recordOf(next, id)).toMatchObject({ status: 'completed', data: { grams: 3 } })
  })

  test.each(['answer', 'fail'] as const)(
    'because it blocked the process: its %s does not disturb who took over',
    async (how) => {
      const office = new PostOffice()
      const { host, id, working, end } = await underWay(office)
      const other = await office.open()
      // No alarm rings in a process that is blocked.
      office.world.time += hour
      let finish: () => void = () => undefined
      office.perform = () =>
        new Promise((resolve) => {
          finish = () => resolve({ grams: 3 })
        })
      const takingOver = other.runDue()
      await until(() => office.keys.length === 2)
      end[how]()
      await working
      finish()
      await takingOver
      expect(await recordOf(host, id)).toMatchObject({
        status: 'completed',
        incidents: [],
        data: { grams: how === 'answer' ? 9 : 3 },
      })
      expect(await host.journal(id)).toHaveLength(2)
      expect(office.keys).toHaveLength(2)
    },
  )

  test('hears that another program left its state', async () => {
    const office = new PostOffice()
    let heard = false
    const { id, working } = await underWay(office)
    const other = await office.open()
    ok(await other.send({ instance: id, event: 'LEAVE' }, ann))
    void working.then(() => {
      heard = true
    })
    await office.world.advance(minute)
    await until(() => heard)
    expect((await recordOf(other, id)).outcome).toBe('left')
    expect(office.world.alarms).toBe(0)
  })
})

test('the answer to a suspended instance is not asked for again and again', async () => {
  const office = new PostOffice()
  const host = await office.open()
  const id = await parcel(host)
  ok(await host.control({ instance: id, operation: 'suspend' }, ann))
  for (let days = 0; days < 3; days += 1) {
    await office.world.advance(hour)
    await host.runDue()
  }
  expect(office.keys).toEqual([])
  expect(await host.nextDue()).toBeUndefined()
  ok(await host.control({ instance: id, operation: 'resume' }, ann))
  await host.runDue()
  expect((await recordOf(host, id)).status).toBe('completed')
})

test('a time limit is a minute unless it is said otherwise, and never nothing', () => {
  const declare = (timeLimit?: number): Action =>
    defineAction({
      name: 'a',
      input: {},
      output: {},
      perform: () => ({}),
      ...(timeLimit === undefined ? {} : { timeLimit }),
    })
  expect(declare().timeLimit).toBe(minute)
  expect(declare(5).timeLimit).toBe(5)
  for (const limit of [0, -1, Number.NaN]) expect(() => declare(limit)).toThrow(TypeError)
})
