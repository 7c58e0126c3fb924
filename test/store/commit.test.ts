import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isEngineError } from '../../engine/problem/engine-error.ts'
import type { Effect } from '../../engine/step/effect.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import { claimDueEffects, loadPending } from '../../engine/store/claim-due-effects.ts'
import { claimDueInstances, releaseInstance } from '../../engine/store/claim-due-instances.ts'
import { failEffect, finishEffect, retryEffectAt } from '../../engine/store/finish-effect.ts'
import { insertPending } from '../../engine/store/insert-pending.ts'
import { findLive, loadInstance } from '../../engine/store/load-instance.ts'
import { nextDue } from '../../engine/store/next-due.ts'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'
import { readJournal } from '../../engine/store/read-journal.ts'
import { saveFields } from '../../engine/store/save-fields.ts'
import { insertStep, KnownRows, updateStep } from '../../engine/store/write-step.ts'
import { entry, openTask, record, savePins, stepOf, timer } from './samples.ts'

let db: Database
let rows: KnownRows
beforeEach(async () => {
  db = await openDatabase(':memory:')
  rows = new KnownRows(db)
  savePins(db)
})
afterEach(() => db.close())

const stored = (id: string) => {
  const found = loadInstance(db, id)
  if (!found) throw new Error(`no instance ${id}`)
  return found
}
const insert = (id: string, over: Partial<InstanceRecord> = {}) => {
  rows.forget()
  return insertStep(db, rows, stepOf(record(id, over))).row
}
const update = (expected: number, next: InstanceRecord) => {
  const before = stored(next.id)
  return updateStep(db, rows, { ...before, record: { ...before.record, step: expected } }, stepOf(next)) !== undefined
}

function refused(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch (thrown) {
    return isEngineError(thrown) && thrown.problem.code === 'store/failed'
  }
}

describe('instances', () => {
  it('come back as they were written', () => {
    const row = insert('a', { key: 'k' })
    expect(loadInstance(db, 'a')).toEqual({ row, record: record('a', { key: 'k' }), head: '1'.repeat(64), entry: 1 })
    expect(loadInstance(db, 'b')).toBeUndefined()
  })

  it('are moved only from the step that was expected', () => {
    insert('a')
    expect(update(7, record('a', { step: 8 }))).toBe(false)
    expect(stored('a').head).toBe('1'.repeat(64))
    expect(update(1, record('a', { step: 2, at: 5 }))).toBe(true)
    expect(stored('a')).toMatchObject({ record: { step: 2, at: 5 }, head: '2'.repeat(64) })
  })

  it('live once a process and key', () => {
    insert('a', { key: 'k' })
    expect(findLive(db, 'sale', 'k')?.record.id).toBe('a')
    expect(refused(() => insert('b', { key: 'k' }))).toBe(true)
    insert('c', { key: 'other' })
    insert('d', { key: 'k', process: 'pilot' })
    update(1, record('a', { key: 'k', status: 'ending', step: 2 }))
    expect(findLive(db, 'sale', 'k')?.record.id).toBe('a')
    update(2, record('a', { key: 'k', status: 'completed', step: 3 }))
    expect(findLive(db, 'sale', 'k')).toBeUndefined()
    insert('b', { key: 'k' })
    expect(findLive(db, 'sale', 'k')?.record.id).toBe('b')
  })

  it('have ids of their own', () => {
    insert('a')
    expect(refused(() => insert('a'))).toBe(true)
  })

  it('keep what people search them by', () => {
    const row = insert('a')
    saveFields(db, row, { customer: '希望光学', score: 7.5 })
    saveFields(db, row, { customer: '明亮光学' })
    expect(db.prepare<object>('select name, text, number from v_field').all().map(Object.values)).toEqual([
      ['customer', '明亮光学', null],
    ])
  })
})

describe('the journal', () => {
  it('gives back each entry as it was sealed, from the first to the last', async () => {
    insert('a')
    insert('b')
    const over = { previous: '1'.repeat(64), lateBy: 5, status: 'ending' } as const
    const { payload: _payload, salt: _salt, ...erased } = entry('a', 2, over)
    updateStep(db, rows, stored('a'), stepOf(record('a', { step: 2 }), { entry: erased }))
    expect(await readJournal(db.kysely, 'a')).toEqual([entry('a', 1), erased])
    expect(await readJournal(db.kysely, 'b')).toEqual([entry('b', 1)])
    expect(await readJournal(db.kysely, 'c')).toEqual([])
  })

  it('holds a step once', () => {
    insert('a')
    expect(update(1, record('a', { step: 2 }))).toBe(true)
    expect(update(1, record('a', { step: 2 }))).toBe(false)
    const columns = 'instance, step, at, kind, subject, actor, erased'
    expect(db.prepare<object>(`select ${columns} from v_journal where step = 2`).all().map(Object.values)).toEqual([
      ['a', 2, 1002, 'sent', 'INTENT_CONFIRMED', 'li.wei', 0],
    ])
  })
})

describe('due instances', () => {
  const lease = (by: string, until = 100) => ({ by, until })
  const due = (now: number, by: string, limit = 10) =>
    claimDueInstances(db, now, lease(by, now + 50), limit).map((i) => i.id)

  it('are claimed in order of due time, by one worker', () => {
    insert('late', { timers: [timer(30), timer(20)] })
    insert('later', { timers: [timer(25)] })
    insert('not-yet', { timers: [timer(41)] })
    insert('idle')
    expect(due(40, 'one', 1)).toEqual(['late'])
    expect(due(40, 'two')).toEqual(['later'])
    expect(due(40, 'two')).toEqual([])
  })

  it('are free again after release by the holder, after the lease, and after a step', () => {
    const row = insert('a', { timers: [timer(10)] })
    expect(due(20, 'one')).toEqual(['a'])
    releaseInstance(db, row, 'two')
    expect(due(20, 'two')).toEqual([])
    releaseInstance(db, row, 'one')
    expect(due(20, 'two')).toEqual(['a'])
    expect(due(69, 'one')).toEqual([])
    expect(due(70, 'one')).toEqual(['a'])
    update(1, record('a', { step: 2, timers: [timer(15)] }))
    expect(due(71, 'two')).toEqual(['a'])
  })

  it.each([
    ['suspended', { suspendedAt: 5 }],
    ['ended', { status: 'completed' }],
    ['failed at that timer', { incidents: [{ id: timer(10).id, state: '', at: 11, code: 'x', message: 'x' }] }],
  ] as const)('are not those that are %s', (_, over) => {
    insert('a', { timers: [timer(10)], ...over })
    expect(due(20, 'one')).toEqual([])
    expect(nextDue(db)).toBeUndefined()
  })
})

describe('pending effects', () => {
  const perform = (id: string): Effect => ({ id, kind: 'perform', action: 'test.do', input: { n: 1 } })
  const due = (now: number, by = 'one', limit = 10) =>
    claimDueEffects(db, now, { by, until: now + 50 }, limit).map(({ effect }) => effect.id)
  let row: number
  beforeEach(() => {
    row = insert('a')
  })

  it('are only those that reach beyond the rows of a step', () => {
    insertPending(db, row, [openTask('a/1/0'), perform('a/1/1'), { id: 'a/1/2', kind: 'notify', role: 'sponsor' }], 10)
    expect(claimDueEffects(db, 10, { by: 'one', until: 60 }, 10)).toEqual([
      { effect: perform('a/1/1'), instance: 'a', attempts: 0, dueAt: 10 },
    ])
  })

  it('are claimed by one worker, in order, until the lease runs out', () => {
    insertPending(db, row, [perform('a/1/0'), perform('a/1/1')], 20)
    insertPending(db, row, [perform('a/2/0')], 10)
    expect(due(9)).toEqual([])
    expect(due(20, 'one', 2)).toEqual(['a/2/0', 'a/1/0'])
    expect(due(20, 'two')).toEqual(['a/1/1'])
    expect(due(69, 'two')).toEqual([])
    expect(due(70, 'two')).toEqual(['a/2/0', 'a/1/0', 'a/1/1'])
  })

  it('are finished once', () => {
    insertPending(db, row, [perform('a/1/0')], 10)
    expect(finishEffect(db, 'a/1/0')).toBe(true)
    expect(finishEffect(db, 'a/1/0')).toBe(false)
    expect(due(100)).toEqual([])
    expect(loadPending(db, 'a/1/0')).toBeUndefined()
  })

  it('are put off, given up, and taken up again', () => {
    insertPending(db, row, [perform('a/1/0')], 10)
    expect(due(10)).toEqual(['a/1/0'])
    expect(retryEffectAt(db, 'a/1/0', 30, 1, 'no answer')).toBe(true)
    expect(due(29)).toEqual([])
    expect(due(30)).toEqual(['a/1/0'])
    expect(failEffect(db, 'a/1/0', { id: 'a/1/0', state: 's', at: 31, code: 'x', message: 'gone' })).toBe(true)
    expect(due(1000)).toEqual([])
    expect(loadPending(db, 'a/1/0')).toMatchObject({ attempts: 2 })
    expect(retryEffectAt(db, 'a/1/0', 40, 0)).toBe(true)
    expect(due(40)).toEqual(['a/1/0'])
    expect(retryEffectAt(db, 'none', 40, 0)).toBe(false)
  })

  it('say with the timers when something is due next', () => {
    expect(nextDue(db)).toBeUndefined()
    insert('b', { timers: [timer(50)] })
    expect(nextDue(db)).toBe(50)
    insertPending(db, row, [perform('a/1/0')], 10)
    expect(nextDue(db)).toBe(10)
    due(10)
    expect(nextDue(db)).toBe(50)
    claimDueInstances(db, 50, { by: 'one', until: 70 }, 1)
    expect(nextDue(db)).toBe(60)
  })
})
