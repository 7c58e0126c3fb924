import { expect } from 'vitest'
import { as, codes, ok, type Scenario } from '../stage.ts'

export const journalScenarios: readonly Scenario[] = [
  {
    name: 'a journal proves what is stored, and an entry that was changed is named',
    play: async (stage) => {
      const id = await stage.start('events', { customer: 'acme' })
      for (const count of [1, 2, 3]) ok(await stage.send(id, 'ADD', 'ann', { count }))
      const entries = await stage.host.journal(id)
      expect(entries.map(({ step }) => step)).toEqual([1, 2, 3, 4])
      expect(ok(await stage.host.verify(id))).toEqual({ entries: 4, erased: [], head: entries[3]?.hash })
      stage.broken.add(id)
      await stage.opened.tamper(id, 3)
      const proof = await stage.host.verify(id)
      expect(codes(proof)).toEqual(['journal/broken-chain'])
      expect(!proof.ok && proof.problems[0]?.blanks.step).toBe(3)
    },
  },
  {
    name: 'a comment and who acted stand in the entry; times never go back',
    play: async (stage) => {
      const id = await stage.start('events', { customer: 'acme' })
      const startedAt = stage.clock.now()
      await stage.clock.advance(-5000)
      const request = { instance: id, event: 'ADD', data: { count: 1 }, comment: 'by phone' }
      const { entries, record } = ok(await stage.host.send(request, as('ann')))
      expect(entries[0]).toMatchObject({ at: startedAt, actor: { id: 'ann', via: 'cli', proved: false } })
      expect(entries[0]?.payload?.event).toMatchObject({ comment: 'by phone', data: { count: 1 } })
      expect(record.at).toBe(startedAt)
    },
  },
  {
    name: 'what is too large is refused whole',
    play: async (stage) => {
      const long = 'x'.repeat(70_000)
      expect(codes(await stage.host.start({ process: 'events', input: { customer: long } }, as('ann')))).toContain(
        'host/too-large',
      )
      expect(await stage.host.instances()).toEqual([])
      expect(codes(await stage.host.verify('nothing'))).toEqual(['host/unknown-instance'])
      expect(await stage.host.instance('nothing')).toBeUndefined()
    },
  },
]
