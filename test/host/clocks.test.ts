/** Clocks that jump: a laptop that was closed for weeks, and one whose clock is set back. */
import { describe, expect, test } from 'vitest'
import { claimDueEffects } from '../../engine/store/claim-due-effects.ts'
import { claimDueInstances } from '../../engine/store/claim-due-instances.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { ann, clock, day, hour, minute, monday, ok, PostOffice, parcel, recordOf, until } from './post-office.ts'

/** Which instance's timer fired, how late, in the order they fired over all instances. */
async function firedLate(ids: readonly string[], office: PostOffice) {
  const db = await openDatabase(office.file)
  const rows = db
    .prepare<{ id: string; subject: string; fixed: string }>(
      `select instance.id, subject, fixed from journal inner join instance on instance.row = journal.instance
      where kind = 'timer' order by journal.row`,
    )
    .all()
  db.close()
  return rows
    .filter(({ id }) => ids.includes(id))
    .map(({ id, subject, fixed }) => [ids.indexOf(id), subject.split('@')[0], JSON.parse(fixed).lateBy])
}

describe('a laptop that was closed for three weeks', () => {
  test('fires late timers once each, in order of due time over all instances, each saying how late', async () => {
    const office = new PostOffice()
    const host = await office.open()
    const ids = [
      await clock(host, office.world, 5 * day, 9 * day + hour),
      await clock(host, office.world, 2 * day + hour, 3 * day + hour),
      await clock(host, office.world, 4 * day + hour, 30 * day),
    ]
    office.world.time += 21 * day
    const worked = await host.runDue()
    // A rhythm of a day beats once, not twenty times, where its state is still active.
    const rhythm = (late: number) => ['every', late * day] as const
    expect(await firedLate(ids, office)).toEqual([
      [0, ...rhythm(20)],
      [1, ...rhythm(20)],
      [2, ...rhythm(20)],
      [1, 'at', 19 * day - hour],
      [1, 'at', 18 * day - hour],
      [2, 'at', 17 * day - hour],
      [0, 'at', 16 * day],
      [0, 'at', 12 * day - hour],
    ])
    expect(worked.timers).toBe(8)
    expect(await host.runDue()).toEqual({ timers: 0, effects: 0, incidents: 0 })
    expect((await recordOf(host, ids[2] ?? '')).data).toMatchObject({ beats: 1, fired: 1 })
    expect(await host.nextDue()).toBe(monday + 22 * day)
    for (const id of ids) expect(await host.verify(id)).toMatchObject({ ok: true })
  })

  test('finds an action that was under way, counts it once, and tries what was put off', async () => {
    const office = new PostOffice()
    const host = await office.open()
    const id = await parcel(host)
    let answer: () => void = () => undefined
    office.perform = () =>
      new Promise((resolve) => {
        answer = () => resolve({ grams: 5 })
      })
    const failing = await parcel(host, 2)
    const { perform } = office
    office.perform = (context) => {
      if (context.input.number === 2) throw new Error('no line')
      return perform(context)
    }
    const working = host.runDue()
    // The other has failed, and is put off for a second.
    await until(async () => (await host.nextDue()) === monday + 1000)
    office.world.time += 21 * day
    office.perform = () => ({ grams: 6 })
    answer()
    await working
    expect(await recordOf(host, id)).toMatchObject({ status: 'completed', data: { grams: 5 } })
    expect(await recordOf(host, failing)).toMatchObject({ status: 'completed', data: { grams: 6 } })
    expect(office.keys).toEqual([`${id}/1/0`, `${failing}/1/0`, `${failing}/1/0`])
  })
})

describe('a clock that is set back', () => {
  test('lets no time of an instance go back, and holds nothing up that is due at once', async () => {
    const office = new PostOffice()
    const host = await office.open()
    const id = await clock(host, office.world, 10 * day, 20 * day)
    ok(await host.send({ instance: id, event: 'NOTE', data: { text: 'before' } }, ann))
    office.world.time -= 8 * hour
    ok(await host.send({ instance: id, event: 'NOTE', data: { text: 'after' } }, ann))
    expect((await host.journal(id)).map(({ at }) => at)).toEqual([monday, monday, monday])
    expect(ok(await host.verify(id)).entries).toBe(3)
    // Absolute due times are kept, and fire when the clock says so.
    expect((await recordOf(host, id)).timers.map(({ dueAt }) => dueAt)).toEqual([monday + day, monday + 10 * day])
    await office.world.advance(8 * hour + day - 1)
    expect((await host.runDue()).timers).toBe(0)
    await office.world.advance(1)
    expect((await host.runDue()).timers).toBe(1)
  })

  test('does not make an action wait for the old time to come again', async () => {
    const office = new PostOffice()
    const host = await office.open()
    const early = await parcel(host, 1)
    office.world.time -= 3 * day
    const late = await parcel(host, 2)
    expect((await host.runDue()).effects).toBe(2)
    for (const id of [early, late]) expect((await recordOf(host, id)).status).toBe('completed')
  })

  test('does not make another try wait longer than the longest pause there is', async () => {
    const office = new PostOffice()
    const host = await office.open()
    await parcel(host)
    office.perform = () => {
      throw new Error('no line')
    }
    await host.runDue()
    office.world.time -= 30 * day
    office.perform = () => ({ grams: 1 })
    expect((await host.runDue()).effects).toBe(1)
  })

  test.each([
    ['a timer', 'timers'],
    ['an action', 'effects'],
  ] as const)('frees %s that a dead program had claimed', async (_, what) => {
    const office = new PostOffice()
    const dead = await office.open()
    const id = what === 'timers' ? await clock(dead, office.world, day, 20 * day) : await parcel(dead)
    await office.world.advance(2 * day)
    const db = await openDatabase(office.file)
    const lease = { by: 'dead', until: office.world.now() + minute }
    const claimed =
      what === 'timers'
        ? claimDueInstances(db, office.world.now(), lease, 9)
        : claimDueEffects(db, office.world.now(), lease, 9)
    expect(claimed).toHaveLength(1)
    db.close()
    const next = await office.open()
    office.world.time -= hour
    expect((await next.runDue())[what]).toBeGreaterThan(0)
    expect((await recordOf(next, id)).step).toBeGreaterThan(1)
  })
})
