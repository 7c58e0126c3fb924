import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventDeclaration } from '../../engine/definition/definition.ts'
import type { Field, Json, JsonObject, Type } from '../../engine/expression/type.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import { sha256 } from '../../engine/project/sha256.ts'
import { exampleRecord } from '../../engine/rehearsal/example-value.ts'
import { activeStates } from '../../engine/step/active-states.ts'
import { advance, type Step, startInstance } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { Actor, InstanceEvent, StartEvent } from '../../engine/step/instance-event.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'

type NextEvent = Exclude<InstanceEvent, StartEvent>

const MONDAY = Date.parse('2026-01-05T01:00:00Z')
const HOUR = 3_600_000
const PROCESSES = ['sales-opportunity', 'pilot-change', 'strategy-cycle', 'twelve-step-transformation']

function load(): ReadonlyMap<string, RunningProcess> {
  const loaded = loadProject('workflows')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const { processes, calendars } = loaded.value
  return new Map(
    [...processes].map(([id, { machine, params }]) => {
      const calendar = calendars.get(machine.definition.calendar)
      if (!calendar) throw new Error(`no calendar of ${id}`)
      return [id, { machine, params, calendar, hash: sha256(id) }]
    }),
  )
}

const processes = load()

function processOf(id: string): RunningProcess {
  const process = processes.get(id)
  if (!process) throw new Error(`no process ${id}`)
  return process
}

/** One try at an instance: what kind, which of those that are there, how the clock goes, and what is handed in. */
interface Try {
  readonly what: 'work' | 'send' | 'time' | 'child' | 'control' | 'nonsense'
  readonly which: number
  readonly yes: boolean
  /** Milliseconds; below zero a clock that was set back. */
  readonly pass: number
  readonly person: number
  readonly empty: boolean
}

const anyTry: fc.Arbitrary<Try> = fc.record({
  what: fc.oneof(
    { weight: 10, arbitrary: fc.constant('work' as const) },
    { weight: 5, arbitrary: fc.constant('send' as const) },
    { weight: 3, arbitrary: fc.constant('time' as const) },
    { weight: 2, arbitrary: fc.constant('child' as const) },
    { weight: 1, arbitrary: fc.constantFrom('control' as const, 'nonsense' as const) },
  ),
  which: fc.nat(1000),
  yes: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  pass: fc.oneof(fc.integer({ min: 0, max: 400 * HOUR }), fc.integer({ min: -200 * HOUR, max: 0 })),
  person: fc.nat(5),
  empty: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})

const anyLife = fc.array(anyTry, { minLength: 1, maxLength: 40, size: 'max' })

function pick<T>(items: readonly T[], which: number): T | undefined {
  return items[which % items.length]
}

function example(process: RunningProcess, fields: readonly Field[], at: number, empty = false, which = 0): JsonObject {
  if (empty) return {}
  const missing: string[] = []
  const record = exampleRecord(fields, {}, { calendar: process.calendar, at }, missing)
  const rest = fields.filter(({ name }) => missing.includes(name))
  return { ...record, ...Object.fromEntries(rest.map(({ name, type }) => [name, anything(type, which)])) }
}

/** A value where a field has no example; of a type this does not know, one that is refused. */
function anything(type: Type, which: number): Json {
  switch (type.kind) {
    case 'enum':
      return pick(type.words, which)?.word ?? ''
    case 'boolean':
      return which % 2 === 0
    case 'number':
    case 'integer':
      return which
    default:
      return 'anything'
  }
}

function start(process: RunningProcess): Step {
  const input = example(process, process.machine.definition.input, MONDAY)
  const actor: Actor = { id: 'picket', roles: [], via: 'engine', proved: true }
  const made = startInstance(process, { kind: 'start', at: MONDAY, actor, instance: 'one', input })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value
}

/** The event that a try means on an instance as it stands; undefined where there is nothing of its kind. */
function eventOf(process: RunningProcess, record: InstanceRecord, clock: number, tried: Try): NextEvent | undefined {
  const roles = tried.person === 0 ? [] : rolesOf(process)
  const actor: Actor = { id: `person-${tried.person}`, roles, via: 'api', proved: true }
  const happened = { at: clock, actor }
  switch (tried.what) {
    case 'work':
      return workOf(process, record, tried, happened)
    case 'send': {
      const { events } = process.machine.definition
      // Usually one that some state takes where the instance stands; else any.
      const taken = tried.yes ? expected(process, record) : []
      const declared = pick(taken.length > 0 ? taken : Object.values(events), tried.which)
      const data = example(process, declared?.with ?? [], clock, tried.empty, tried.person)
      return declared && { kind: 'sent', event: declared.name, data, ...happened }
    }
    case 'time': {
      const timer = pick(record.timers, tried.yes ? 0 : tried.which)
      const at = tried.yes ? Math.max(clock, timer?.dueAt ?? 0) : clock
      return timer && { kind: 'timer', timer: timer.id, at, actor, escalation: { to: ['sponsor'], last: !tried.yes } }
    }
    case 'child':
      return childOf(record, tried, happened)
    case 'control': {
      const operation =
        pick(['suspend', 'resume', 'retry', 'resume', 'suspend', 'resume', 'cancel'] as const, tried.which) ?? 'resume'
      return { kind: 'control', operation, ...happened, ...(operation === 'resume' ? { keepDates: tried.yes } : {}) }
    }
    case 'nonsense':
      return pick(nonsense(happened), tried.which)
  }
}

/** Declared events that an active state takes. */
function expected({ machine }: RunningProcess, record: InstanceRecord): readonly EventDeclaration[] {
  const { events } = machine.definition
  const active = activeStates(machine, record.value)
  return machine.transitions.flatMap(({ source, trigger }) => {
    const declared = trigger.kind === 'event' && active.has(source) ? events[trigger.event] : undefined
    return declared ? [declared] : []
  })
}

/** Every role that may send something; who holds none is refused by the step. */
function rolesOf({ machine }: RunningProcess): readonly string[] {
  const events = Object.values(machine.definition.events)
  return [...new Set([...events, ...machine.transitions].flatMap(({ by }) => by ?? []))]
}

type Happened = Pick<NextEvent, 'at' | 'actor'>

function workOf(process: RunningProcess, record: InstanceRecord, tried: Try, happened: Happened) {
  const wait = pick(
    record.waits.filter(({ kind }) => kind === 'task' || kind === 'approval'),
    tried.which,
  )
  if (wait?.kind === 'approval') {
    const seat = wait.seats.find(({ vote }) => vote === undefined)
    return seat && { kind: 'vote' as const, task: seat.task, approved: tried.yes, ...happened }
  }
  if (wait?.kind !== 'task') return undefined
  const state = process.machine.definition.states.get(wait.state)
  const work = wait.rhythm === undefined ? state?.work : state?.rhythms.find(({ key }) => key === wait.rhythm)?.task
  if (work?.kind !== 'task') throw new Error(`no task in ${wait.state}`)
  const form = example(process, work.form, happened.at, tried.empty)
  return {
    kind: 'complete' as const,
    task: wait.id,
    form,
    evidence: work.evidence.map(({ kind }) => kind),
    ...happened,
  }
}

function childOf(record: InstanceRecord, tried: Try, happened: Happened): NextEvent | undefined {
  const open = record.waits.flatMap((wait) =>
    wait.kind === 'children' ? wait.items.map((_item, item) => ({ wait: wait.id, item })) : [],
  )
  const child = pick(open, tried.which)
  return child && { kind: 'child-end', ...child, ...happened, ...(tried.yes ? { output: {} } : {}) }
}

function nonsense(happened: Happened): readonly NextEvent[] {
  return [
    { kind: 'sent', event: '__proto__', data: {}, ...happened },
    { kind: 'sent', event: 'NEVER_DECLARED', data: { constructor: 'x' }, ...happened },
    { kind: 'sent', event: '', data: {}, ...happened },
    { kind: 'complete', task: 'one/1/999', form: { a: 1 }, evidence: [], ...happened },
    { kind: 'vote', task: '', approved: true, ...happened },
    { kind: 'timer', timer: 'after@nowhere:1 day', ...happened },
    { kind: 'action-end', wait: 'one/1/999', outcome: { ok: true, result: {} }, ...happened },
    { kind: 'child-end', wait: 'one/1/999', item: -1, ...happened },
    { kind: 'control', operation: 'retry', incident: 'none', ...happened },
  ]
}

interface Lived {
  readonly event: NextEvent
  readonly before: InstanceRecord
  readonly made: ReturnType<typeof advance>
}

/** Lives through the tries; with `reload`, the record goes through JSON between any two steps. */
function live(process: RunningProcess, tries: readonly Try[], reload = false): readonly Lived[] {
  let { record } = start(process)
  let clock = MONDAY
  const lived: Lived[] = []
  for (const tried of tries) {
    clock += tried.pass
    const before = reload ? (JSON.parse(JSON.stringify(record)) as InstanceRecord) : record
    const event = eventOf(process, before, clock, tried)
    if (!event) continue
    const made = advance(process, before, event)
    lived.push({ event, before, made })
    if (made.ok) record = made.value.record
  }
  return lived
}

function stepsOf(lived: readonly Lived[]): readonly Step[] {
  return lived.flatMap(({ made }) => (made.ok ? [made.value] : []))
}

const RUNS = { numRuns: 40 }

describe.each(PROCESSES)('any life of %s', (id) => {
  const process = processOf(id)
  const anyLived = anyLife.map((tries) => live(process, tries))

  test('answers every event with a step, or with reasons that changed nothing', () => {
    fc.assert(
      fc.property(anyLife, (tries) => {
        for (const { made, before } of live(process, tries)) {
          if (made.ok) expect(made.value.record.step).toBe(before.step + 1)
          else expect(made.problems.length).toBeGreaterThan(0)
        }
      }),
      RUNS,
    )
  })

  test('survives JSON between any two steps', () => {
    fc.assert(
      fc.property(anyLife, (tries) => {
        const plain = live(process, tries)
        for (const { record, entry, effects } of stepsOf(plain)) {
          const written = JSON.parse(JSON.stringify({ record, entry, effects }))
          expect(written).toStrictEqual({ record, entry, effects })
        }
        expect(live(process, tries, true)).toEqual(plain)
      }),
      RUNS,
    )
  })

  test('comes out the same for the same events, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(anyLived, (lived) => {
        for (const { before, event, made } of lived) {
          const given = JSON.stringify({ before, event })
          expect(advance(process, before, event)).toEqual(made)
          expect(JSON.stringify({ before, event })).toBe(given)
        }
      }),
      RUNS,
    )
  })

  test('gives every effect an id of its own', () => {
    fc.assert(
      fc.property(anyLived, (lived) => {
        const ids = [start(process), ...stepsOf(lived)].flatMap(({ effects }) => effects.map(({ id }) => id))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      RUNS,
    )
  })

  test('never goes back in time, even where the clock does', () => {
    fc.assert(
      fc.property(anyLived, (lived) => {
        for (const { before, event, made } of lived) {
          if (!made.ok) continue
          expect(made.value.record.at).toBe(Math.max(before.at, event.at))
          expect(made.value.entry.at).toBe(made.value.record.at)
        }
      }),
      RUNS,
    )
  })
})

describe('the lives', () => {
  test.each(PROCESSES)('of %s do move, and are refused at times', (id) => {
    const lived = fc.sample(anyLife, { seed: 7, numRuns: 30 }).flatMap((tries) => live(processOf(id), tries))
    expect(stepsOf(lived).filter(({ entry }) => entry.entered.length > 0).length).toBeGreaterThan(20)
    expect(lived.some(({ made }) => !made.ok)).toBe(true)
  })
})
