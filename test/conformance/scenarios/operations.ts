import { expect } from 'vitest'
import { codes, day, monday, ok, type Scenario } from '../stage.ts'

export const operationScenarios: readonly Scenario[] = [
  {
    name: 'a suspended instance takes no event and fires no timer; resumed, its due times have moved by the pause',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'up' })
      const task = await stage.task(id)
      await stage.pass(day / 2)
      ok(await stage.control({ instance: id, operation: 'suspend' }, 'lou'))
      expect((await stage.view(id)).row.status).toBe('suspended')
      expect(await stage.host.nextDue()).toBeUndefined()
      expect((await stage.pass(10 * day)).timers).toBe(0)
      expect(codes(await stage.complete(task.id, 'ann'))).toEqual(['step/suspended'])
      expect(codes(await stage.control({ instance: id, operation: 'suspend' }, 'lou'))).toEqual(['step/suspended'])
      ok(await stage.control({ instance: id, operation: 'resume' }, 'lou'))
      expect((await stage.task(id)).dueAt).toBe(monday + 12 * day)
      expect(await stage.host.nextDue()).toBe(monday + 11 * day)
      expect(codes(await stage.control({ instance: id, operation: 'resume' }, 'lou'))).toEqual(['step/not-suspended'])
      ok(await stage.complete(task.id, 'ann'))
    },
  },
  {
    name: 'resumed with its dates kept, an instance is late at once',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'end' })
      ok(await stage.control({ instance: id, operation: 'suspend' }, 'lou'))
      await stage.pass(10 * day)
      ok(await stage.control({ instance: id, operation: 'resume', keepDates: true }, 'lou'))
      expect((await stage.task(id)).dueAt).toBe(monday + 2 * day)
      await stage.host.runDue()
      expect((await stage.record(id)).outcome).toBe('lapsed')
      expect((await stage.host.journal(id)).at(-1)?.lateBy).toBe(7 * day)
    },
  },
  {
    name: 'a cancelled instance closes everything and takes nothing more',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'up' })
      const task = await stage.task(id)
      ok(await stage.control({ instance: id, operation: 'suspend' }, 'lou'))
      ok(await stage.control({ instance: id, operation: 'cancel' }, 'lou'))
      expect(await stage.record(id)).toMatchObject({ status: 'cancelled', waits: [], timers: [] })
      expect(await stage.taskById(id, task.id)).toMatchObject({ status: 'cancelled' })
      expect(codes(await stage.complete(task.id, 'ann'))).toEqual(['host/task-closed'])
      expect(codes(await stage.send(id, 'STOP', 'ann'))).toEqual(['step/ended'])
      expect(codes(await stage.control({ instance: id, operation: 'resume' }, 'lou'))).toEqual(['step/ended'])
      expect(await stage.host.nextDue()).toBeUndefined()
    },
  },
  {
    name: 'what could not be told after all its tries stands as an incident, and a retry tells it',
    play: async (stage) => {
      const parent = await stage.start('mishap')
      const [child] = await stage.host.instances({ process: 'mishap-child' })
      const id = child?.id ?? ''
      ok(await stage.send(id, 'TELL', 'ann'))
      for (let tries = 0; tries < 5; tries += 1) await stage.pass(day)
      expect((await stage.record(id)).incidents).toMatchObject([{ code: 'step/event-not-expected' }])
      expect(await stage.host.nextDue()).toBeUndefined()
      ok(await stage.send(parent, 'OPEN', 'ann'))
      ok(await stage.control({ instance: id, operation: 'retry' }, 'lou'))
      await stage.host.runDue()
      expect((await stage.record(id)).incidents).toEqual([])
      ok(await stage.send(id, 'END', 'ann'))
      await stage.host.runDue()
      expect((await stage.record(parent)).output).toEqual({ told: 1 })
    },
  },
  {
    name: 'only the roles under control may; where there are none, nobody',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'up' })
      for (const operation of ['suspend', 'resume', 'cancel', 'retry'] as const)
        expect(codes(await stage.control({ instance: id, operation }, 'ann')), operation).toEqual([
          'people/may-not-control',
        ])
      expect(codes(await stage.control({ instance: id, operation: 'retry' }, 'lou'))).toEqual(['step/no-incident'])
      const other = await stage.start('tasks')
      expect(codes(await stage.control({ instance: other, operation: 'cancel' }, 'lou'))).toEqual([
        'people/nobody-controls',
      ])
    },
  },
]
