/** Where a move leads, and what it leaves and enters: cases that are easy to get wrong. */
import { describe, expect, test } from 'vitest'
import type { ActionCatalog } from '../../engine/plugin/action-catalog.ts'
import { catalogOf } from '../../engine/plugin/plugin.ts'
import { advance, startInstance } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { InstanceEvent, StartEvent } from '../../engine/step/instance-event.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import { crew } from '../conformance/crew-plugin.ts'
import { codes, monday, ok } from '../conformance/stage.ts'
import { projectOf } from '../rehearsal/sample-project.ts'

const ann = { id: 'ann', roles: ['clerk'], via: 'cli', proved: true } as const

function processOf(states: string, actions?: ActionCatalog): RunningProcess {
  const head = 'process: x\nversion: 1.0.0\ntitle: { en: X }\ncalendar: cn-office\n'
  const process = projectOf(
    [`${head}events: { GO: { by: [clerk] }, BACK: { by: [clerk] } }\n${states}`],
    actions,
  ).running('x')
  if (!process) throw new Error('no process')
  return process
}

function started(process: RunningProcess): InstanceRecord {
  return ok(startInstance(process, { kind: 'start', instance: 'one', input: {}, at: monday, actor: ann })).record
}

function next(process: RunningProcess, record: InstanceRecord, event: Partial<Exclude<InstanceEvent, StartEvent>>) {
  return ok(advance(process, record, { at: monday, actor: ann, ...event } as Exclude<InstanceEvent, StartEvent>))
}

function sent(event: string) {
  return { kind: 'sent', event, data: {} } as const
}

describe('a history that leads to the state the move starts from', () => {
  const process = processOf(`
initial: around
states:
  around:
    initial: work
    states:
      work: { task: { role: clerk, due: 2 days, late: { escalate: up } }, on: { GO: was, done: /over } }
      was: { history: deep }
  over: { type: final }`)

  test('leaves it and enters it anew: its task is closed and opened again', () => {
    const { entry, record, effects } = next(process, started(process), sent('GO'))
    expect(entry).toMatchObject({ left: ['around.work'], entered: ['around.work'] })
    expect(effects.map(({ kind }) => kind)).toEqual(['close-task', 'open-task'])
    expect(record.waits).toMatchObject([{ id: 'one/2/1' }])
  })
})

describe('a history of a parallel state that remembers nothing', () => {
  const process = processOf(`
initial: both
states:
  both:
    type: parallel
    after: { 1 week: over }
    states:
      one: { waits: { en: something }, on: { GO: both.was } }
      two: { task: { role: clerk, due: 2 days, late: { escalate: up } } }
      was: { history: shallow }
  over: { type: final }`)

  test('enters every region anew from inside, and leaves the state around them as it is', () => {
    const { entry, record } = next(process, started(process), sent('GO'))
    expect(entry).toMatchObject({ left: ['both.two', 'both.one'], entered: ['both.one', 'both.two'] })
    expect(record.timers.map(({ id }) => id)).toEqual(['late@both.two:', 'after@both:1 week'])
    expect(record.aside).toEqual([])
  })
})

describe('a state that a history led to and that is left and entered anew in the same step', () => {
  const process = processOf(`
data: { back: { type: boolean, default: false } }
initial: around
states:
  around:
    initial: work
    on: { GO: away }
    states:
      work:
        task: { role: clerk, due: 2 days, late: { escalate: up } }
        on: { done: /over }
        always: { guard: data.back, target: work, assign: { back: false } }
      was: { history: deep }
  away: { waits: { en: something }, on: { BACK: { target: around.was, assign: { back: true } } } }
  over: { type: final }`)

  test('begins anew: its old task is given up', () => {
    const away = next(process, started(process), sent('GO')).record
    const { record, effects } = next(process, away, sent('BACK'))
    expect(record.waits).toMatchObject([{ state: 'around.work', id: 'one/3/0' }])
    expect(effects).toMatchObject([
      { kind: 'open-task', task: 'one/3/0' },
      { kind: 'close-task', task: 'one/1/0', outcome: 'superseded' },
    ])
    expect(record.aside).toEqual([])
  })
})

describe('a state that a history leads back to', () => {
  const process = processOf(`
initial: around
states:
  around:
    initial: work
    on: { GO: away }
    states:
      work:
        task: { role: clerk, due: 5 days, late: { escalate: up } }
        on: { done: { stay: true } }
        after: { 1 day: { notify: clerk } }
      was: { history: deep }
  away: { waits: { en: something }, on: { BACK: around.was } }
  over: { type: final }`)
  const backAndForth = (record: InstanceRecord) => next(process, next(process, record, sent('GO')).record, sent('BACK'))

  test('opens no work that was done before it was left', () => {
    const done = next(process, started(process), { kind: 'complete', task: 'one/1/0', form: {}, evidence: [] })
    const { record, effects } = backAndForth(done.record)
    expect(record.waits).toEqual([])
    expect(effects).toEqual([])
    expect(record.timers.map(({ id }) => id)).toEqual(['after@around.work:1 day'])
  })

  test('fires no timer twice', () => {
    const [timer] = started(process).timers
    const at = timer?.dueAt ?? 0
    const fired = next(process, started(process), { kind: 'timer', timer: timer?.id ?? '', at })
    const done = next(process, fired.record, { kind: 'complete', task: 'one/1/0', form: {}, evidence: [], at })
    const { record } = backAndForth(done.record)
    expect(record.timers).toEqual([])
    expect(record.aside).toEqual([])
  })
})

describe('an action that failed for good', () => {
  const process = processOf(
    `
plugins: { crew: ^1.0.0 }
initial: around
states:
  around:
    initial: work
    on: { GO: away }
    states:
      work: { action: crew.double-value, with: { value: 1 }, on: { done: /over } }
      was: { history: deep }
  away: { waits: { en: something }, on: { BACK: around.was } }
  over: { type: final }`,
    catalogOf([crew]),
  )

  test('is no incident any more once its state is left, though a history may lead back: it begins anew', () => {
    const error = { code: 'broken', message: 'It broke.' }
    const end = { kind: 'action-end', wait: 'one/1/0', outcome: { ok: false, error } } as const
    const failed = next(process, started(process), end).record
    expect(failed.incidents).toHaveLength(1)
    const away = next(process, failed, sent('GO')).record
    expect(away.incidents).toEqual([])
    expect(next(process, away, sent('BACK')).record.waits).toMatchObject([{ id: 'one/4/0', kind: 'action' }])
  })
})

describe('a move without an event that stays where it is and writes data', () => {
  const process = processOf(`
data: { count: { type: integer, default: 0 }, seen: { type: boolean, default: false } }
initial: work
states:
  work:
    waits: { en: something }
    on: { GO: { assign: { count: 5 } } }
    always:
      - { guard: data.count > 3, assign: { count: 0, seen: true } }
      - { guard: data.seen, target: over }
  over: { type: final }`)

  test('is followed by what the new data lets happen', () => {
    const { record, entry } = next(process, started(process), sent('GO'))
    expect(entry.taken).toEqual([0, 1, 2])
    expect(record).toMatchObject({ status: 'completed', data: { count: 0, seen: true } })
  })
})

describe('an event that no state takes', () => {
  const process = processOf(`
initial: work
states:
  work: { waits: { en: something }, always: { guard: "now > instance.startedAt", target: over }, on: { GO: over } }
  over: { type: final }`)

  test('is refused, also where something could move by itself meanwhile', () => {
    const answer = advance(process, started(process), { at: monday + 1000, actor: ann, ...sent('BACK') })
    expect(codes(answer)).toEqual(['step/event-not-expected'])
  })

  test('says so where it is expected, but not as it was sent', () => {
    const guarded = processOf(`
initial: work
data: { ready: { type: boolean, default: false } }
states:
  work: { waits: { en: something }, on: { GO: { guard: data.ready, target: over } } }
  over: { type: final }`)
    const answer = advance(guarded, started(guarded), { at: monday, actor: ann, ...sent('GO') })
    expect(answer).toMatchObject({
      problems: [{ blanks: { expected: ['GO'], unheld: { en: expect.stringContaining('condition') } } }],
    })
  })
})

describe('a history taken from inside what it remembers', () => {
  const process = processOf(`
data: { count: { type: integer, default: 0 } }
initial: around
states:
  around:
    initial: inner
    on: { BACK: away }
    states:
      inner:
        initial: work
        entry: { assign: { count: data.count + 1 } }
        states: { work: { waits: { en: something }, on: { GO: around.was } } }
      was: { history: deep }
  away: { waits: { en: something }, on: { BACK: around.was } }`)

  test('enters no state again that was not left', () => {
    const back = next(process, next(process, started(process), sent('BACK')).record, sent('BACK')).record
    expect(back.data).toEqual({ count: 2 })
    const { entry, record } = next(process, back, sent('GO'))
    expect(entry).toMatchObject({ left: ['around.inner.work'], entered: ['around.inner.work'] })
    expect(record.data).toEqual({ count: 2 })
  })
})

describe('a guard that cannot be worked out', () => {
  const process = processOf(`
data: { zero: { type: integer, default: 0 } }
initial: work
states:
  work: { waits: { en: something }, on: { GO: { guard: 1 / data.zero > 1, target: over } } }
  over: { type: final }`)

  test('refuses the event and says why', () => {
    const answer = advance(process, started(process), { at: monday, actor: ann, ...sent('GO') })
    expect(codes(answer)).toEqual(['step/expression-failed', 'expression/division-by-zero'])
  })
})
