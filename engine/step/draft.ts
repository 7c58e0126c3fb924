/** A step under way: the working copy of the record, and the effects it has asked for so far. */
import { addDuration, type ReckonedMoment, subtractDuration } from '../calendar/add-duration.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { parseDate } from '../calendar/civil-date.ts'
import { datetimeText } from '../calendar/datetime-text.ts'
import { startOfDay } from '../calendar/local-time.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import type { State } from '../definition/definition.ts'
import type { JsonObject } from '../expression/type.ts'
import type { Machine } from '../machine/compile-machine.ts'
import type { Configuration } from './configuration.ts'
import type { Effect, EffectBody } from './effect.ts'
import type { ActionAnswer, InstanceEvent } from './instance-event.ts'
import { memoisedMoves } from './memoised-moves.ts'
import type { Moves } from './moves.ts'
import type { Moment } from './outlook.ts'
import type { ActionWait, Aside, Incident, InstanceRecord, InstanceStatus, Timer, Wait } from './record.ts'
import { type Identity, Surroundings } from './surroundings.ts'
import { Turn } from './turn.ts'

/** A compiled process with the figures and the calendar an instance of it runs on. */
export interface RunningProcess {
  readonly machine: Machine
  /** Hash of the definition with its parameters. */
  readonly hash: string
  readonly params: JsonObject
  readonly calendar: Calendar
  /** How its machine is moved: memoised unless given. */
  readonly moves?: Moves
  /** Works out an action whose answer follows from its input alone; undefined for every other. Never in a replay. */
  readonly answer?: (action: string, input: JsonObject) => ActionAnswer | undefined
}

export interface Draft {
  readonly process: RunningProcess
  readonly turn: Turn
  readonly event: InstanceEvent
  readonly instance: string
  readonly step: number
  /** Never before the last step: `max(last, now)`. */
  readonly at: number
  /** Data and active states before anything moved. */
  readonly start: Moment
  readonly before: InstanceRecord | undefined
  configuration: Configuration
  timers: readonly Timer[]
  waits: readonly Wait[]
  aside: readonly Aside[]
  doers: Readonly<Record<string, readonly string[]>>
  incidents: readonly Incident[]
  status: InstanceStatus
  suspendedAt: number | undefined
  lateBy: number | undefined
  outcome: string | undefined
  output: JsonObject | undefined
  /** Moves of the machine within this step. */
  moves: number
  /** Actions that have their answer already: they end as soon as the move that began them is over. */
  answered: readonly (readonly [wait: ActionWait, outcome: ActionAnswer])[]
  /** How they ended, by effect. */
  answers: Readonly<Record<string, ActionAnswer>> | undefined
  readonly effects: Effect[]
}

/** How the machine of a process is moved. */
export function movesOf(process: RunningProcess): Moves {
  return process.moves ?? memoisedMoves
}

/** A draft over a record. */
export function draftOf(process: RunningProcess, record: InstanceRecord, event: InstanceEvent): Draft {
  const { id, key, startedAt, data } = record
  const identity = key === undefined ? { instance: id, startedAt } : { instance: id, startedAt, key }
  return openDraft(process, event, identity, data, movesOf(process).at(process.machine, record), record)
}

/** A draft over data, where the machine stands in a configuration. */
export function openDraft(
  process: RunningProcess,
  event: InstanceEvent,
  identity: Identity,
  data: JsonObject,
  configuration: Configuration,
  before: InstanceRecord | undefined,
): Draft {
  const at = Math.max(before?.at ?? event.at, event.at)
  const surroundings = new Surroundings(process.machine.definition, process.params, process.calendar, at, identity)
  const start: Moment = { data, active: configuration.active }
  const draft: Draft = {
    process,
    turn: new Turn(surroundings, start, (state) => childrenOf(draft, state)),
    event,
    instance: identity.instance,
    step: (before?.step ?? 0) + 1,
    at,
    start,
    before,
    configuration,
    timers: before?.timers ?? [],
    waits: before?.waits ?? [],
    aside: before?.aside ?? [],
    doers: before?.doers ?? {},
    incidents: before?.incidents ?? [],
    status: before?.status ?? 'running',
    suspendedAt: before?.suspendedAt,
    lateBy: undefined,
    outcome: before?.outcome,
    output: before?.output,
    moves: 0,
    answered: [],
    answers: undefined,
    effects: [],
  }
  return draft
}

/** The first moment of a date in the project's zone, both as JSON texts: how a date fits where a datetime is asked for. */
export function startOfDate({ process }: Draft): (date: string) => string {
  return (date) => datetimeText(startOfDay(process.calendar, parseDate(date) ?? 0))
}

/** The state at a path. */
export function stateOf(draft: Draft, path: string): State {
  const state = draft.turn.definition.states.get(path)
  if (!state) throw new Error(`no state ${path}`)
  return state
}

/** Adds an effect, made for this request alone; gives its id. */
export function request(draft: Draft, make: EffectBody | ((id: string) => EffectBody)): string {
  const id = `${draft.instance}/${draft.step}/${draft.effects.length}`
  draft.effects.push(Object.assign(typeof make === 'function' ? make(id) : make, { id }))
  return id
}

/** `children` as expressions of a state see it: lists by how they stand, or nothing where the state runs none. */
function childrenOf(draft: Draft, state: string): unknown {
  const wait = draft.waits.find((candidate) => candidate.kind === 'children' && candidate.state === state)
  if (wait?.kind !== 'children') return undefined
  const list = (...statuses: string[]) =>
    wait.items
      .filter((item) => statuses.includes(item.status))
      .map(({ item, output }) => ({ ...(item === undefined ? {} : { item }), ...(output ? { output } : {}) }))
  return { open: list('open', 'waiting'), done: list('done'), failed: list('failed'), total: wait.items.length }
}

/** The moment a length ends that was written as a duration, or the moment a date or datetime names. */
export function reckon(draft: Draft, from: number, length: unknown, backwards = false): ReckonedMoment | undefined {
  const { calendar } = draft.process
  const text = String(length)
  const duration = parseDuration(text)
  if (duration) return backwards ? subtractDuration(calendar, from, duration) : addDuration(calendar, from, duration)
  const day = parseDate(text)
  if (day !== undefined) return { at: startOfDay(calendar, day), estimated: false }
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : { at, estimated: false }
}
