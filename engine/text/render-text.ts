import type { Locale, Text } from '../problem/problem.ts'

/** A text in the reader's language, else in the other one. */
export function renderText(text: Text, locale: Locale): string {
  return text[locale] ?? text.en ?? text.zh ?? ''
}
