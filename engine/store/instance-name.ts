/**
 * What an instance is called: the text stands once, with its definition; the instance keeps what fills it. Null where
 * nothing does.
 */
import type { Said } from '../step/effect.ts'
import { fromText, toText } from './json-text.ts'

/** What fills the text of a name. */
export function filledText({ arguments: filled }: Said): string | null {
  for (const _ in filled) return toText(filled)
  return null
}

/** The name of an instance of a definition. */
export function nameOf(text: string, filled: string | null): Said {
  return { text: fromText<Said['text']>(text), arguments: filled === null ? {} : fromText<Said['arguments']>(filled) }
}
