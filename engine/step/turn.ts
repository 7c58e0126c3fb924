/**
 * One move of a machine under way: judges guards, does what transitions and states ask for and writes the tape of what
 * happened, in order. Guards read the data as it is; assignments and everything else a transition does read it as it
 * was before the transition. Mutable, and gone when the step is made.
 */
import type { Definition, Operation, Phrase, State, Transition } from '../definition/definition.ts'
import type { Expression } from '../expression/expression.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import type { Said } from './effect.ts'
import type { Mark } from './mark.ts'
import type { Walker } from './moves.ts'
import { type Moment, Outlook, objectOf, type Variables } from './outlook.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

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

const none: Variables = {}

export class Turn implements Walker {
  readonly definition: Definition
  readonly tape: Mark[] = []
  readonly requests: Request[] = []
  readonly notes: Said[] = []
  readonly metrics: Record<string, Record<string, Json>> = {}
  data: JsonObject
  active: ReadonlySet<string>
  readonly #surroundings: Surroundings
  readonly #childrenOf: (state: string) => unknown
  #before: Moment
  #variables: Variables = none
  /** Made when it is first looked through. */
  #outlook: Outlook | undefined

  constructor(surroundings: Surroundings, moment: Moment, childrenOf: (state: string) => unknown) {
    this.definition = surroundings.definition
    this.#surroundings = surroundings
    this.#childrenOf = childrenOf
    this.data = moment.data
    this.active = moment.active
    this.#before = moment
  }

  /** Variables of the event under way: `event`, `actor`, `form`, … */
  set variables(variables: Variables) {
    this.#variables = variables
    this.#outlook = undefined
  }

  /** The moment as it is now. */
  get moment(): Moment {
    return { data: this.data, active: this.active }
  }

  judge({ guard, source }: Transition): boolean {
    return this.#evaluate(guard, source, this) === true
  }

  begin(): void {
    this.#before = this.moment
  }

  pass(mark: Mark, active: ReadonlySet<string>): void {
    this.tape.push(mark)
    if (mark.kind === 'take') this.#take(mark.transition)
    else if (mark.kind === 'leave') {
      this.#measure(mark.state)
      this.#run(mark.state.exit, mark.state.path)
      this.active = active
    } else {
      this.active = active
      this.#run(mark.state.entry, mark.state.path)
    }
  }

  #take({ note, operations, source }: Transition): void {
    if (note) this.notes.push(this.say(note, source, this.#before))
    this.#run(operations, source)
  }

  /** Runs the operations of the root's end, which the machine does not know. */
  end(): void {
    const root = this.#state('')
    this.begin()
    this.#measure(root)
    this.#run(root.exit, '')
  }

  #measure({ metrics, path }: State): void {
    for (const name in metrics) {
      const value = this.#evaluate(metrics[name], path, this.#before)
      if (value === undefined) continue
      const recorded = this.metrics[path] ?? {}
      recorded[name] = value
      this.metrics[path] = recorded
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
  record(
    expressions: Readonly<Record<string, Expression>>,
    path: string,
    moment: Moment,
    variables?: Variables,
  ): JsonObject {
    const found: Record<string, Json> = {}
    for (const [name, expression] of Object.entries(expressions)) {
      const value = this.evaluate(expression, path, moment, variables)
      if (value !== undefined) found[name] = value
    }
    return found
  }

  /** The value of an expression standing in a state, at a moment. Throws `ExpressionFailure`. */
  evaluate(expression: Pick<Expression, 'evaluate'>, path: string, moment: Moment, more?: Variables): Json | undefined {
    const outlook = this.#look(path, moment, more)
    return expression.evaluate(outlook.activation, outlook)
  }

  say(phrase: Phrase, path: string, moment: Moment, more?: Variables): Said {
    return say(phrase, this.definition, () => this.#look(path, moment, more))
  }

  #evaluate(expression: Expression | undefined, path: string, moment: Moment): Json | undefined {
    return expression && this.evaluate(expression, path, moment)
  }

  #look(path: string, moment: Moment, more?: Variables): Outlook {
    const outlook = more ? this.#outlookOn({ ...this.#variables, ...more }) : this.#own()
    return outlook.from(this.definition.states.get(path), moment)
  }

  #own(): Outlook {
    this.#outlook ??= this.#outlookOn(this.#variables)
    return this.#outlook
  }

  #outlookOn(variables: Variables): Outlook {
    return new Outlook(this.#surroundings, this.#childrenOf, variables)
  }

  #state(path: string): State {
    const state = this.definition.states.get(path)
    if (!state) throw new Error(`no state ${path}`)
    return state
  }
}

/** The object with the field written, or left out where there is no value. */
export function withField(object: JsonObject, field: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [field]: value }
  const { [field]: _left, ...rest } = object
  return rest
}
