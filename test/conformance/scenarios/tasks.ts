import { expect } from 'vitest'
import { as, codes, day, hour, monday, ok, type Scenario } from '../stage.ts'

const draft = { kind: 'draft', url: 'https://example.org/draft.pdf' }

export const taskScenarios: readonly Scenario[] = [
  {
    name: 'a task is handed in: its form is kept as data, its row closed, and the state moves on',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const task = await stage.task(id)
      expect(task).toMatchObject({ role: 'clerk', status: 'open', work: 'task', dueAt: monday + 2 * day + 8 * hour })
      const moved = ok(await stage.complete(task.id, 'ann', { pages: 4, summary: 'short' }, [draft]))
      expect(moved.record.data).toMatchObject({ pages: 4, summary: 'short' })
      expect(await stage.value(id)).toBe('checking')
      expect(await stage.taskById(id, task.id)).toMatchObject({ status: 'done', closedBy: 'ann' })
      const check = await stage.task(id)
      expect(codes(await stage.complete(check.id, 'ann'))).toEqual(['people/task-of-other'])
      ok(await stage.complete(check.id, 'lou'))
      expect(await stage.record(id)).toMatchObject({ status: 'completed', output: { pages: 4 } })
    },
  },
  {
    name: 'all that a task lacks is told together and nothing is changed',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const { id: task } = await stage.task(id)
      const before = await stage.record(id)
      const empty = codes(await stage.complete(task, 'ann'))
      expect(empty[0]).toBe('step/not-complete')
      expect(empty).toContain('step/evidence-missing')
      expect(empty).toHaveLength(3)
      expect(codes(await stage.complete(task, 'ann', { pages: 2 }, [draft]))).toEqual([
        'step/refused',
        'step/requirement',
        'step/requirement',
      ])
      expect(codes(await stage.complete(task, 'ann', { pages: 4, page: 1 }, [draft]))).not.toEqual([])
      expect(codes(await stage.complete(task, 'ann', { pages: 4 }, [{ ...draft, kind: 'photo' }]))).toEqual([
        'host/evidence-kind',
      ])
      expect(await stage.record(id)).toEqual(before)
      expect((await stage.task(id)).evidence.map(({ attached }) => attached)).toEqual([0, 0])
    },
  },
  {
    name: 'evidence attached before counts when the task is handed in',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const { id: task } = await stage.task(id)
      const row = ok(
        await stage.host.attach(task, { kind: 'draft', name: 'a.txt', bytes: Buffer.from('abc') }, as('ann')),
      )
      expect(row).toMatchObject({ task, kind: 'draft', name: 'a.txt', size: 3, by: 'ann' })
      expect(codes(await stage.host.attach(task, draft, as('lou')))).toEqual(['people/lacks-role'])
      expect((await stage.task(id)).evidence).toMatchObject([
        { kind: 'draft', attached: 1 },
        { kind: 'sketch', attached: 0 },
      ])
      ok(await stage.complete(task, 'ann', { pages: 3 }))
    },
  },
  {
    name: 'a task that is done is not done twice, whoever asks',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const { id: task } = await stage.task(id)
      ok(await stage.complete(task, 'ann', { pages: 3 }, [draft]))
      for (const person of ['ann', 'bob'])
        expect(codes(await stage.complete(task, person, { pages: 5 }, [draft]))).toEqual(['host/task-closed'])
      expect(codes(await stage.complete(`${task}9`, 'ann'))).toEqual(['host/unknown-task'])
      expect((await stage.record(id)).data.pages).toBe(3)
      expect(await stage.host.journal(id)).toHaveLength(2)
    },
  },
  {
    name: 'a task is for those entitled to it, and for one alone who has claimed it',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const { id: task } = await stage.task(id)
      expect(codes(await stage.complete(task, 'lou', { pages: 3 }, [draft]))).toEqual(['people/lacks-role'])
      expect(codes(await stage.host.claimTask(task, as('cho')))).toEqual(['people/lacks-role'])
      expect(ok(await stage.host.claimTask(task, as('bob'))).assignee).toBe('bob')
      expect(codes(await stage.complete(task, 'ann', { pages: 3 }, [draft]))).toEqual(['people/claimed-by-other'])
      expect(codes(await stage.host.claimTask(task, as('ann')))).toEqual(['people/claimed-by-other'])
      expect(codes(await stage.host.releaseTask(task, as('ann')))).toEqual(['people/may-not-release'])
      expect(ok(await stage.host.releaseTask(task, as('lou'))).assignee).toBeUndefined()
      expect(ok(await stage.host.assignTask(task, 'ann', as('lou'))).assignee).toBe('ann')
      expect(codes(await stage.host.assignTask(task, 'cho', as('lou')))).toEqual(['people/lacks-role'])
      ok(await stage.complete(task, 'ann', { pages: 3 }, [draft]))
    },
  },
  {
    name: 'sending the business name of its ending is handing the task in, with all that is asked',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const { id: task } = await stage.task(id)
      expect(codes(await stage.send(id, 'HANDED_IN', 'ann', { pages: 4 }))).toEqual([
        'step/not-complete',
        'step/evidence-missing',
      ])
      ok(await stage.host.attach(task, draft, as('ann')))
      expect(codes(await stage.send(id, 'HANDED_IN', 'lou', { pages: 4 }))).toEqual(['people/lacks-role'])
      ok(await stage.send(id, 'HANDED_IN', 'ann', { pages: 4 }))
      expect(await stage.value(id)).toBe('checking')
      expect(codes(await stage.send(id, 'HANDED_IN', 'ann', { pages: 4 }))).not.toEqual([])
    },
  },
  {
    name: 'a form that comes again is filled in, and a task whose state was left is superseded',
    play: async (stage) => {
      const id = await stage.start('tasks')
      const first = await stage.task(id)
      ok(await stage.complete(first.id, 'ann', { pages: 4, summary: 'short' }, [draft]))
      const check = await stage.task(id)
      ok(await stage.send(id, 'REDO', 'lou'))
      expect(await stage.taskById(id, check.id)).toMatchObject({ status: 'superseded' })
      expect(codes(await stage.complete(check.id, 'lou'))).toEqual(['host/task-closed'])
      const again = await stage.task(id)
      expect(again.id).not.toBe(first.id)
      expect(again.filled).toEqual({ pages: 4, summary: 'short' })
      ok(await stage.complete(again.id, 'bob', { pages: 5 }, [draft]))
      expect((await stage.record(id)).data).toEqual({ pages: 5 })
    },
  },
]
