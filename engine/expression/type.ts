/**
 * The types of the definition language. Values of them are JSON everywhere outside an expression (`json` below):
 * instance data, events, forms, action input and output, journal.
 *
 * | type | JSON |
 * |---|---|
 * | string text person customer document, a word of an enum | string |
 * | number integer | number |
 * | boolean | true or false |
 * | date | `2026-01-05` |
 * | datetime | `2026-01-05T01:00:00.000Z` (always UTC, milliseconds) |
 * | duration | `3 workdays`, `1 week 2 hours` |
 * | money | `"50000.00"` |
 * | state | absolute path of a state |
 */
import type { Text } from '../problem/problem.ts'

/** A value as it is stored, sent and handed to plugins. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
/** A record of such values. */
export type JsonObject = { readonly [key: string]: Json }

export type SimpleTypeName =
  | 'string'
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'duration'
  | 'money'
  | 'person'
  | 'customer'
  | 'document'
  | 'role'
  | 'state'

export interface SimpleType {
  readonly kind: SimpleTypeName
}

export interface ListType {
  readonly kind: 'list'
  readonly item: Type
}

export interface EnumType {
  readonly kind: 'enum'
  readonly name: string
  readonly words: readonly EnumWord[]
}

export interface EnumWord {
  readonly word: string
  readonly title?: Text
}

export interface RecordType {
  readonly kind: 'record'
  readonly name: string
  readonly fields: readonly Field[]
}

/** The type of a value of the language. */
export type Type = SimpleType | ListType | EnumType | RecordType

/** A declared field: of input, data, a form, an event, a type. */
export interface Field {
  readonly name: string
  readonly type: Type
  /** The key ended in `?`: it may be absent, and is read only behind `has()`. */
  readonly optional: boolean
  readonly default?: Json
  readonly title?: Text
  /** Smallest number, or fewest items of a list. */
  readonly min?: number
  readonly max?: number
  readonly example?: Json
  readonly index?: boolean
}
