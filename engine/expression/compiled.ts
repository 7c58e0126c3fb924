import type { Activation, World } from './scope.ts'
import type { Type } from './type.ts'

/** One evaluation: what was passed in, and the items the macros are at, in their JSON form. */
export interface Frame {
  readonly activation: Activation
  readonly world: World
  readonly locals: unknown[]
}

export type Run = (frame: Frame) => unknown

/** Which lengths an expression of type duration can be, as far as its text shows. */
export type LengthKind = 'days' | 'elapsed' | 'calendar'

/**
 * A checked part of an expression: its type and how its value is got. The rest is what is known of it without
 * evaluating, from which follows which optional fields may be read where.
 */
export interface Compiled {
  readonly type: Type
  /** The value in the form inside an expression (`json-form.ts`). */
  readonly run: Run
  /** The key under which facts about the value are known: a path from a variable. */
  readonly path?: string
  /** Paths that are present where this condition is true, or false. */
  readonly whenTrue?: readonly string[]
  readonly whenFalse?: readonly string[]
  /** Fields of the value, or of each of its items, known to be present: `.metOn`. */
  readonly known?: readonly string[]
  readonly itemKnown?: readonly string[]
  readonly lengthKind?: LengthKind
  /** Known of a whole expression: it asks for the active states and for nothing else. */
  readonly statesOnly?: boolean
}
