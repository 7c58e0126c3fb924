/**
 * What an event should do to an instance, worked out anew: the definition as a plain statechart, its expressions judged
 * at the moments the language says. It keeps its own configuration and data over a life, and takes from the record only
 * what an event answers: which work, which timer.
 */
import { datetimeText } from '../../engine/calendar/datetime-text.ts'
import { makeWorldCalendar } from '../../engine/calendar/world-calendar.ts'
import type { Definition, Operation, State } from '../../engine/definition/definition.ts'
import type { Work } from '../../engine/definition/work.ts'
import type { Expression } from '../../engine/expression/expression.ts'
import { normaliseFields } from '../../engine/expression/normalise-fields.ts'
import type { Field, Json, JsonObject } from '../../engine/expression/type.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { StartEvent } from '../../engine/step/instance-event.ts'
import { Statechart } from './statechart.ts'
import { chartOf, endingOf } from './statechart-of.ts'

/** What happened, in words of the definition. */
export interface Seen {
  readonly left: readonly string[]
  readonly entered: readonly string[]
  readonly taken: readonly number[]
  readonly active: readonly string[]
  readonly data: JsonObject
}

interface Moment {
  readonly data: JsonObject
  readonly active: ReadonlySet<string>
}

export class Reference {
  readonly #process: RunningProcess
  readonly #definition: Definition
  readonly #chart: Statechart
  readonly #startedAt: number
  #data: JsonObject
  #active = new Set<string>()
  /** What operations and work read: the moment at which transitions were chosen. */
  #before: Moment
  #variables: JsonObject = {}
  #at: number
  #left: string[] = []
  #entered: string[] = []
  #taken: number[] = []
  #opens: string[] = []
  /** States with work over an empty list, which is done at once. */
  #idle = new Set<string>()
  #over = false

  constructor(process: RunningProcess, { input, at }: StartEvent) {
    this.#process = process
    this.#definition = process.machine.definition
    this.#startedAt = at
    this.#at = at
    this.#data = { ...initialData(this.#definition), ...normaliseFields(input, this.#definition.input, String) }
    this.#before = this.#moment
    const root = chartOf(this.#definition, {
      holds: ({ guard, source }) => !guard || this.#evaluate(guard, source, this.#moment) === true,
      take: (transition) => {
        this.#taken.push(transition.index)
        this.#run(transition.operations, transition.source)
      },
    })
    this.#chart = new Statechart(root, {
      chosen: () => {
        this.#before = this.#moment
      },
      left: ({ name }) => this.#leave(name),
      entered: ({ name }) => this.#enter(name),
    })
  }

  get #moment(): Moment {
    return { data: this.#data, active: new Set(this.#active) }
  }

  enter(): void {
    this.#settled(() => {
      this.#chart.enter()
      return true
    })
    this.#finish()
  }

  /** Forgets what was seen of the last event, and answers how to undo what follows. */
  begin(at: number, variables: JsonObject): () => void {
    this.#at = Math.max(this.#at, at)
    this.#variables = variables
    this.#left = []
    this.#entered = []
    this.#taken = []
    this.#opens = []
    this.#idle.clear()
    const [data, active, over, back] = [this.#data, new Set(this.#active), this.#over, this.#chart.keep()]
    return () => {
      this.#data = data
      this.#active = active
      this.#over = over
      back()
    }
  }

  /** What a form filled in is kept as data of the nearest record. */
  keep(state: State, fields: readonly Field[], form: JsonObject): void {
    const { own } = state
    const record = { ...(own === undefined ? this.#data : objectOf(this.#data[own])) } as Record<string, Json>
    for (const { name } of fields) {
      const value = form[name]
      if (value === undefined) delete record[name]
      else record[name] = value
    }
    this.#data = own === undefined ? record : { ...this.#data, [own]: record }
  }

  /** Gives the chart an event; answers whether something took it. */
  send(event: string): boolean {
    return this.#settled(() => this.#chart.send(event))
  }

  /** Ends the step; answers what was seen. */
  end(): Seen {
    this.#finish()
    return this.seen
  }

  get seen(): Seen {
    const { definition } = this.#process.machine
    const active = [...definition.states.keys()].filter((path) => this.#active.has(path))
    return { left: this.#left, entered: this.#entered, taken: this.#taken, active, data: this.#data }
  }

  /** After a move: what was asked to open opens, and work over an empty list is done. */
  #settled(move: () => boolean): boolean {
    const before = new Set(this.#active)
    const [left, entered] = [this.#left.length, this.#entered.length]
    const outer = this.#opens
    this.#opens = []
    const moved = move()
    const gone = this.#left.slice(left)
    for (const path of gone) this.#idle.delete(path)
    const fresh = [...new Set(this.#entered.slice(entered))]
      .filter((path) => this.#active.has(path) && (!before.has(path) || gone.includes(path)))
      .filter((path) => this.#isIdle(path))
    for (const path of fresh) this.#idle.add(path)
    const opens = this.#opens
    this.#opens = outer
    for (const path of opens) this.send(`open@${path}`)
    for (const path of fresh) {
      if (!this.#idle.has(path)) continue
      this.send(endingOf(path, 'done'))
      this.#idle.delete(path)
    }
    return moved
  }

  #isIdle(path: string): boolean {
    const work: Work | undefined = this.#definition.states.get(path)?.work
    if (work?.kind !== 'children' || !work.each) return false
    const list = this.#evaluate(work.each.list, path, this.#moment)
    return Array.isArray(list) && list.length === 0
  }

  /** An end of the flow ends the instance, once nothing beside it is open. */
  #finish(): void {
    const states = this.#definition.states
    const isOver = [...this.#active].some(
      (path) => states.get(path)?.kind === 'final' && states.get(path)?.parent === '',
    )
    if (!isOver || this.#over || this.#definition.beside.some((path) => this.#active.has(path))) return
    this.#over = true
    this.#before = this.#moment
    this.#run(states.get('')?.exit ?? [], '')
  }

  #leave(name: string): boolean {
    const state = this.#definition.states.get(name)
    if (!state) return false
    this.#left.push(name)
    const wrote = this.#run(state.exit, name)
    this.#active.delete(name)
    return wrote
  }

  #enter(name: string): boolean {
    const state = this.#definition.states.get(name)
    if (!state) return false
    this.#entered.push(name)
    this.#active.add(name)
    return this.#run(state.entry, name)
  }

  /** Answers whether data was written. */
  #run(operations: readonly Operation[], path: string): boolean {
    for (const operation of operations) {
      if (operation.kind === 'open') this.#opens.push(operation.task)
      if (operation.kind !== 'assign') continue
      for (const { record, field, value } of operation.writes) {
        const written = this.#evaluate(value, path, this.#before)
        const into = { ...(record === undefined ? this.#data : objectOf(this.#data[record])) } as Record<string, Json>
        if (written === undefined) delete into[field]
        else into[field] = written
        this.#data = record === undefined ? into : { ...this.#data, [record]: into }
      }
    }
    return operations.some(({ kind }) => kind === 'assign')
  }

  #evaluate(expression: Expression, path: string, { data, active }: Moment): Json | undefined {
    const { states, values } = this.#definition
    const { params, calendar } = this.#process
    const own = states.get(path)?.own
    const isIn = (candidate: string, around: string) => candidate === around || candidate.startsWith(`${around}.`)
    const world = {
      calendar: makeWorldCalendar(calendar),
      isActive: (wanted: string) => active.has(wanted),
      hasTag: (wanted: string, tag: string) =>
        [...active].some((candidate) => isIn(candidate, wanted) && states.get(candidate)?.tags.includes(tag)),
    }
    const activation: Record<string, unknown> = {
      data,
      params,
      now: datetimeText(this.#at),
      instance: { id: 'one', startedAt: datetimeText(this.#startedAt) },
      ...this.#variables,
      ...(own === undefined ? {} : { own: objectOf(data[own]) }),
    }
    activation.values = Object.defineProperties(
      {},
      Object.fromEntries(
        values.map(({ name, expression: named }) => [
          name,
          { enumerable: true, get: () => named.evaluate(activation, world) },
        ]),
      ),
    )
    return expression.evaluate(activation, world)
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

/** Defaults of the data, and of the record of each use of a template. */
function initialData({ data, states }: Definition): JsonObject {
  const owns = new Set([...states.values()].map(({ own }) => own))
  const found: Record<string, Json> = {}
  for (const { name, default: value, type } of data.fields) {
    if (value !== undefined) found[name] = value
    else if (owns.has(name) && type.kind === 'record') {
      const inner = type.fields.filter((field) => field.default !== undefined)
      found[name] = Object.fromEntries(inner.map((field) => [field.name, field.default as Json]))
    }
  }
  return found
}
