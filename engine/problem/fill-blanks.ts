/** Sentences of the catalogue with their blanks filled, in one language. */
import { catalog } from './catalog.ts'
import type { Blank, Locale, Problem, Text } from './problem.ts'
import type { Said } from './said.ts'

type Blanks = Readonly<Record<string, Blank>>

/** What is wrong, in the reader's language; one line. */
export function sentenceOf(problem: Problem, locale: Locale): string {
  return fillBlanks(catalog[problem.code].sentence[locale], problem.blanks, locale)
}

/** What to do about it, in the reader's language; one line. */
export function hintOf(problem: Problem, locale: Locale): string {
  return fillBlanks(catalog[problem.code].hint[locale], problem.blanks, locale).trim()
}

/** Longer names and texts are cut where they are shown: they were never meant to be read. */
const LONGEST = 160
/** So are longer lists. */
const MOST = 40

/**
 * Fills `{name}`; a bracketed stretch falls out when one of its blanks is not given. Other brackets stay. A sentence
 * begins with a capital letter, except where it begins with a name, which is shown as it is written.
 */
function fillBlanks(template: string, blanks: Blanks, locale: Locale): string {
  const whole = template.replace(/\[([^[\]]*\{[^[\]]*)\]/g, (_, stretch: string) =>
    blankNames(stretch).every((name) => blanks[name] !== undefined) ? stretch : '',
  )
  const text = whole.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = blanks[name]
    return value === undefined ? blank : textOfBlank(value, locale)
  })
  const [, first = ''] = /^\{(\w+)\}/.exec(whole) ?? []
  return typeof blanks[first] === 'string' ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

/** The names of the blanks of a sentence. */
export function blankNames(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

function textOfBlank(blank: Blank, locale: Locale): string {
  if (typeof blank === 'string') return cut(blank)
  if (typeof blank === 'number') return String(blank)
  if (isList(blank)) return listed(blank).join(locale === 'zh' ? '、' : ', ')
  if ('text' in blank) return plainSaid(blank, locale)
  return textIn(blank, locale)
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

function listed(names: readonly string[]): readonly string[] {
  return (names.length > MOST ? [...names.slice(0, MOST), '…'] : names).map(cut)
}

function textIn(text: Text, locale: Locale): string {
  return text[locale] ?? text.en ?? text.zh ?? ''
}

/** A text of the definition with its arguments as they are written: the core formats neither dates nor numbers. */
function plainSaid(said: Said, locale: Locale): string {
  return textIn(said.text, locale).replace(/\{([\w.]+)\}/g, (whole, name: string) => {
    const argument = said.arguments[name]
    if (!argument) return whole
    return argument.as === 'title' ? textIn(argument.value, locale) : String(argument.value)
  })
}

function isList(blank: Blank): blank is readonly string[] {
  return Array.isArray(blank)
}
