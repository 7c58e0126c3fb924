import { expect } from 'vitest'
import { codes, day, hour, monday, ok, type Scenario } from '../stage.ts'

export const timerScenarios: readonly Scenario[] = [
  {
    name: 'after fires once at its time, and not before',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'after' })
      expect(await stage.host.nextDue()).toBe(monday + 2 * day)
      expect((await stage.pass(2 * day - 1)).timers).toBe(0)
      expect((await stage.pass(1)).timers).toBe(1)
      expect(await stage.record(id)).toMatchObject({ value: 'after', data: { notes: 1 } })
      expect(await stage.host.runDue()).toEqual({ timers: 0, effects: 0, incidents: 0 })
      expect((await stage.pass(day)).timers).toBe(1)
      expect(await stage.record(id)).toMatchObject({ status: 'completed', output: { notes: 1 } })
      const [, on] = await stage.host.journal(id)
      expect(on).toMatchObject({ kind: 'timer', at: monday + 2 * day, actor: { via: 'engine' } })
      expect(on?.lateBy).toBeUndefined()
    },
  },
  {
    name: 'timers that were missed fire in order of their due times, once each, and say by how much they are late',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'after' })
      await stage.clock.set(monday + 10 * day)
      expect((await stage.host.runDue()).timers).toBe(2)
      const late = (await stage.host.journal(id)).filter(({ kind }) => kind === 'timer').map(({ lateBy }) => lateBy)
      expect(late).toEqual([8 * day, 7 * day])
      expect((await stage.record(id)).status).toBe('completed')
      expect(await stage.host.nextDue()).toBeUndefined()
    },
  },
  {
    name: 'a state that is left takes its timers along, and sets them anew when it is entered again',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'after' })
      await stage.pass(day)
      ok(await stage.send(id, 'AWAY', 'ann'))
      expect(await stage.host.nextDue()).toBeUndefined()
      expect((await stage.pass(9 * day)).timers).toBe(0)
      ok(await stage.send(id, 'STOP', 'ann'))
      expect(await stage.host.nextDue()).toBe(monday + 12 * day)
    },
  },
  {
    name: 'at waits for a moment, and one that has passed already fires at once',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'at' })
      expect(await stage.host.nextDue()).toBe(Date.parse('2026-01-06T00:00:00Z'))
      await stage.clock.set(Date.parse('2026-01-06T00:00:00Z'))
      await stage.host.runDue()
      expect((await stage.record(id)).status).toBe('completed')
      const past = await stage.start('timers', { kind: 'at', when: '2026-01-01T00:00:00Z' })
      expect((await stage.record(past)).status).toBe('completed')
    },
  },
  {
    name: 'every repeats while its state is active, and beats that were missed do not pile up',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'beat' })
      for (let beat = 0; beat < 3; beat += 1) await stage.pass(day)
      expect((await stage.record(id)).data.beats).toBe(3)
      expect((await stage.pass(5 * day + hour)).timers).toBe(1)
      expect(await stage.host.nextDue()).toBe(monday + 9 * day)
      ok(await stage.send(id, 'STOP', 'ann'))
      expect(await stage.host.nextDue()).toBeUndefined()
      expect((await stage.record(id)).output).toMatchObject({ beats: 4 })
    },
  },
  {
    name: 'every with a task opens at most one at a time, beside the state',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'rhythm' })
      expect(await stage.open(id)).toEqual([])
      await stage.pass(7 * day)
      const first = await stage.task(id)
      await stage.pass(7 * day)
      expect((await stage.task(id)).id).toBe(first.id)
      expect((await stage.task(id)).escalatedTo).toEqual(['lead'])
      ok(await stage.complete(first.id, 'ann', { fine: true }))
      expect(await stage.record(id)).toMatchObject({ value: 'rhythm', data: { beats: 1 } })
      await stage.pass(7 * day)
      expect((await stage.task(id)).id).not.toBe(first.id)
      expect((await stage.task(id)).filled).toEqual({})
      ok(await stage.send(id, 'STOP', 'ann'))
      expect((await stage.host.tasks({ instance: id, status: 'all' })).map(({ status }) => status)).toEqual([
        'done',
        'superseded',
      ])
    },
  },
  {
    name: 'a late task climbs the ladder step by step, and stays where the ladder ends',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'up' })
      const journal = async () => (await stage.host.journal(id)).map(({ effects }) => effects.join())
      await stage.pass(day)
      expect((await journal()).at(-1)).toBe('remind-task')
      await stage.pass(day + hour)
      expect(await stage.task(id)).toMatchObject({ late: true, escalatedTo: [] })
      await stage.pass(day - hour)
      expect((await stage.task(id)).escalatedTo).toEqual(['lead'])
      await stage.pass(day)
      expect((await stage.task(id)).escalatedTo).toContain('chief')
      await stage.pass(30 * day)
      expect(await stage.host.nextDue()).toBeUndefined()
      expect((await journal()).filter((effects) => effects === 'escalate-task')).toHaveLength(2)
      ok(await stage.complete((await stage.task(id)).id, 'bob'))
    },
  },
  {
    name: 'a late task is told to the role that is named, once',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'role' })
      await stage.pass(2 * day)
      expect((await stage.task(id)).escalatedTo).toEqual(['chief'])
      await stage.pass(20 * day)
      expect((await stage.host.journal(id)).filter(({ kind }) => kind === 'timer')).toHaveLength(1)
    },
  },
  {
    name: 'a late task ends as its deadline says, and can no longer be done',
    play: async (stage) => {
      const id = await stage.start('timers', { kind: 'end' })
      const { id: task } = await stage.task(id)
      await stage.pass(3 * day - 1)
      expect((await stage.record(id)).status).toBe('running')
      await stage.pass(1)
      expect(await stage.record(id)).toMatchObject({ status: 'completed', outcome: 'lapsed' })
      expect(codes(await stage.complete(task, 'ann'))).toEqual(['host/task-closed'])
      expect(await stage.taskById(id, task)).toMatchObject({ status: 'expired' })
    },
  },
  {
    name: "late work of a rhythm climbs its own ladder, not that of the state's task",
    play: async (stage) => {
      const id = await stage.start('twofold')
      await stage.pass(day)
      await stage.pass(day + hour)
      const note = (await stage.host.tasks({ instance: id })).find(({ role }) => role === 'clerk')
      expect(note).toMatchObject({ late: true, escalatedTo: ['lead'] })
    },
  },
]
