import { expect } from 'vitest'
import { as, codes, ok, type Scenario } from '../stage.ts'

export const eventScenarios: readonly Scenario[] = [
  {
    name: 'an instance starts, is named, and moves by its events to its end',
    play: async (stage) => {
      const id = await stage.start('events', { customer: 'acme' })
      expect(id).toBe('events-acme')
      expect((await stage.view(id)).row).toMatchObject({ status: 'running', key: 'acme', startedAt: stage.clock.now() })
      const added = ok(await stage.send(id, 'ADD', 'ann', { count: 2 }))
      expect(added.record.data).toMatchObject({ customer: 'acme', count: 2 })
      expect(added.entries.map(({ kind, subject }) => [kind, subject])).toEqual([['sent', 'ADD']])
      const closed = ok(await stage.send(id, 'CLOSE', 'lou'))
      expect(closed.record).toMatchObject({ status: 'completed', outcome: 'closed', output: { count: 2 } })
      expect(codes(await stage.send(id, 'ADD', 'ann', { count: 2 }))).toEqual(['step/ended'])
    },
  },
  {
    name: 'a key finds the live instance, ignores what comes with it, and is free again after its end',
    play: async (stage) => {
      const id = await stage.start('events', { customer: 'acme', count: 5 })
      const again = ok(await stage.host.start({ process: 'events', input: { customer: 'acme', count: 9 } }, as('ann')))
      expect(again).toMatchObject({ instance: id, found: true, entries: [] })
      expect(again.record.data.count).toBe(5)
      ok(await stage.send(id, 'CLOSE', 'lou'))
      const next = ok(await stage.host.start({ process: 'events', input: { customer: 'acme' } }, as('ann')))
      expect(next).toMatchObject({ found: false, instance: 'events-acme-2' })
      expect(await stage.host.instances({ key: 'acme' })).toHaveLength(2)
    },
  },
  {
    name: 'a start that is wrong is refused and leaves nothing',
    play: async (stage) => {
      const start = (process: string, input: Record<string, string | number>, more = {}) =>
        stage.host.start({ process, input, ...more }, as('ann'))
      expect(codes(await start('evnts', {}))).toEqual(['host/unknown-process'])
      expect(codes(await start('events', {}))).toContain('step/bad-input')
      expect(codes(await start('events', { customer: 7 }))).toContain('step/bad-input')
      expect(codes(await start('events', { customer: 'a', extra: 'b' }))).toContain('step/bad-input')
      expect(codes(await start('events', { customer: 'a' }, { id: 'No Good' }))).toEqual(['host/bad-id'])
      expect(codes(await start('events', { customer: 'a' }, { params: { least: 1 } }))).toEqual(['host/unknown-param'])
      expect(codes(await stage.host.start({ process: 'events', input: { customer: 'a' } }, as('eve')))).toEqual([
        'people/unknown-person',
      ])
      expect(await stage.host.instances()).toEqual([])
      const id = ok(await start('events', { customer: 'a' }, { id: 'mine' })).instance
      expect(codes(await start('events', { customer: 'b' }, { id }))).toEqual(['host/id-taken'])
    },
  },
  {
    name: 'figures given at the start are in force for that instance',
    play: async (stage) => {
      const request = { process: 'events', input: { customer: 'few' }, params: { most: 3 } }
      const { instance } = ok(await stage.host.start(request, as('ann')))
      ok(await stage.send(instance, 'ADD', 'ann', { count: 4 }))
      expect(await stage.value(instance)).toBe('full')
      const other = await stage.start('events', { customer: 'many' })
      ok(await stage.send(other, 'ADD', 'ann', { count: 4 }))
      expect(await stage.value(other)).toBe('open')
      ok(await stage.send(other, 'ADD', 'ann', { count: 7 }))
      expect(await stage.value(other)).toBe('full')
    },
  },
  {
    name: 'an event that is unknown, unexpected, wrong or from the wrong person changes nothing',
    play: async (stage) => {
      const id = await stage.start('events', { customer: 'acme', count: 10 })
      const before = await stage.record(id)
      expect(codes(await stage.send(id, 'AD', 'ann'))).toEqual(['step/unknown-event'])
      expect(codes(await stage.send(id, 'xstate.done.state.events', 'ann'))).toEqual(['step/unknown-event'])
      expect(codes(await stage.send(id, '*', 'ann'))).toEqual(['step/unknown-event'])
      for (const data of [
        {},
        { count: 'two' },
        { count: 0 },
        { count: 1.5 },
        { count: 1, more: 1 },
        { count: 1, size: 'huge' },
      ])
        expect(codes(await stage.send(id, 'ADD', 'ann', data)), JSON.stringify(data)).not.toEqual([])
      expect(codes(await stage.send(id, 'ADD', 'cho', { count: 1 }))).toEqual(['people/may-not-send'])
      expect(codes(await stage.send(id, 'ADD', 'eve', { count: 1 }))).toEqual(['people/unknown-person'])
      expect(codes(await stage.send('events-acm', 'ADD', 'ann', { count: 1 }))).toEqual(['host/unknown-instance'])
      expect(await stage.record(id)).toEqual(before)
      ok(await stage.send(id, 'ADD', 'ann', { count: 1, size: 'large' }))
      expect(codes(await stage.send(id, 'ADD', 'ann', { count: 1 }))).toEqual(['step/event-not-expected'])
      expect(await stage.host.journal(id)).toHaveLength(2)
    },
  },
  {
    name: 'a move that requires more tells everything that is missing at once',
    play: async (stage) => {
      const id = await stage.start('events', { customer: 'acme' })
      expect(codes(await stage.send(id, 'CLOSE', 'lou'))).toEqual([
        'step/refused',
        'step/requirement',
        'step/requirement',
      ])
      expect(codes(await stage.send(id, 'CLOSE', 'ann'))).toContain('step/not-your-role')
      ok(await stage.send(id, 'ADD', 'ann', { count: 1 }))
      expect(codes(await stage.send(id, 'CLOSE', 'lou'))).toEqual(['step/refused', 'step/requirement'])
      expect((await stage.record(id)).step).toBe(2)
    },
  },
]
