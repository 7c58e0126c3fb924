/** An action: work a plugin can do. Declared data plus one function; its types can be read without running it. */
import { plainNode } from '../definition/plain-node.ts'
import { readFields } from '../definition/read-fields.ts'
import { notesTo } from '../definition/written.ts'
import type { Field, Json, JsonObject, RecordType } from '../expression/type.ts'

/** What `perform` is given. Everything it may touch of the world comes through its own plugin. */
export interface ActionContext<Input extends JsonObject = JsonObject> {
  readonly input: Input
  /** The effect's id: an action may be performed more than once and is counted once by it. */
  readonly key: string
  readonly instance: string
  /** Fires when the answer is not wanted any more: the state was left, the time limit is over, the host is closing. */
  readonly signal: AbortSignal
  log(message: string): void
}

/** How often an action that failed is tried again, and after which pauses. */
export interface RetryPolicy {
  /** How often it is tried in all. */
  readonly attempts: number
  /** Milliseconds before the second try; each further wait is `factor` times as long, up to `longest`, at most an hour. */
  readonly first: number
  readonly factor: number
  readonly longest: number
}

/** An action as hosts perform it; made by `defineAction` or `defineCalculation`. */
export interface Action {
  readonly name: string
  readonly input: readonly Field[]
  readonly output: RecordType
  readonly retry: RetryPolicy
  /** Milliseconds in which it must answer; then it has failed and is tried again. The last try may still be running. */
  readonly timeLimit: number
  perform(context: ActionContext): Promise<Json> | Json
  /** Its answer follows from its input alone: it is worked out inside the step that asks for it. */
  readonly calculate?: (input: JsonObject) => Json
  /** What a rehearsal takes for its answer; an action without one cannot be rehearsed. */
  readonly rehearse?: (input: JsonObject) => Json
}

/** Declarations as in YAML: `{ amount: 'money', 'note?': 'text' }`. */
export type FieldDeclarations = Readonly<Record<string, string | JsonObject>>

interface Declared {
  /** `verb-noun`; the plugin's id is put before it. */
  readonly name: string
  readonly input: FieldDeclarations
  readonly output: FieldDeclarations
}

/** A formula: quick, without effect on anything, and the same for the same input. Its answer stands in the entry. */
export interface CalculationDeclaration extends Declared {
  readonly calculate: NonNullable<Action['calculate']>
}

/** Work that reaches the world. */
export interface ActionDeclaration extends Declared {
  readonly retry?: Partial<RetryPolicy>
  /** Milliseconds in which it must answer, a minute unless given; then it counts as failed. */
  readonly timeLimit?: number
  readonly perform: Action['perform']
  readonly rehearse?: Action['rehearse']
}

const USUAL: RetryPolicy = { attempts: 5, first: 1000, factor: 4, longest: 3_600_000 }
const USUAL_TIME_LIMIT = 60_000

/**
 * Declares an action whose answer follows from its input alone, such as a score. It is worked out while the step is
 * made, in one entry with the event that led to it, and a rehearsal works it out alike. One that throws has failed for
 * good: asked again it would say the same. Throws where a declaration names a type that does not exist.
 */
export function defineCalculation({ name, input, output, calculate }: CalculationDeclaration): Action {
  const perform: Action['perform'] = (context) => calculate(context.input)
  return { ...defineAction({ name, input, output, retry: { attempts: 1 }, perform, rehearse: calculate }), calculate }
}

/** Declares an action. Throws where a declaration names a type that does not exist, or a time limit of nothing. */
export function defineAction(declaration: ActionDeclaration): Action {
  const { name, perform, rehearse, timeLimit = USUAL_TIME_LIMIT } = declaration
  if (!(timeLimit > 0)) throw new TypeError(`The time limit of the action ${name} must be more than 0 ms.`)
  return {
    name,
    input: fieldsOf(name, declaration.input),
    output: { kind: 'record', name: 'result', fields: fieldsOf(name, declaration.output) },
    retry: { ...USUAL, ...declaration.retry },
    timeLimit,
    perform,
    ...(rehearse ? { rehearse } : {}),
  }
}

function fieldsOf(action: string, declarations: FieldDeclarations): readonly Field[] {
  const notes = notesTo([])
  const fields = readFields(plainNode(declarations, `action ${action}`), {}, notes)
  if (notes.problems.length > 0) throw new TypeError(`The action ${action} declares a type that does not exist.`)
  return fields
}
