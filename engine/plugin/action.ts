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
  /** Fires when the state that asked for the action is left. */
  readonly signal: AbortSignal
  log(message: string): void
}

export interface RetryPolicy {
  /** How often it is tried in all. */
  readonly attempts: number
  /** Milliseconds before the second try; each further wait is `factor` times as long, up to `longest`. */
  readonly first: number
  readonly factor: number
  readonly longest: number
}

export interface Action {
  readonly name: string
  readonly input: readonly Field[]
  readonly output: RecordType
  readonly retry: RetryPolicy
  perform(context: ActionContext): Promise<Json> | Json
  /** What a rehearsal takes for its answer; an action without one cannot be rehearsed. */
  readonly rehearse?: (input: JsonObject) => Json
}

/** Declarations as in YAML: `{ amount: 'money', 'note?': 'text' }`. */
export type FieldDeclarations = Readonly<Record<string, string | JsonObject>>

export interface ActionDeclaration {
  /** `verb-noun`; the plugin's id is put before it. */
  readonly name: string
  readonly input: FieldDeclarations
  readonly output: FieldDeclarations
  readonly retry?: Partial<RetryPolicy>
  readonly perform: Action['perform']
  readonly rehearse?: Action['rehearse']
}

const USUAL: RetryPolicy = { attempts: 5, first: 1000, factor: 4, longest: 3_600_000 }

/** Declares an action. Throws where a declaration names a type that does not exist. */
export function defineAction(declaration: ActionDeclaration): Action {
  const { name, perform, rehearse } = declaration
  return {
    name,
    input: fieldsOf(name, declaration.input),
    output: { kind: 'record', name: 'result', fields: fieldsOf(name, declaration.output) },
    retry: { ...USUAL, ...declaration.retry },
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
