/**
 * What an expression that stands in a state sees at one moment of a step: the variables, and the active states it may
 * ask about. What is dear to make is made when it is read.
 */
import type { Definition, State } from '../definition/definition.ts'
import type { Activation, World } from '../expression/expression.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import type { Surroundings } from './surroundings.ts'
import { hasTag } from './tagged-states.ts'

/** Data and active states at one moment of the step. */
export interface Moment {
  readonly data: JsonObject
  readonly active: ReadonlySet<string>
}

/** `event`, `actor`, `form`, … and the variables of `every` and `each`. */
export type Variables = Readonly<Record<string, unknown>>

const nothing: ReadonlySet<string> = new Set()
const empty: JsonObject = {}

/** One for all expressions of an event: it is moved from state to state, since an evaluation ends before the next begins. */
export class Outlook implements World {
  readonly activation: Activation
  readonly calendar: World['calendar']
  readonly surroundings: Surroundings
  readonly #childrenOf: (state: string) => unknown
  readonly #seen: Seen
  #active: ReadonlySet<string> = nothing
  #state: State | undefined
  #values: Values | undefined

  constructor(surroundings: Surroundings, childrenOf: (state: string) => unknown, variables: Variables) {
    this.surroundings = surroundings
    this.calendar = surroundings.calendar
    this.#childrenOf = childrenOf
    this.#seen = new Seen(this, surroundings.params)
    this.activation = this.#seen
    for (const name in variables) define(this.#seen, name, variables[name])
  }

  /** What is seen from a state at a moment. */
  from(state: State | undefined, { data, active }: Moment): this {
    this.#state = state
    this.#seen.data = data
    this.#active = active
    return this
  }

  get children(): unknown {
    return this.#state && this.#childrenOf(this.#state.path)
  }

  get own(): JsonObject | undefined {
    const own = this.#state?.own
    return own === undefined ? undefined : objectOf(this.#seen.data[own])
  }

  get values(): object {
    this.#values ??= new (valuesClassOf(this.surroundings.definition))(this)
    return this.#values
  }

  isActive(path: string): boolean {
    return this.#active.has(path)
  }

  hasTag(path: string, tag: string): boolean {
    return hasTag(this.surroundings.definition, this.#active, path, tag)
  }
}

const OUTLOOK = Symbol('outlook')

/** The variables themselves; those of `every` and `each` may have any name, so that nothing else stands beside them. */
class Seen {
  readonly [variable: string]: unknown
  readonly [OUTLOOK]: Outlook
  data: JsonObject = empty
  readonly params: JsonObject

  constructor(outlook: Outlook, params: JsonObject) {
    this[OUTLOOK] = outlook
    this.params = params
  }

  get now(): string {
    return this[OUTLOOK].surroundings.now
  }

  get instance(): JsonObject {
    return this[OUTLOOK].surroundings.instance
  }

  get children(): unknown {
    return this[OUTLOOK].children
  }

  get own(): JsonObject | undefined {
    return this[OUTLOOK].own
  }

  get values(): object {
    return this[OUTLOOK].values
  }
}

/** Named values are worked out when they are read. */
class Values {
  readonly [OUTLOOK]: Outlook

  constructor(outlook: Outlook) {
    this[OUTLOOK] = outlook
  }
}

const classes = new WeakMap<Definition, typeof Values>()

/** The getters of a definition's values are made once; those of names that every object inherits stand on each object. */
function valuesClassOf(definition: Definition): typeof Values {
  const known = classes.get(definition)
  if (known) return known
  const inherited = definition.values.filter(({ name }) => name in {})
  const made = class extends Values {
    constructor(outlook: Outlook) {
      super(outlook)
      for (const value of inherited) defineValue(this, value)
    }
  }
  for (const value of definition.values) if (!inherited.includes(value)) defineValue(made.prototype, value)
  classes.set(definition, made)
  return made
}

function defineValue(on: Values, { name, expression }: Definition['values'][number]): void {
  function get(this: Values): unknown {
    return expression.evaluate(this[OUTLOOK].activation, this[OUTLOOK])
  }
  Object.defineProperty(on, name, { enumerable: true, get })
}

/** A name of `every` may be that of a variable, which it hides. */
function define(seen: Seen, name: string, value: unknown): void {
  if (name in seen) Object.defineProperty(seen, name, { value, enumerable: true, configurable: true })
  else (seen as Record<string, unknown>)[name] = value
}

export function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
