/** A text of a definition with the values its arguments had, rendered in the reader's language at the edge. */
import type { Text } from './text.ts'

/** A text with what fills it: kept as it is, put into words in the language of who reads it. */
export interface Said {
  readonly text: Text
  readonly arguments: Readonly<Record<string, SaidArgument>>
}

/** What fills a place of a text, with how it is to be shown. */
export type SaidArgument =
  | { readonly as: 'number'; readonly value: number }
  | {
      readonly as: 'text' | 'date' | 'datetime' | 'money' | 'duration' | 'person' | 'customer' | 'role'
      readonly value: string
    }
  /** A word of an enum, or the title of a state. */
  | { readonly as: 'title'; readonly value: Text }
