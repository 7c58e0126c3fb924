/**
 * How anything goes wrong, said well. A problem is data: a code of the catalogue, the names that fill its
 * sentence, and where it stands. It becomes text only at the edge (`formatProblem`), in the reader's language.
 * This folder imports nothing of ours.
 */

import type { ProblemCode } from './catalog/stages.ts'
import type { Said } from './said.ts'
import type { Text } from './text.ts'

export type { Locale, Text } from './text.ts'

/** A stretch of a document. Lines and columns count from 1; `endColumn` is exclusive and on the same line. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn?: number
}

/** What may fill a blank of a problem's sentence: a name, a figure, a list of names, or a text of the definition. */
export type Blank = string | number | readonly string[] | Text | Said

/** A fault found in a document or a request. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  readonly blanks: Readonly<Record<string, Blank>>
  readonly place?: Place
  /** Where the fault was brought in, when `place` is inside a template: the use of it. */
  readonly usedAt?: Place
  /** Problems that are the reasons of this one: every unmet requirement of a refusal. */
  readonly reasons?: readonly Problem[]
}

/** An answer that may be a refusal. Nothing was changed where `ok` is false. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What `problem()` may be given besides code and blanks: where the fault stands, and its reasons. */
export interface ProblemOptions {
  readonly place?: Place | undefined
  readonly usedAt?: Place | undefined
  readonly reasons?: readonly Problem[] | undefined
}
