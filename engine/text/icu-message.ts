/** ICU messages of definitions, whose arguments are names such as `{customer}` and `{values.week}`. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../problem/problem.ts'

type Message = ConstructorParameters<typeof IntlMessageFormat>[0]
type Elements = Exclude<Message, string>

/** ICU allows no dot in a name; this character stands for it while the message is formatted. */
const dot = '\ue000'

/** What an argument that was not given is shown as. */
const absent = '…'

const parsed = new Map<string, Elements | undefined>()

/**
 * The message with its arguments filled. Numbers are shown as the language writes them and choose plurals; other values
 * are texts. A message that ICU cannot read is shown as it is written.
 */
export function formatMessage(
  message: string,
  locale: Locale,
  values: Readonly<Record<string, string | number>>,
): string {
  if (!/[{']/.test(message)) return message
  const plain = fillPlain(message, values)
  if (plain !== undefined) return plain
  const elements = parse(message)
  if (elements === undefined) return message
  const given = new Map(Object.entries(values).map(([name, value]) => [name.replaceAll('.', dot), value]))
  try {
    const named = withNumbers(elements, given)
    for (const name of namesIn(named)) if (!given.has(name)) given.set(name, absent)
    const text = new IntlMessageFormat(named, locale).format(Object.fromEntries(given))
    return String(text).replaceAll(dot, '.')
  } catch {
    return message
  }
}

/** A message with nothing but names in it, as most are: Node takes many milliseconds to load the data of a language. */
const onlyNames = /^(?:[^{}']|\{\s*[A-Za-z_][\w.]*\s*\})*$/

/** The message filled, where that asks nothing of the language: no choice by number, and no number that it would group. */
function fillPlain(message: string, values: Readonly<Record<string, string | number>>): string | undefined {
  const asks = (value: string | number) =>
    typeof value === 'number' && !(Number.isInteger(value) && value >= 0 && value < 1000)
  if (!onlyNames.test(message) || Object.values(values).some(asks)) return undefined
  return message.replace(/\{\s*([\w.]+)\s*\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : absent,
  )
}

function parse(message: string): Elements | undefined {
  if (parsed.has(message)) return parsed.get(message)
  const plain = message.replace(/\{\s*[A-Za-z_][\w.]*\s*(?=[,}])/g, (name) => name.replaceAll('.', dot))
  let elements: Elements | undefined
  try {
    elements = new IntlMessageFormat(plain, 'en', undefined, { ignoreTag: true }).getAst()
  } catch {
    elements = undefined
  }
  parsed.set(message, elements)
  return elements
}

/** A bare argument whose value is a number is formatted as one. */
function withNumbers(elements: Elements, given: ReadonlyMap<string, string | number>): Elements {
  return elements.map((element) => {
    if (element.type === argumentElement && typeof given.get(element.value) === 'number') {
      return { ...element, type: numberElement, style: null }
    }
    if (!('options' in element)) return element
    const options = Object.entries(element.options).map(([word, option]) => [
      word,
      { ...option, value: withNumbers(option.value, given) },
    ])
    return { ...element, options: Object.fromEntries(options) }
  })
}

function namesIn(elements: Elements): string[] {
  return elements.flatMap((element) => {
    if (element.type === argumentElement) return [element.value]
    if (!('options' in element)) return []
    return [element.value, ...Object.values(element.options).flatMap((option) => namesIn(option.value))]
  })
}

/** Kinds of elements, as the parser numbers them. */
const argumentElement = 1
const numberElement = 2
