/** The traps of XState that were found while choosing it: each has a guard in the engine, and each guard a test. */
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { StateMachine } from 'xstate'
import type { JsonObject } from '../../engine/expression/type.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import { advance, type Step, startInstance } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { InstanceEvent, StartEvent } from '../../engine/step/instance-event.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import { enterMachine, type Mover, moveMachine } from '../../engine/step/xstate-scope.ts'
import { crew } from '../conformance/crew-plugin.ts'
import { codes, day, monday, ok } from '../conformance/stage.ts'
import { projectOf } from '../rehearsal/sample-project.ts'

const loaded = loadProject(join(import.meta.dirname, '../conformance/processes'), [crew])
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const project = loaded.value

const engine = { id: 'picket', roles: [], via: 'engine', proved: true } as const
const ann = { id: 'ann', roles: ['clerk', 'lead'], via: 'cli', proved: true } as const

function running(id: string): RunningProcess {
  const process = project.processes.get(id)
  const calendar = project.calendars.get('office')
  if (!process || !calendar) throw new Error(`no process ${id}`)
  return { machine: process.machine, hash: id, params: process.params, calendar }
}

function started(process: RunningProcess, input: JsonObject = {}): Step {
  return ok(startInstance(process, { kind: 'start', instance: 'one', input, at: monday, actor: ann }))
}

function sent(event: string): Exclude<InstanceEvent, StartEvent> {
  return { kind: 'sent', event, data: {}, at: monday, actor: ann }
}

const mover: Mover = { asked: () => true, marked: () => undefined }

afterEach(() => vi.restoreAllMocks())

describe('an event that a machine does not declare', () => {
  const process = running('timers')
  const position = enterMachine(process.machine, mover)

  test.each([
    'NOPE',
    '*',
    'xstate.init',
    'xstate.stop',
    'xstate.route',
    'xstate.done.state.x',
    '__proto__',
    'toString',
  ])('%s does not reach XState, which would remember it for ever', (event) => {
    const looked = vi.spyOn(StateMachine.prototype, 'getTransitionData')
    expect(moveMachine(process.machine, position, event, mover)).toMatchObject({ moved: false, value: position.value })
    expect(looked).not.toHaveBeenCalled()
  })

  test('is told from one that it does declare', () => {
    const looked = vi.spyOn(StateMachine.prototype, 'getTransitionData')
    moveMachine(process.machine, position, 'STOP', mover)
    expect(looked).toHaveBeenCalled()
  })
})

describe('the names XState gives its own events', () => {
  const process = running('timers')
  const { record } = started(process, { kind: 'after' })
  const internal = Object.values(process.machine.ids).flatMap((id) => [
    `xstate.done.state.${id}`,
    `xstate.after.2 days.${id}`,
    `xstate.error.actor.${id}`,
  ])

  test('are refused when they are sent, whatever state they name', () => {
    expect(internal.length).toBeGreaterThan(5)
    for (const event of [
      ...internal,
      'xstate.init',
      'xstate.route',
      '*',
      'at after 3 days',
      '__proto__',
      'constructor',
    ])
      expect(codes(advance(process, record, sent(event))), event).toEqual(['step/unknown-event'])
  })

  test.each(['xstate.done', 'Xstate', 'a*', '*'])('cannot be declared: %s', (event) => {
    const text = `process: x\nversion: 1.0.0\ntitle: { en: X }\ncalendar: cn-office\nevents: { "${event}": { by: [clerk] } }\ninitial: a\nstates: { a: { type: final } }`
    expect(() => projectOf([text])).toThrow()
  })
})

describe('a delay', () => {
  test('never fires at once: it is a timer of ours with an absolute due time', () => {
    const { record } = started(running('timers'), { kind: 'after' })
    expect(record.value).toBe('after')
    expect(record.timers.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['2 days', monday + 2 * day],
      ['3 days', monday + 3 * day],
    ])
  })

  test.each(['PT5M', '5', 'soon', '5 fortnights'])(
    'that is no length of time is a fault of the definition: %s',
    (length) => {
      const text = `process: x\nversion: 1.0.0\ntitle: { en: X }\ncalendar: cn-office\ninitial: a\nstates: { a: { after: { ${length}: z } }, z: { type: final } }`
      expect(() => projectOf([text])).toThrow()
    },
  )

  test('of a state that was left is refused, and so is one that is not due', () => {
    const process = running('timers')
    const { record } = started(process, { kind: 'after' })
    const [timer] = record.timers
    const fire = { kind: 'timer', timer: timer?.id ?? '', at: monday + 2 * day, actor: engine } as const
    expect(codes(advance(process, record, { ...fire, at: monday }))).toEqual(['step/timer-not-due'])
    const away = ok(advance(process, record, sent('AWAY'))).record
    expect(codes(advance(process, away, fire))).toEqual(['step/timer-gone'])
    const fired = ok(advance(process, record, fire)).record
    expect(codes(advance(process, fired, fire))).toEqual(['step/timer-gone'])
  })
})

describe('the answer of work', () => {
  const process = running('actions')
  const { record } = started(process, { value: 1 })
  const [wait] = record.waits
  const end = { kind: 'action-end', wait: wait?.id ?? '', at: monday, actor: engine } as const
  const failed = { ok: false, error: { code: 'x', message: 'x' } } as const

  test('is matched to the wait it answers: a failure that comes late breaks nothing', () => {
    const moved = ok(advance(process, record, { ...end, outcome: { ok: true, result: { value: 2 } } })).record
    expect(moved.status).toBe('completed')
    expect(codes(advance(process, moved, { ...end, outcome: failed }))).toEqual(['step/ended'])
    expect(codes(advance(process, record, { ...end, wait: 'one/9/9', outcome: failed }))).toEqual(['step/wait-gone'])
  })

  test('asks for a new start under an id of our own, which is the same every time', () => {
    expect(wait?.id).toBe('one/1/0')
    expect(started(process, { value: 1 })).toEqual(started(process, { value: 1 }))
  })
})

describe('moves without an event', () => {
  test('that go round for ever are stopped and refused, and nothing is kept', () => {
    const circle = `process: x\nversion: 1.0.0\ntitle: { en: X }\ncalendar: cn-office\nendless: true\ninitial: a\nstates: { a: { always: b }, b: { always: a } }`
    const process = projectOf([circle]).running('x')
    const event: StartEvent = { kind: 'start', instance: 'one', input: {}, at: monday, actor: ann }
    expect(process && codes(startInstance(process, event))).toEqual(['step/endless'])
  })

  test('that go round by work with nothing to do are stopped too', () => {
    const child = `process: c\nversion: 1.0.0\ntitle: { en: C }\ncalendar: cn-office\ninitial: a\nstates: { a: { type: final } }`
    const circle = `process: x\nversion: 1.0.0\ntitle: { en: X }\ncalendar: cn-office\nendless: true\ndata: { none: { type: list of string, default: [] } }\ninitial: a\nstates: { a: { process: c, each: n in data.none, on: { done: a } } }`
    const process = projectOf([child, circle]).running('x')
    const event: StartEvent = { kind: 'start', instance: 'one', input: {}, at: monday, actor: ann }
    expect(process && codes(startInstance(process, event))).toEqual(['step/endless'])
  })
})

describe('a record', () => {
  test('is never changed by the step that is made from it, nor shared with another instance', () => {
    const process = running('histories')
    const record = frozen(started(process).record)
    const blocked = ok(advance(process, record, sent('BLOCK'))).record
    expect(blocked.aside).toHaveLength(1)
    expect(record.aside).toEqual([])
    expect(started(process).record).toEqual(record)
  })

  test('leads back through its history after it was written as JSON', () => {
    const process = running('histories')
    const blocked = ok(advance(process, started(process).record, sent('BLOCK'))).record
    const read = JSON.parse(JSON.stringify(blocked)) as InstanceRecord
    expect(ok(advance(process, read, sent('RESUME'))).record).toMatchObject({ value: { active: 'first' } })
  })

  test('that names a state the machine does not have is an error, never another state', () => {
    const process = running('histories')
    const wrong = { ...started(process).record, value: 'elsewhere' }
    expect(() => advance(process, wrong, sent('BLOCK'))).toThrow()
  })
})

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner)
    Object.freeze(value)
  }
  return value
}
