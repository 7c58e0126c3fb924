import { expect } from 'vitest'
import { as, codes, day, monday, ok, type Scenario } from '../stage.ts'

const bytes = new TextEncoder().encode('the first draft')

export const dossierScenarios: readonly Scenario[] = [
  {
    name: 'a remark on an instance or a task is kept in order, also when that is over, and moves nothing',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const task = await stage.task(id)
      const { step } = await stage.record(id)
      ok(await stage.host.comment({ instance: id, text: 'Take the new template' }, as('lou')))
      await stage.pass(day)
      ok(await stage.host.comment({ instance: id, task: task.id, text: '已开始' }, as('ann')))
      expect(await stage.host.comments(id)).toEqual([
        { instance: id, text: 'Take the new template', by: 'lou', at: monday },
        { instance: id, task: task.id, text: '已开始', by: 'ann', at: monday + day },
      ])
      expect((await stage.record(id)).step).toBe(step)
      ok(await stage.complete(task.id, 'ann', { pages: 3 }, [{ kind: 'draft', url: 'https://example.org/draft' }]))
      ok(await stage.host.comment({ instance: id, task: task.id, text: 'Well done' }, as('lou')))
      expect(await stage.host.comments(id)).toHaveLength(3)
      expect(await stage.host.comments(await stage.start('tasks'))).toEqual([])
    },
  },
  {
    name: 'a remark of nobody, on nothing, or without words is refused',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const other = await stage.task(await stage.start('tasks'))
      const say = async (comment: { instance?: string; task?: string; text?: string }, person = 'ann') =>
        codes(await stage.host.comment({ instance: id, text: 'Well', ...comment }, as(person)))
      expect(await say({}, 'nobody')).toEqual(['people/unknown-person'])
      expect(await say({ instance: 'task' })).toEqual(['host/unknown-instance'])
      expect(await say({ task: other.id })).toEqual(['host/unknown-task'])
      expect(await say({ text: ' \n' })).toEqual(['host/empty-comment'])
      expect(await say({ text: '字'.repeat(21_846) })).toEqual(['host/too-large'])
      expect(await say({ text: '字'.repeat(21_845) })).toEqual([])
      expect(await stage.host.comments(id)).toHaveLength(1)
    },
  },
  {
    name: 'evidence is given back as it was attached, also after the task is done',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const { id: task } = await stage.task(id)
      ok(await stage.host.attach(task, { kind: 'draft', name: 'draft.txt', bytes }, as('ann')))
      ok(await stage.complete(task, 'ann', { pages: 3 }, [{ kind: 'sketch', url: 'https://example.org/sketch' }]))
      const [draft, sketch] = await stage.host.evidence(task)
      expect(draft).toMatchObject({ task, kind: 'draft', name: 'draft.txt', size: 15, by: 'ann', at: monday })
      expect(sketch).toMatchObject({ kind: 'sketch', url: 'https://example.org/sketch' })
      if (!draft || !sketch) throw new Error('evidence is missing')
      expect(Buffer.from(ok(await stage.host.evidenceBytes(draft))).toString()).toBe('the first draft')
      expect(codes(await stage.host.evidenceBytes(sketch))).toEqual(['host/evidence-elsewhere'])
      expect(codes(await stage.host.evidenceBytes({ ...draft, sha256: '0'.repeat(64) }))).toEqual([
        'host/evidence-damaged',
      ])
    },
  },
]
