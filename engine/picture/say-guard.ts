/** A guard as a few words for an arrow. What is not simple is cut short: the picture shows the way, not the rule. */
import type { Definition } from '../definition/definition.ts'
import type { Locale } from '../problem/problem.ts'
import { breakLines } from './measure-text.ts'
import { pictureWord } from './picture-words.ts'
import { fieldTitle, humanise, ownTitle, stateTitle, wordTitle } from './say-text.ts'

const longest = 210
const fontSize = 12

const joints = {
  en: { '&&': ' and ', '||': ' or ', not: 'not ' },
  zh: { '&&': '且', '||': '或', not: '非' },
} as const

/** At most about 20 em of words: `verdict = adopt`, `not areas left`; `…` where it goes on. */
export function sayGuard(text: string, definition: Definition, locale: Locale): string {
  const parts = unwrap(text).split(/\s*(&&|\|\|)\s*/)
  const said: string[] = []
  for (let index = 0; index < parts.length; index += 2) {
    const part = sayPart(parts[index] ?? '', definition, locale)
    const joint = parts[index - 1]
    if (part === undefined) return said.length === 0 ? '…' : `${said.join('')}…`
    if (part === '' || said.includes(part)) continue
    if (said.length > 0) said.push(joint === '||' ? joints[locale]['||'] : joints[locale]['&&'])
    said.push(part)
  }
  return shorten(said.join(''))
}

function unwrap(text: string): string {
  return text.replaceAll(/\(\s*(true)\s*\)/g, '$1').trim()
}

/** One condition in words; undefined where it is more than a comparison, a name or a question about states. */
function sayPart(part: string, definition: Definition, locale: Locale): string | undefined {
  const text = part.trim().replace(/^\((.*)\)$/, '$1')
  if (text === 'true') return ''
  if (text.startsWith('!')) {
    const inner = sayPart(text.slice(1), definition, locale)
    return inner && joints[locale].not + inner
  }
  const tagged = /^tagged\(.*,\s*['"]([\w-]+)['"]\s*\)$/.exec(text)?.[1]
  if (tagged) return locale === 'zh' ? undefined : humanise(tagged).toLowerCase()
  const active = /^active\(\s*['"]\/*([^'"]+)['"]\s*\)$/.exec(text)?.[1]
  if (active) {
    const state = definition.states.get(active)
    return pictureWord('inState', locale) + (state ? stateTitle(state, locale) : humanise(active))
  }
  return sayComparison(text.replace(/^has\((.*)\)$/, '$1'), definition, locale)
}

function sayComparison(text: string, definition: Definition, locale: Locale): string | undefined {
  const match = /^([\w.]+)(?:\s*(==|!=|<=|>=|<|>)\s*([\w.]+|'[^']*'|"[^"]*"))?$/.exec(text)
  if (!match?.[1]) return undefined
  const left = sayOperand(match[1], definition, locale)
  if (!match[2] || !match[3]) return left
  const right = sayOperand(match[3], definition, locale)
  const sign = { '==': '=', '!=': '≠', '<=': '≤', '>=': '≥' }[match[2]] ?? match[2]
  return left === undefined || right === undefined ? undefined : `${left} ${sign} ${right}`
}

/** A name without a title is English words; among Chinese ones it would only disturb. */
function sayOperand(text: string, definition: Definition, locale: Locale): string | undefined {
  const literal = /^['"](.*)['"]$/.exec(text)?.[1]
  if (literal !== undefined) return wordTitle(literal, definition, locale) ?? literal
  if (/^[\d.]+$/.test(text)) return text
  if (locale === 'zh') return ownTitle(text, definition, locale)
  const title = fieldTitle(text, definition, locale)
  return title.charAt(0).toLowerCase() + title.slice(1)
}

function shorten(text: string): string {
  const [first = '', ...rest] = breakLines(text, fontSize, longest)
  return rest.length === 0 ? first : `${first}…`
}
