import { expect } from 'vitest'
import { codes, day, ok, type Scenario } from '../stage.ts'

export const structureScenarios: readonly Scenario[] = [
  {
    name: 'regions run side by side; the parallel is done when all have ended',
    play: async (stage) => {
      for (const order of [
        ['LEFT', 'RIGHT'],
        ['RIGHT', 'LEFT'],
      ] as const) {
        const id = await stage.start('parallels')
        ok(await stage.send(id, order[0], 'ann'))
        expect((await stage.record(id)).status).toBe('running')
        expect(codes(await stage.send(id, order[0], 'ann'))).toEqual(['step/event-not-expected'])
        ok(await stage.send(id, order[1], 'ann'))
        const names = order.map((event) => event.toLowerCase())
        expect((await stage.record(id)).output).toEqual({ order: names, half: order[0] === 'RIGHT' })
      }
    },
  },
  {
    name: 'each use of a template keeps its own record, and waits for what it builds on',
    play: async (stage) => {
      const id = await stage.start('templates')
      const first = await stage.task(id)
      expect(first).toMatchObject({ role: 'clerk', state: 'both.one.work' })
      ok(await stage.complete(first.id, 'ann', { score: 3 }))
      expect((await stage.record(id)).data).toMatchObject({ one: { round: 2, score: 3 }, two: { round: 1 } })
      const again = await stage.task(id)
      expect(again).toMatchObject({ filled: { score: 3 } })
      expect(again.id).not.toBe(first.id)
      ok(await stage.complete(again.id, 'ann', { score: 8 }))
      const second = await stage.task(id)
      expect(second).toMatchObject({ role: 'lead', state: 'both.two.work', filled: {} })
      ok(await stage.complete(second.id, 'lou', { score: 6 }))
      expect(await stage.record(id)).toMatchObject({ status: 'completed', output: { one: 2, two: 1, score: 14 } })
    },
  },
  {
    name: 'work beside the flow opens once, never stops the flow, and holds up only the end',
    play: async (stage) => {
      const id = await stage.start('beside')
      ok(await stage.send(id, 'NEXT', 'ann'))
      const entry = await stage.task(id)
      ok(await stage.send(id, 'NEXT', 'ann'))
      expect((await stage.task(id)).id).toBe(entry.id)
      ok(await stage.complete(entry.id, 'ann', { words: 5 }))
      expect(await stage.open(id)).toEqual([])
      ok(await stage.send(id, 'NEXT', 'ann'))
      const next = await stage.task(id)
      ok(await stage.send(id, 'END', 'ann'))
      expect(await stage.record(id)).toMatchObject({ status: 'ending', outcome: 'over' })
      expect(codes(await stage.send(id, 'NEXT', 'ann'))).toEqual(['step/ended'])
      await stage.pass(2 * day)
      expect((await stage.task(id)).escalatedTo).toEqual(['lead'])
      ok(await stage.complete(next.id, 'ann', { words: 5 }))
      expect(await stage.record(id)).toMatchObject({ status: 'completed', output: { entries: 2 } })
    },
  },
  {
    name: 'cancelling closes the work beside the flow too',
    play: async (stage) => {
      const id = await stage.start('beside')
      ok(await stage.send(id, 'NEXT', 'ann'))
      ok(await stage.send(id, 'END', 'ann'))
      ok(await stage.control({ instance: id, operation: 'cancel' }, 'lou'))
      expect((await stage.record(id)).status).toBe('cancelled')
      expect(await stage.open(id)).toEqual([])
    },
  },
]
