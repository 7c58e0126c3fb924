import { expect } from 'vitest'
import { as, codes, day, monday, ok, type Scenario } from '../stage.ts'

export const historyScenarios: readonly Scenario[] = [
  {
    name: 'an interrupted task is put aside and comes back the same, its due time moved by the time away',
    play: async (stage) => {
      const id = await stage.start('histories')
      const task = await stage.task(id)
      ok(await stage.host.claimTask(task.id, as('bob')))
      await stage.pass(day)
      ok(await stage.send(id, 'BLOCK', 'lou'))
      expect(await stage.open(id)).toEqual([])
      expect(await stage.taskById(id, task.id)).toMatchObject({ status: 'aside', assignee: 'bob' })
      expect(codes(await stage.complete(task.id, 'bob', { text: 'x' }))).toEqual(['step/task-aside'])
      expect((await stage.pass(10 * day)).timers).toBe(0)
      ok(await stage.send(id, 'RESUME', 'lou'))
      expect(await stage.task(id)).toMatchObject({
        id: task.id,
        assignee: 'bob',
        dueAt: monday + 12 * day,
        openedAt: monday,
      })
      expect(await stage.host.nextDue()).toBe(monday + 13 * day)
      ok(await stage.complete(task.id, 'bob', { text: 'x' }))
    },
  },
  {
    name: 'deep history leads back to where it was, shallow only to the state inside that stood there',
    play: async (stage) => {
      for (const [event, inside] of [
        ['RESUME', 'b'],
        ['AGAIN', 'a'],
      ] as const) {
        const id = await stage.start('histories')
        ok(await stage.complete((await stage.task(id)).id, 'ann', { text: 'x' }))
        ok(await stage.complete((await stage.task(id)).id, 'ann'))
        expect(await stage.value(id)).toEqual({ active: { second: 'b' } })
        const before = await stage.task(id)
        ok(await stage.send(id, 'BLOCK', 'lou'))
        ok(await stage.send(id, event, 'lou'))
        expect(await stage.value(id)).toEqual({ active: { second: inside } })
        const after = await stage.task(id)
        expect(after.id === before.id, event).toBe(inside === 'b')
        const { timers } = await stage.record(id)
        expect(timers.some(({ kind }) => kind === 'after')).toBe(inside === 'b')
      }
    },
  },
  {
    name: 'what was put aside stays so through a pause, and is cancelled with the instance',
    play: async (stage) => {
      const id = await stage.start('histories')
      const task = await stage.task(id)
      ok(await stage.send(id, 'BLOCK', 'lou'))
      ok(await stage.control({ instance: id, operation: 'suspend' }, 'lou'))
      await stage.pass(3 * day)
      ok(await stage.control({ instance: id, operation: 'resume' }, 'lou'))
      ok(await stage.send(id, 'RESUME', 'lou'))
      expect((await stage.task(id)).dueAt).toBe(monday + 5 * day)
      ok(await stage.send(id, 'BLOCK', 'lou'))
      ok(await stage.control({ instance: id, operation: 'cancel' }, 'lou'))
      expect(await stage.taskById(id, task.id)).toMatchObject({ status: 'cancelled' })
    },
  },
  {
    name: 'a task of a rhythm is put aside and comes back with the rest of its state',
    play: async (stage) => {
      const id = await stage.start('histories')
      ok(await stage.complete((await stage.task(id)).id, 'ann', { text: 'x' }))
      await stage.pass(day)
      const before = (await stage.open(id)).map((row) => row.id)
      expect(before).toHaveLength(2)
      ok(await stage.send(id, 'BLOCK', 'lou'))
      expect(await stage.open(id)).toEqual([])
      await stage.pass(day)
      ok(await stage.send(id, 'RESUME', 'lou'))
      expect((await stage.open(id)).map((row) => row.id)).toEqual(before)
    },
  },
  {
    name: 'what was put aside is superseded when its state is begun anew',
    play: async (stage) => {
      const id = await stage.start('histories')
      const task = await stage.task(id)
      ok(await stage.send(id, 'BLOCK', 'lou'))
      ok(await stage.send(id, 'AFRESH', 'lou'))
      expect(await stage.taskById(id, task.id)).toMatchObject({ status: 'superseded' })
      expect((await stage.task(id)).id).not.toBe(task.id)
      expect((await stage.record(id)).aside).toEqual([])
    },
  },
  {
    name: 'a child of an interrupted state is cancelled, and begun anew on the return',
    play: async (stage) => {
      const id = await stage.start('histories')
      ok(await stage.complete((await stage.task(id)).id, 'ann', { text: 'x' }))
      for (const _inner of ['a', 'b']) ok(await stage.complete((await stage.task(id)).id, 'ann'))
      expect(await stage.value(id)).toEqual({ active: 'third' })
      await stage.host.runDue()
      ok(await stage.send(id, 'BLOCK', 'lou'))
      await stage.host.runDue()
      ok(await stage.send(id, 'RESUME', 'lou'))
      await stage.host.runDue()
      const { children } = await stage.view(id)
      expect(children.map(({ status }) => status)).toEqual(['cancelled', 'running'])
    },
  },
  {
    name: 'a state with a task of its own and one of a rhythm brings both back',
    play: async (stage) => {
      const id = await stage.start('histories')
      ok(await stage.complete((await stage.task(id)).id, 'ann', { text: 'x' }))
      ok(await stage.complete((await stage.task(id)).id, 'ann'))
      await stage.pass(2 * day)
      const before = (await stage.open(id)).map((row) => row.id).sort()
      expect(before).toHaveLength(3)
      ok(await stage.send(id, 'BLOCK', 'lou'))
      ok(await stage.send(id, 'RESUME', 'lou'))
      expect((await stage.open(id)).map((row) => row.id).sort()).toEqual(before)
      expect((await stage.record(id)).aside).toEqual([])
      ok(await stage.send(id, 'BLOCK', 'lou'))
      ok(await stage.send(id, 'AFRESH', 'lou'))
      const rows = await stage.host.tasks({ instance: id, status: 'all' })
      expect(
        rows
          .filter(({ status }) => status === 'superseded')
          .map((row) => row.id)
          .sort(),
      ).toEqual(before)
    },
  },
]
