import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Effect } from '../../engine/step/effect.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import { applyTaskEffects } from '../../engine/store/apply-task-effects.ts'
import { attachEvidence, largestFile, loadFile } from '../../engine/store/attach-evidence.ts'
import { assignTask, claimTask, releaseTask } from '../../engine/store/claim-task.ts'
import { taskById } from '../../engine/store/list-tasks.ts'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'
import { loadCalendar, saveCalendar } from '../../engine/store/save-calendar.ts'
import { loadDefinition, saveDefinition } from '../../engine/store/save-definition.ts'
import { insertStep, KnownRows } from '../../engine/store/write-step.ts'
import { openTask, record, savePins, stepOf } from './samples.ts'

let db: Database
beforeEach(async () => {
  db = await openDatabase(':memory:')
  savePins(db)
})
afterEach(() => db.close())

const claim = { person: 'li.wei', via: 'cli', proved: false } as const
const insert = (id: string, over: Partial<InstanceRecord> = {}) =>
  insertStep(db, new KnownRows(db), stepOf(record(id, over))).row

describe('tasks', () => {
  let row: number
  const task = () => taskById(db.kysely, 't', 0)
  const apply = (effect: Effect, at = 2000) => applyTaskEffects(db, row, [effect], at)
  beforeEach(() => {
    row = insert('a')
    applyTaskEffects(db, row, [openTask('t', { dueAt: 5000 })], 1000)
  })

  it('are moved, reminded, escalated, closed and opened again with their claim', async () => {
    apply({ id: 'e', kind: 'move-task', task: 't', dueAt: 6000 })
    apply({ id: 'e', kind: 'escalate-task', task: 't', level: 2, to: ['sponsor'] })
    apply({ id: 'e', kind: 'remind-task', task: 't' }, 2500)
    claimTask(db, 't', claim, 2600)
    expect(await task()).toMatchObject({ dueAt: 6000, escalatedTo: ['sponsor'], status: 'open' })
    apply({ id: 'e', kind: 'close-task', task: 't', outcome: 'aside' }, 3000)
    expect(await task()).toMatchObject({ status: 'aside', closedAt: 3000 })
    apply({ id: 'e', kind: 'reopen-task', task: 't', dueAt: 9000 })
    expect(await task()).toMatchObject({ status: 'open', dueAt: 9000, assignee: 'li.wei' })
    expect((await task())?.closedAt).toBeUndefined()
    const reminded = db.prepare<{ reminded_at: number }>('select reminded_at from task').get()
    expect(reminded?.reminded_at).toBe(2500)
  })

  it('are taken by one person at a time', async () => {
    expect(releaseTask(db, 't', claim, 1)).toBe(false)
    expect(claimTask(db, 't', claim, 2)).toBe(true)
    expect(claimTask(db, 't', { ...claim, person: 'wang.fang' }, 3)).toBe(false)
    expect((await task())?.assignee).toBe('li.wei')
    expect(assignTask(db, 't', 'wang.fang', claim, 4)).toBe(true)
    expect((await task())?.assignee).toBe('wang.fang')
    expect(releaseTask(db, 't', claim, 3)).toBe(true)
    expect((await task())?.assignee).toBeUndefined()
    const audit = db.prepare<object>('select at, actor, operation, subject, detail from audit').all().map(Object.values)
    expect(audit).toEqual([
      [2, 'li.wei', 'claim-task', 't', '{}'],
      [4, 'li.wei', 'assign-task', 't', '{"from":"li.wei","to":"wang.fang"}'],
      // Times never go back.
      [4, 'li.wei', 'release-task', 't', '{"from":"wang.fang"}'],
    ])
  })

  it('that are closed are taken, given and released no more', () => {
    claimTask(db, 't', claim, 1)
    apply({ id: 'e', kind: 'close-task', task: 't', outcome: 'superseded' })
    expect(claimTask(db, 't', claim, 2)).toBe(false)
    expect(assignTask(db, 't', 'wang.fang', claim, 2)).toBe(false)
    expect(releaseTask(db, 't', claim, 2)).toBe(false)
    expect(db.prepare('select * from audit').all()).toHaveLength(1)
  })

  it('keep the bytes of evidence once', () => {
    const bytes = new TextEncoder().encode('合同')
    const first = attachEvidence(db, 't', { kind: 'contract', name: 'a', bytes }, claim, 1)
    const second = attachEvidence(db, 't', { kind: 'contract', name: 'b', bytes }, claim, 2)
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(second.value.sha256).toBe(first.value.sha256)
    expect(db.prepare('select sha256 from file').all()).toHaveLength(1)
    expect(loadFile(db, first.value.sha256 ?? '')).toEqual(bytes)
    expect(loadFile(db, 'none')).toBeUndefined()
  })

  it('refuse evidence over 20 MB, and write nothing', () => {
    const bytes = new Uint8Array(largestFile + 1)
    const answer = attachEvidence(db, 't', { kind: 'contract', name: 'a', bytes }, claim, 1)
    expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual(['store/file-too-large'])
    expect(db.prepare('select sha256 from file').all()).toEqual([])
    expect(db.prepare('select row from audit').all()).toEqual([])
  })
})

describe('definitions and calendars', () => {
  it('are kept once by hash', () => {
    const definition = {
      hash: 'x',
      process: 'sale',
      version: '1.0.0',
      name: { en: 'Sale', zh: '销售' },
      source: '# 文本',
      expanded: { a: [1] },
      params: {},
      interfaces: null,
    }
    saveDefinition(db, definition, 1)
    saveDefinition(db, { ...definition, source: 'other' }, 2)
    expect(loadDefinition(db, 'x')).toEqual(definition)
    expect(loadDefinition(db, 'y')).toBeUndefined()
    const calendar = {
      id: 'office',
      zone: { id: 'UTC', offsets: [{ from: 0, minutes: 0 }] },
      week: [],
      makeup: [],
      exceptions: {},
    }
    saveCalendar(db, 'c', calendar)
    saveCalendar(db, 'c', { ...calendar, id: 'other' })
    expect(loadCalendar(db, 'c')).toEqual(calendar)
    expect(loadCalendar(db, 'd')).toBeUndefined()
  })
})
