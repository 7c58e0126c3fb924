/**
 * Any life of an instance: events that make sense where it stands (what is expected, its open tasks with filled forms,
 * votes, due timers, endings of actions and children, operations) mixed with ones that make none. Drawn from a tape.
 */
import type { Field } from '../../engine/expression/type.ts'
import type { Answer } from '../../engine/problem/problem.ts'
import { activeStates } from '../../engine/step/active-states.ts'
import { advance, type Step, startInstance } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { Actor, InstanceEvent, StartEvent } from '../../engine/step/instance-event.ts'
import type { InstanceRecord, TaskWait, Wait } from '../../engine/step/record.ts'
import { taskWorkOf } from '../../engine/step/task-work-of.ts'
import { anyRecord } from './any-value.ts'
import { Choices } from './choices.ts'

export type NextEvent = Exclude<InstanceEvent, StartEvent>

/** A Monday, 09:00 in Shanghai. */
export const MONDAY = Date.parse('2026-01-05T01:00:00Z')
const HOUR = 3_600_000

/** One event, what it came upon and what was answered. */
export interface Lived {
  readonly event: NextEvent
  readonly before: InstanceRecord
  readonly answer: Answer<Step>
}

export interface Life {
  readonly start: StartEvent
  readonly started: Answer<Step>
  readonly lived: readonly Lived[]
}

/** Lives a tape; `between` is what happens to the record between any two steps. */
export function live(
  process: RunningProcess,
  tape: readonly number[],
  between: (record: InstanceRecord) => InstanceRecord = (record) => record,
): Life {
  const choices = new Choices(tape)
  const start = startOf(process, choices)
  const started = startInstance(process, start)
  const lived: Lived[] = []
  if (!started.ok) return { start, started, lived }
  let record = between(started.value.record)
  let clock = MONDAY
  let afterEnd = 0
  while (!choices.over && afterEnd < 4) {
    if (record.status === 'completed' || record.status === 'cancelled') afterEnd += 1
    clock += timePassed(choices)
    const event = anyEvent(process, record, clock, choices)
    if (!event) continue
    if (event.kind === 'timer') clock = Math.max(clock, event.at)
    const answer = advance(process, record, event)
    lived.push({ event, before: record, answer })
    if (answer.ok) record = between(answer.value.record)
  }
  return { start, started, lived }
}

/** The steps of a life that were made, the first included. */
export function stepsOf({ started, lived }: Life): readonly Step[] {
  return [started, ...lived.map(({ answer }) => answer)].flatMap((answer) => (answer.ok ? [answer.value] : []))
}

function startOf({ machine }: RunningProcess, choices: Choices): StartEvent {
  const input = anyRecord(machine.definition.input, choices, MONDAY)
  const parent = choices.chance(20) ? { parent: { instance: 'above', wait: 'above/1/s1', item: 0 } } : {}
  return { kind: 'start', at: MONDAY, actor: engine, instance: 'one', input, ...parent }
}

const engine: Actor = { id: 'picket', roles: [], via: 'engine', proved: true }

/** Mostly a little, at times days, rarely back. */
function timePassed(choices: Choices): number {
  return choices.weighted([
    [5, () => choices.upTo(120) * 60_000],
    [3, () => choices.upTo(200) * HOUR],
    [1, () => -choices.upTo(50) * HOUR],
  ])()
}

function anyActor(choices: Choices): Actor {
  const id = choices.pick(['ann', 'bob', 'lou', 'cho'])
  const roles = choices.chance(8) ? [] : ['clerk', 'lead', 'chief', ...rolesOfOthers]
  return { id, roles, via: 'api', proved: true }
}

/** Roles of the shipped processes. */
const rolesOfOthers = ['salesperson', 'sales-manager', 'project-manager', 'customer-manager', 'sponsor']

type Happened = Pick<NextEvent, 'at' | 'actor'>

/** The next event; undefined where there is nothing of the kind that was drawn. */
function anyEvent(
  process: RunningProcess,
  record: InstanceRecord,
  at: number,
  choices: Choices,
): NextEvent | undefined {
  const happened = { at, actor: anyActor(choices) }
  const isSuspended = record.suspendedAt !== undefined
  return choices.weighted([
    [10, () => workEvent(process, record, choices, happened)],
    [8, () => sentEvent(process, record, choices, happened)],
    [6, () => timerEvent(record, choices, happened)],
    [6, () => engineEvent(record, choices, happened)],
    [isSuspended ? 20 : 2, () => controlEvent(record, choices, happened)],
    [1, () => choices.any(nonsense(happened))],
  ])()
}

function workEvent(
  { machine }: RunningProcess,
  { waits }: InstanceRecord,
  choices: Choices,
  happened: Happened,
): NextEvent | undefined {
  const peoples = waits.filter(({ kind }) => kind === 'task' || kind === 'approval')
  const wait = choices.any(peoples)
  if (wait?.kind === 'approval') {
    const open = wait.seats.filter(({ vote }) => !vote)
    const seat = choices.any(choices.chance(90) ? open : wait.seats)
    return seat && { kind: 'vote', task: seat.task, approved: !choices.chance(35), ...happened }
  }
  const work = wait && taskWorkOf(machine.definition, wait)
  if (!wait || !work) return undefined
  return {
    kind: 'complete',
    task: wait.id,
    form: formOf(work.form, choices, happened.at),
    evidence: choices.chance(10) ? [] : work.evidence.map(({ kind }) => kind),
    ...((wait as TaskWait).person === undefined ? {} : { assignee: 'ann' }),
    ...happened,
  }
}

/** A form filled in, now and then wrongly. */
function formOf(fields: readonly Field[], choices: Choices, at: number) {
  const filled = anyRecord(fields, choices, at)
  return choices.chance(5) ? { ...filled, [fields[0]?.name ?? 'x']: { no: 'thing' } } : filled
}

function sentEvent(
  process: RunningProcess,
  record: InstanceRecord,
  choices: Choices,
  happened: Happened,
): NextEvent | undefined {
  const { events } = process.machine.definition
  const expected = expectedEvents(process, record).flatMap((name) => events[name] ?? [])
  const declared = choices.any(choices.chance(10) ? Object.values(events) : expected)
  if (!declared) return undefined
  const actor: Actor = declared.by || choices.chance(20) ? happened.actor : { ...engine, id: 'other', via: 'process' }
  const data = choices.chance(5) ? { x: null } : anyRecord(declared.with, choices, happened.at)
  return { kind: 'sent', event: declared.name, data, at: happened.at, actor }
}

/** Names of the events that an active state takes. */
function expectedEvents({ machine }: RunningProcess, record: InstanceRecord): readonly string[] {
  const active = activeStates(machine, record.value)
  return [...active].flatMap((path) =>
    (machine.definition.states.get(path)?.transitions ?? []).flatMap(({ trigger }) =>
      trigger.kind === 'event' ? [trigger.event] : [],
    ),
  )
}

/** Mostly the timer that is due first, on time or late; at times one too early. */
function timerEvent({ timers }: InstanceRecord, choices: Choices, { at }: Happened): NextEvent | undefined {
  const early = choices.chance(10)
  const timer = early ? choices.any(timers) : timers[0]
  const escalation = { to: [choices.pick(['lead', 'chief'])], last: choices.chance(50) }
  const now = early ? at : Math.max(at, timer?.dueAt ?? 0)
  return timer && { kind: 'timer', timer: timer.id, at: now, actor: engine, escalation }
}

/** An action or a child comes to its end. */
function engineEvent({ waits }: InstanceRecord, choices: Choices, { at }: Happened): NextEvent | undefined {
  const happened = { at, actor: engine }
  const wait = choices.any(waits.filter(({ kind }) => kind === 'action' || kind === 'children'))
  if (wait?.kind === 'action') {
    const failed = { ok: false as const, error: { code: choices.pick(['busy', 'broken']), message: 'It failed.' } }
    const outcome = choices.chance(30) ? failed : { ok: true as const, result: { value: choices.upTo(12) } }
    return { kind: 'action-end', wait: wait.id, outcome, ...happened }
  }
  return wait?.kind === 'children' ? childEnd(wait, choices, happened) : undefined
}

function childEnd(wait: Extract<Wait, { kind: 'children' }>, choices: Choices, happened: Happened): NextEvent {
  const open = wait.items.flatMap(({ status }, item) => (status === 'open' ? [item] : []))
  const item = choices.any(choices.chance(90) ? open : [0, 1]) ?? 0
  const output = { name: 'p', heard: choices.upTo(3), good: choices.chance(50) }
  return { kind: 'child-end', wait: wait.id, item, ...(choices.chance(30) ? {} : { output }), ...happened }
}

function controlEvent(record: InstanceRecord, choices: Choices, happened: Happened): NextEvent {
  const incident = choices.any(record.incidents)?.id
  const operation = choices.weighted([
    [record.suspendedAt === undefined ? 4 : 1, 'suspend'],
    [record.suspendedAt === undefined ? 1 : 12, 'resume'],
    [record.incidents.length > 0 ? 12 : 1, 'retry'],
    [1, 'cancel'],
  ] as const)
  return {
    kind: 'control',
    operation,
    ...(operation === 'resume' ? { keepDates: choices.chance(50) } : {}),
    ...(operation === 'retry' && incident !== undefined && choices.chance(70) ? { incident } : {}),
    ...happened,
  }
}

function nonsense(happened: Happened): readonly NextEvent[] {
  const effect = { kind: 'effect-failed', effect: 'one/1/0', error: { code: 'x', message: 'x' } } as const
  return [
    { kind: 'sent', event: '__proto__', data: {}, ...happened },
    { kind: 'sent', event: 'NEVER_DECLARED', data: { constructor: 'x' }, ...happened },
    { kind: 'sent', event: 'xstate.done.state.any', data: {}, ...happened },
    { kind: 'sent', event: '', data: {}, ...happened },
    { kind: 'complete', task: 'one/1/999', form: { a: 1 }, evidence: [], ...happened },
    { kind: 'vote', task: '', approved: true, ...happened },
    { kind: 'timer', timer: 'after@nowhere:1 day', ...happened },
    { kind: 'action-end', wait: 'one/1/999', outcome: { ok: true, result: {} }, ...happened },
    { kind: 'child-end', wait: 'one/1/999', item: -1, ...happened },
    { kind: 'control', operation: 'retry', incident: 'none', ...happened },
    { ...effect, ...happened },
  ]
}
