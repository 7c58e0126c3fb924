/** Texts, phrases and keys of a definition as plain words in one language. */
import type { Definition, Phrase, State } from '../definition/definition.ts'
import type { EnumType, Field, Type } from '../expression/type.ts'
import type { Locale, Text } from '../problem/problem.ts'

/** The text in the language, else in the other. */
export function inLanguage(text: Text, locale: Locale): string {
  return (locale === 'zh' ? (text.zh ?? text.en) : (text.en ?? text.zh)) ?? ''
}

/** A phrase with `…` for each of its arguments: no instance is there to fill them. */
export function sayPhrase(phrase: Phrase, locale: Locale): string {
  const message = inLanguage(phrase.text, locale)
  let depth = 0
  let said = ''
  for (const character of message) {
    if (character === '{') {
      if (depth === 0) said += '…'
      depth += 1
    } else if (character === '}' && depth > 0) depth -= 1
    else if (depth === 0) said += character
  }
  return said
}

/** `notStarted`, `it-lead`, `INTENT_CONFIRMED` as words with a capital: `Not started`, `It lead`, `Intent confirmed`. */
export function humanise(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The last name of a path as words: `data.brief.manager` is `Manager`. */
export function lastWord(path: string): string {
  return humanise(path.slice(path.lastIndexOf('.') + 1))
}

/** Title of a state, of its work where that alone has one, else its key as words. */
export function stateTitle(state: State, locale: Locale): string {
  if (state.title) return sayPhrase(state.title, locale)
  if (state.work && 'title' in state.work) return sayPhrase(state.work.title, locale)
  return humanise(state.key)
}

/** Title of a field of data, forms or parameters by its path (`data.owner`), else its last name as words. */
export function fieldTitle(path: string, definition: Definition, locale: Locale): string {
  return ownTitle(path, definition, locale) ?? lastWord(path)
}

/** Title of a field, if it has one. */
export function ownTitle(path: string, definition: Definition, locale: Locale): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1)
  const field = allFields(definition).find((candidate) => candidate.name === name && candidate.title)
  return field?.title && inLanguage(field.title, locale)
}

/** Title of a word of an enum, if any enum of the definition has the word and a title for it. */
export function wordTitle(word: string, definition: Definition, locale: Locale): string | undefined {
  const enums = [...Object.values(definition.types), ...allFields(definition).map(({ type }) => type)].filter(isEnum)
  const found = enums.flatMap(({ words }) => words).find((candidate) => candidate.word === word && candidate.title)
  return found?.title && inLanguage(found.title, locale)
}

function isEnum(type: Type): type is EnumType {
  return type.kind === 'enum'
}

function allFields(definition: Definition): readonly Field[] {
  const forms = [...definition.states.values()].flatMap(({ work }) => (work?.kind === 'task' ? work.form : []))
  return [...definition.input, ...forms, ...definition.data.fields, ...definition.params]
}
