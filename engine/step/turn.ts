/**
 * One move of a machine under way: judges guards, applies assignments and writes the tape of what XState did, in order.
 * Guards read the data as it is; assignments and everything else a transition does read it as it was before the
 * transition. Mutable, and gone when the step is made.
 */
import type { Definition, Operation, Phrase, State } from '../definition/definition.ts'
import type { Activation, Expression, World } from '../expression/expression.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import type { Machine } from '../machine/compile-machine.ts'
import type { Said } from './effect.ts'
import { say } from './say.ts'
import type { Mover } from './xstate-scope.ts'

export type Mark =
  | { readonly kind: 'leave' | 'enter'; readonly state: string }
  | { readonly kind: 'take'; readonly transition: number }

/** What an operation asks for besides assigning, worked out at its moment. */
export type Request =
  | { readonly kind: 'start'; readonly process: string; readonly key?: string; readonly input: JsonObject }
  | {
      readonly kind: 'send'
      readonly event: string
      readonly to: 'parent' | 'children'
      readonly data: JsonObject
      readonly missing: 'ignore' | 'problem'
      readonly state: string
    }
  | { readonly kind: 'notify'; readonly role: string; readonly text?: Said }
  | { readonly kind: 'open'; readonly task: string }
  | { readonly kind: 'escalate'; readonly to: string; readonly state: string }

/** What stays the same during a step: figures, time, identity, calendar. */
export interface Surroundings {
  readonly params: JsonObject
  /** ISO, UTC. */
  readonly now: string
  readonly instance: JsonObject
  readonly calendar: World['calendar']
}

/** Data and active states at one moment of the step. */
export interface Moment {
  readonly data: JsonObject
  readonly active: ReadonlySet<string>
}

export class Turn implements Mover {
  readonly definition: Definition
  readonly tape: Mark[] = []
  readonly requests: Request[] = []
  readonly notes: Said[] = []
  readonly metrics: Record<string, Record<string, Json>> = {}
  /** Variables of the event under way: `event`, `actor`, `form`, … */
  variables: Readonly<Record<string, unknown>> = {}
  data: JsonObject
  readonly active: Set<string>
  /** The error that stopped the machine: XState wraps what a guard throws. */
  failure: unknown
  readonly #machine: Machine
  readonly #surroundings: Surroundings
  readonly #childrenOf: (state: string) => unknown
  #selecting = true
  #before: Moment
  #finished = false

  constructor(machine: Machine, surroundings: Surroundings, moment: Moment, childrenOf: (state: string) => unknown) {
    this.#machine = machine
    this.definition = machine.definition
    this.#surroundings = surroundings
    this.#childrenOf = childrenOf
    this.data = moment.data
    this.active = new Set(moment.active)
    this.#before = moment
  }

  /** The moment as it is now. */
  get moment(): Moment {
    return { data: this.data, active: new Set(this.active) }
  }

  asked(transition: number | undefined): boolean {
    this.#selecting = true
    const asked = transition === undefined ? undefined : this.#machine.transitions[transition]
    if (!asked?.guard) return true
    return this.#guarded(() => this.#evaluate(asked.guard, asked.source, this) === true)
  }

  marked(type: string, params: Readonly<Record<string, string | number>>): void {
    if (this.#finished) return
    if (this.#selecting) {
      this.#before = this.moment
      this.#selecting = false
    }
    this.#guarded(() => {
      if (type === 'take') this.#take(Number(params.transition))
      else if (type === 'leave') this.#leave(String(params.state))
      else this.#enter(String(params.state))
    })
  }

  #take(index: number): void {
    this.tape.push({ kind: 'take', transition: index })
    const transition = this.#machine.transitions[index]
    if (!transition) return
    if (transition.note) this.notes.push(this.say(transition.note, transition.source, this.#before))
    this.#run(transition.operations, transition.source)
  }

  #leave(path: string): void {
    const state = this.#state(path)
    this.tape.push({ kind: 'leave', state: path })
    this.#measure(state)
    this.#run(state.exit, path)
    this.active.delete(path)
  }

  #enter(path: string): void {
    const state = this.#state(path)
    this.tape.push({ kind: 'enter', state: path })
    this.active.add(path)
    this.#run(state.entry, path)
    // XState leaves every state of an ended machine; an ended process stays where it ended.
    if (state.kind === 'final' && state.parent === '' && !this.#machine.ids.hasBeside) this.#finished = true
  }

  /** Runs the operations of the root's end, which the machine does not know. */
  end(): void {
    const root = this.#state('')
    this.#before = this.moment
    this.#measure(root)
    this.#run(root.exit, '')
  }

  #measure(state: State): void {
    for (const [name, expression] of Object.entries(state.metrics)) {
      const value = this.#evaluate(expression, state.path, this.#before)
      if (value === undefined) continue
      const recorded = this.metrics[state.path] ?? {}
      recorded[name] = value
      this.metrics[state.path] = recorded
    }
  }

  #run(operations: readonly Operation[], path: string): void {
    for (const operation of operations) {
      if (operation.kind === 'assign') this.#assign(operation, path)
      else this.requests.push(this.#request(operation, path))
    }
  }

  #assign({ writes }: Extract<Operation, { kind: 'assign' }>, path: string): void {
    for (const { record, field, value } of writes) {
      const written = this.#evaluate(value, path, this.#before)
      if (record === undefined) this.data = withField(this.data, field, written)
      else this.data = { ...this.data, [record]: withField(objectOf(this.data[record]), field, written) }
    }
  }

  #request(operation: Exclude<Operation, { kind: 'assign' }>, path: string): Request {
    switch (operation.kind) {
      case 'start': {
        const key = operation.key && this.#evaluate(operation.key, path, this.#before)
        const input = this.record(operation.input, path, this.#before)
        return { kind: 'start', process: operation.process, input, ...(key === undefined ? {} : { key: String(key) }) }
      }
      case 'send': {
        const { event, to, missing } = operation
        return { kind: 'send', event, to, missing, state: path, data: this.record(operation.data, path, this.#before) }
      }
      case 'notify':
        return {
          kind: 'notify',
          role: operation.role,
          ...(operation.text ? { text: this.say(operation.text, path, this.#before) } : {}),
        }
      case 'open':
        return operation
      case 'escalate':
        return { kind: 'escalate', to: operation.to, state: path }
    }
  }

  /** A record of expressions as JSON; absent values leave their key out. */
  record(expressions: Readonly<Record<string, Expression>>, path: string, moment: Moment, variables = {}): JsonObject {
    const found: Record<string, Json> = {}
    for (const [name, expression] of Object.entries(expressions)) {
      const value = this.evaluate(expression, path, moment, variables)
      if (value !== undefined) found[name] = value
    }
    return found
  }

  /** The value of an expression standing in a state, at a moment. Throws `ExpressionFailure`. */
  evaluate(
    expression: Expression,
    path: string,
    moment: Moment,
    variables: Readonly<Record<string, unknown>> = {},
  ): Json | undefined {
    return expression.evaluate(this.#activation(path, moment, variables), this.#world(moment))
  }

  say(phrase: Phrase, path: string, moment: Moment, variables: Readonly<Record<string, unknown>> = {}): Said {
    return say(phrase, this.definition, this.#activation(path, moment, variables), this.#world(moment))
  }

  #evaluate(expression: Expression | undefined, path: string, moment: Moment): Json | undefined {
    return expression && this.evaluate(expression, path, moment)
  }

  #activation(path: string, moment: Moment, variables: Readonly<Record<string, unknown>>): Activation {
    const { params, now, instance } = this.#surroundings
    const { data } = moment
    const own = this.#state(path).own
    const activation: Record<string, unknown> = {
      data,
      params,
      now,
      instance,
      children: this.#childrenOf(path),
      ...this.variables,
      ...variables,
    }
    if (own !== undefined) activation.own = objectOf(data[own])
    activation.values = this.#values(activation, moment)
    return activation
  }

  /** Named values are worked out when they are read. */
  #values(activation: Activation, moment: Moment): object {
    const values = {}
    for (const { name, expression } of this.definition.values) {
      Object.defineProperty(values, name, {
        enumerable: true,
        get: () => expression.evaluate(activation, this.#world(moment)),
      })
    }
    return values
  }

  #world({ active }: Moment): World {
    const { states } = this.definition
    return {
      calendar: this.#surroundings.calendar,
      isActive: (path) => active.has(path),
      hasTag: (path, tag) => {
        for (const candidate of active) {
          const inside = candidate === path || candidate.startsWith(`${path}.`)
          if (inside && states.get(candidate)?.tags.includes(tag)) return true
        }
        return false
      },
    }
  }

  #state(path: string): State {
    const state = this.definition.states.get(path)
    if (!state) throw new Error(`no state ${path}`)
    return state
  }

  #guarded<T>(judge: () => T): T {
    try {
      return judge()
    } catch (error) {
      this.failure ??= error
      throw error
    }
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}

/** The object with the field written, or left out where there is no value. */
export function withField(object: JsonObject, field: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [field]: value }
  const { [field]: _left, ...rest } = object
  return rest
}
