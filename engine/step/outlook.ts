/**
 * What an expression that stands in a state sees at one moment of a step: the variables, and the active states it may
 * ask about. What is dear to make is made when it is read.
 */
import type { State } from '../definition/definition.ts'
import type { Activation, World } from '../expression/expression.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import type { Surroundings } from './surroundings.ts'

/** Data and active states at one moment of the step. */
export interface Moment {
  readonly data: JsonObject
  readonly active: ReadonlySet<string>
}

export interface Outlook {
  readonly activation: Activation
  readonly world: World
}

export function outlookOf(
  surroundings: Surroundings,
  moment: Moment,
  state: State,
  childrenOf: (state: string) => unknown,
  variables: Readonly<Record<string, unknown>>,
): Outlook {
  const world = new ActiveWorld(surroundings, moment.active)
  return { activation: new Seen(surroundings, moment, state, childrenOf, variables, world), world }
}

class ActiveWorld implements World {
  readonly calendar: World['calendar']
  readonly #surroundings: Surroundings
  readonly #active: ReadonlySet<string>

  constructor(surroundings: Surroundings, active: ReadonlySet<string>) {
    this.calendar = surroundings.calendar
    this.#surroundings = surroundings
    this.#active = active
  }

  isActive(path: string): boolean {
    return this.#active.has(path)
  }

  hasTag(path: string, tag: string): boolean {
    const { states } = this.#surroundings.definition
    for (const candidate of this.#active) {
      const inside = candidate === path || candidate.startsWith(`${path}.`)
      if (inside && states.get(candidate)?.tags.includes(tag)) return true
    }
    return false
  }
}

class Seen {
  /** `event`, `actor`, `form`, … and the variables of `every` and `each`. */
  readonly [variable: string]: unknown
  readonly data: JsonObject
  readonly params: JsonObject
  readonly #surroundings: Surroundings
  readonly #state: State
  readonly #childrenOf: (state: string) => unknown
  readonly #world: World
  #values: object | undefined

  constructor(
    surroundings: Surroundings,
    { data }: Moment,
    state: State,
    childrenOf: (state: string) => unknown,
    variables: Readonly<Record<string, unknown>>,
    world: World,
  ) {
    this.data = data
    this.params = surroundings.params
    this.#surroundings = surroundings
    this.#state = state
    this.#childrenOf = childrenOf
    this.#world = world
    Object.assign(this, variables)
  }

  get now(): string {
    return this.#surroundings.now
  }

  get instance(): JsonObject {
    return this.#surroundings.instance
  }

  get children(): unknown {
    return this.#childrenOf(this.#state.path)
  }

  get own(): JsonObject | undefined {
    const { own } = this.#state
    return own === undefined ? undefined : objectOf(this.data[own])
  }

  /** Named values are worked out when they are read. */
  get values(): object {
    if (this.#values) return this.#values
    const values = {}
    for (const { name, expression } of this.#surroundings.definition.values) {
      Object.defineProperty(values, name, { enumerable: true, get: () => expression.evaluate(this, this.#world) })
    }
    this.#values = values
    return values
  }
}

export function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
