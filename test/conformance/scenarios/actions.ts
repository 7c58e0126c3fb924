import { expect } from 'vitest'
import { answeringWrong, failing, failingTwice, performed } from '../crew-plugin.ts'
import { codes, hour, ok, type Scenario } from '../stage.ts'

const minute = hour / 60

export const actionScenarios: readonly Scenario[] = [
  {
    name: 'an action is performed after the commit, and its answer moves the instance',
    play: async (stage) => {
      const { instance, record } = ok(
        await stage.host.start(
          { process: 'actions', input: { value: 21 } },
          { person: 'lou', via: 'cli', proved: false },
        ),
      )
      expect(record.value).toBe('handled')
      expect(performed.size).toBe(0)
      expect(await stage.host.runDue()).toEqual({ timers: 0, effects: 1, incidents: 0 })
      expect((await stage.record(instance)).output).toEqual({ doubled: 42 })
      expect([...performed.keys()]).toEqual([`${instance}/1/0`])
      expect(await stage.host.runDue()).toEqual({ timers: 0, effects: 0, incidents: 0 })
      expect([...performed.values()]).toEqual([1])
    },
  },
  {
    name: 'an action that fails is tried again, later each time, and counted once',
    play: async (stage) => {
      const id = await stage.start('actions', { value: failingTwice })
      expect(await stage.value(id)).toBe('handled')
      expect(await stage.host.nextDue()).toBe(stage.clock.now() + 1000)
      await stage.pass(1000)
      expect(await stage.host.nextDue()).toBe(stage.clock.now() + 2000)
      await stage.pass(2000)
      expect((await stage.record(id)).output).toEqual({ doubled: 14 })
      expect([...performed.values()]).toEqual([3])
      expect(await stage.host.journal(id)).toHaveLength(2)
    },
  },
  {
    name: 'an action that fails for good ends as failed',
    play: async (stage) => {
      const id = await stage.start('actions', { value: failing })
      for (let tries = 0; tries < 4; tries += 1) await stage.pass(minute)
      expect(await stage.record(id)).toMatchObject({ outcome: 'failed', data: { why: 'action-failed' } })
      expect([...performed.values()]).toEqual([3])
    },
  },
  {
    name: 'an answer that is not what the action declares is a failure, and not asked for again',
    play: async (stage) => {
      const id = await stage.start('actions', { value: answeringWrong })
      expect(await stage.record(id)).toMatchObject({ outcome: 'failed', data: { why: 'wrong-answer' } })
      expect([...performed.values()]).toEqual([1])
    },
  },
  {
    name: 'a move that cannot be worked out becomes an incident, which can be retried once it is put right',
    play: async (stage) => {
      const id = await stage.start('actions', { value: 2, mode: 'bare' })
      expect((await stage.view(id)).row).toMatchObject({ incidents: 1, status: 'running' })
      const [incident] = (await stage.record(id)).incidents
      expect(incident).toMatchObject({ state: 'bare', code: 'expression/division-by-zero' })
      expect(await stage.host.nextDue()).toBeUndefined()
      const retry = { instance: id, operation: 'retry', incident: incident?.id ?? '' } as const
      expect(codes(await stage.control(retry, 'lou'))).toContain('step/expression-failed')
      expect((await stage.record(id)).incidents).toHaveLength(1)
      ok(await stage.send(id, 'FIX', 'ann'))
      expect(codes(await stage.control({ ...retry, incident: 'another' }, 'lou'))).toEqual(['step/no-incident'])
      ok(await stage.control(retry, 'lou'))
      expect(await stage.record(id)).toMatchObject({ incidents: [], output: { doubled: 6 } })
      expect([...performed.values()]).toEqual([1])
    },
  },
  {
    name: 'a failure that nothing follows is an incident; a retry performs the action anew, under another key',
    play: async (stage) => {
      const id = await stage.start('actions', { value: failing, mode: 'open' })
      for (let tries = 0; tries < 4; tries += 1) await stage.pass(minute)
      expect((await stage.view(id)).row).toMatchObject({ incidents: 1, status: 'running' })
      const [incident] = (await stage.record(id)).incidents
      expect(incident).toMatchObject({ state: 'untaken', code: 'action-failed', message: 'the line is busy' })
      expect(await stage.host.nextDue()).toBeUndefined()
      ok(await stage.control({ instance: id, operation: 'retry', incident: incident?.id ?? '' }, 'lou'))
      expect((await stage.record(id)).incidents).toEqual([])
      for (let tries = 0; tries < 4; tries += 1) await stage.pass(minute)
      expect([...performed.values()]).toEqual([3, 3])
      expect((await stage.record(id)).incidents).toHaveLength(1)
      ok(await stage.send(id, 'LEAVE', 'ann'))
      expect(await stage.record(id)).toMatchObject({ status: 'completed', incidents: [] })
    },
  },
  {
    name: 'an action whose state is left before it began is not performed',
    play: async (stage) => {
      const start = { process: 'actions', input: { value: 1, mode: 'slow' } }
      const { instance } = ok(await stage.host.start(start, { person: 'lou', via: 'cli', proved: false }))
      ok(await stage.send(instance, 'LEAVE', 'ann'))
      await stage.host.runDue()
      expect(performed.size).toBe(0)
      expect((await stage.record(instance)).outcome).toBe('failed')
    },
  },
  {
    name: 'the answer to a suspended instance waits for its return',
    play: async (stage) => {
      const start = { process: 'actions', input: { value: 4 } }
      const { instance } = ok(await stage.host.start(start, { person: 'lou', via: 'cli', proved: false }))
      ok(await stage.control({ instance, operation: 'suspend' }, 'lou'))
      for (let tries = 0; tries < 12; tries += 1) await stage.pass(hour)
      expect((await stage.view(instance)).row).toMatchObject({ status: 'suspended', incidents: 0 })
      ok(await stage.control({ instance, operation: 'resume' }, 'lou'))
      await stage.pass(hour)
      expect((await stage.record(instance)).output).toEqual({ doubled: 8 })
    },
  },
]
