/**
 * A definition as the engine uses it: templates expanded, names resolved to absolute paths, expressions compiled and
 * typed. Frozen data and pure functions; what a machine, the step, the drawing and the lint read.
 *
 * A state's path is its keys joined by dots from the root (`selling.intent`); the root is `''`. Work beside the flow
 * (`tasks:`) hangs under paths that start with `~`, such as `~selling.intent.entry`.
 */

import type { Expression } from '../expression/expression.ts'
import type { EnumType, Field, JsonObject, RecordType } from '../expression/type.ts'
import type { Place, Text } from '../problem/problem.ts'
import type { Estimate, TaskWork, Work } from './work.ts'
import type { Written } from './written.ts'

/** A text whose arguments are expressions: `{ en: "Week {values.week}" }`. Argument names are as written. */
export interface Phrase {
  readonly text: Text
  readonly arguments: Readonly<Record<string, Expression>>
}

/** One process, read and resolved. */
export interface Definition {
  readonly id: string
  readonly version: string
  readonly title: Text
  /** How people tell one instance from another. */
  readonly name?: Phrase
  /** At most one live instance a process and key. */
  readonly key?: Expression
  readonly calendar: string
  readonly endless: boolean
  readonly plugins: Readonly<Record<string, string>>
  readonly control: Readonly<Partial<Record<ControlOperation, readonly string[]>>>
  readonly types: Readonly<Record<string, RecordType | EnumType>>
  readonly params: readonly Field[]
  readonly input: readonly Field[]
  /** Everything an instance's data may hold: input, data, form fields, and a record for each use of a template. */
  readonly data: RecordType
  /** Fields and records that are there from the start because they have defaults. */
  readonly values: readonly NamedValue[]
  readonly events: Readonly<Record<string, EventDeclaration>>
  /** All states by path, in text order; the root is `''`. */
  readonly states: ReadonlyMap<string, State>
  /** Paths of the work beside the flow. */
  readonly beside: readonly string[]
  /** What an ended instance gives: fields of every final state of the root; those not in all are optional. */
  readonly output: RecordType
  /** The document after expansion, without places: what the hash is taken over. */
  readonly expanded: JsonObject
  readonly place: Place
  /** Texts, roles, expressions and names with their places. */
  readonly written: Written
}

export type ControlOperation = 'suspend' | 'resume' | 'cancel' | 'retry'

export interface NamedValue {
  readonly name: string
  readonly expression: Expression
}

export interface EventDeclaration {
  readonly name: string
  readonly title?: Text
  readonly with: readonly Field[]
  /** Roles that may send it; without it only processes may. */
  readonly by?: readonly string[]
  readonly place: Place
}

export type StateKind =
  | 'task'
  | 'approval'
  | 'action'
  | 'children'
  | 'compound'
  | 'parallel'
  | 'history'
  | 'final'
  | 'wait'

/** A state with everything that is written of it; what is not written is empty or absent. */
export interface State {
  readonly path: string
  readonly key: string
  readonly kind: StateKind
  /** Path of the state it stands in; undefined for the root and for work beside the flow. */
  readonly parent?: string
  readonly children: readonly string[]
  readonly initial?: string
  readonly history?: 'shallow' | 'deep'
  readonly title?: Phrase
  readonly summary?: Text
  readonly tags: readonly string[]
  /** Name of the record `own` means here. */
  readonly own?: string
  readonly waits?: Phrase
  readonly estimate?: Estimate
  readonly metrics: Readonly<Record<string, Expression>>
  readonly requires: readonly Requirement[]
  readonly entry: readonly Operation[]
  readonly exit: readonly Operation[]
  readonly transitions: readonly Transition[]
  readonly rhythms: readonly Rhythm[]
  readonly work?: Work
  readonly output: Readonly<Record<string, Expression>>
  readonly place: Place
  readonly usedAt?: Place
}

/** `requires` refuses: `that` must hold (for every item), where `when` holds. */
export interface Requirement {
  readonly that: Expression
  readonly otherwise: Phrase
  readonly when?: Expression
  readonly every?: { readonly variable: string; readonly list: Expression }
  readonly place: Place
}

/** Places of the keys of a map. */
export type KeyPlaces = ReadonlyMap<string, Place>

/** A way out of a state, or something it does without leaving: what sets it off, what must hold, where it leads. */
export interface Transition {
  /** Its number among all transitions of the definition, in text order. */
  readonly index: number
  readonly source: string
  readonly trigger: Trigger
  readonly guard?: Expression
  readonly by?: readonly string[]
  readonly requires: readonly Requirement[]
  /** Absolute path; without it nothing is left. */
  readonly target?: string
  /** An ending that deliberately leaves the state where it is. */
  readonly stay: boolean
  /** What becomes of open children when this transition leaves their state. */
  readonly leave?: 'cancel' | 'keep'
  readonly note?: Phrase
  readonly odds?: number
  readonly operations: readonly Operation[]
  readonly place: Place
  /** Where each of its keys stands; none where only a target is written. */
  readonly keys?: KeyPlaces
}

export type Trigger =
  | { readonly kind: 'event'; readonly event: string }
  /** The work of the source ends: `done`, `failed`, `approved`, `rejected`, or a name of its own. */
  | { readonly kind: 'ending'; readonly ending: string }
  /** A compound or parallel state has reached its end. */
  | { readonly kind: 'done' }
  | { readonly kind: 'always' }
  | { readonly kind: 'after'; readonly key: string; readonly length: Expression }
  | { readonly kind: 'at'; readonly key: string; readonly when: Expression }
  | { readonly kind: 'every'; readonly key: string }
  /** The task of a rhythm ends. */
  | { readonly kind: 'rhythm-ending'; readonly key: string; readonly ending: string }

/** `every:` something repeats while the state is active: a transition, or a task beside the state. */
export interface Rhythm {
  readonly key: string
  readonly length: Expression
  readonly task?: TaskWork
}

export type Operation =
  | { readonly kind: 'assign'; readonly writes: readonly Write[] }
  | {
      readonly kind: 'start'
      readonly process: string
      readonly key?: Expression
      readonly input: Readonly<Record<string, Expression>>
    }
  | {
      readonly kind: 'send'
      readonly event: string
      readonly to: 'parent' | 'children'
      readonly data: Readonly<Record<string, Expression>>
      readonly missing: 'ignore' | 'problem'
      readonly place: Place
    }
  | { readonly kind: 'notify'; readonly role: string; readonly text?: Phrase }
  | { readonly kind: 'open'; readonly task: string }
  | { readonly kind: 'escalate'; readonly to: string }

/** One field of `data`, or of the record named. */
export interface Write {
  readonly record?: string
  readonly field: string
  readonly value: Expression
}
