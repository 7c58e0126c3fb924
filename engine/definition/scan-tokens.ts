/** A look at the tokens of a YAML file before they are put together, without recursion: depth, tags, directives. */
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import { reasons } from './quoting.ts'
import type { SourceText } from './source-text.ts'

/** As much of a token of the parser as is looked at. */
export interface Token {
  readonly type: string
  readonly offset: number
  readonly source?: string
  readonly start?: Token | readonly Token[]
  readonly value?: Token
  readonly items?: readonly Item[]
}

interface Item {
  readonly start: readonly Token[]
  readonly key?: Token | null
  readonly sep?: readonly Token[]
  readonly value?: Token
}

/** A fault and where it begins, so that it can be laid to its document. */
export interface Fault {
  readonly offset: number
  readonly problem: Problem
}

/** All tags and directives; or, alone, the place where values are nested deeper than `limit`. */
export function scanTokens(tokens: readonly Token[], source: SourceText, limit: number): Fault[] | Problem {
  const faults: Fault[] = []
  const open: { token: Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next
    if (depth > limit) return problem('definition/too-deep', { limit }, { place: source.place(token.offset) })
    for (const fault of faultsOf(token, source)) faults.push(fault)
    const marks = Array.isArray(token.start) ? token.start : []
    const parts = [...marks, token.value, ...(token.items ?? []).flatMap(partsOf)]
    const inside = token.items === undefined ? depth : depth + 1
    for (const part of parts) if (part) open.push({ token: part, depth: inside })
  }
  return faults.sort((a, b) => a.offset - b.offset)
}

function partsOf({ start, key, sep = [], value }: Item): (Token | null | undefined)[] {
  return [...start, key, ...sep, value]
}

function faultsOf({ type, offset, source: text = '' }: Token, source: SourceText): Fault[] {
  if (type !== 'directive' && type !== 'tag') return []
  const place = source.place(offset, offset + text.length)
  if (type === 'directive')
    return [{ offset, problem: problem('definition/directive', { directive: text }, { place }) }]
  if (/^!(?:!|<)/.test(text)) return [{ offset, problem: problem('definition/tag', { tag: text }, { place }) }]
  const rest = /^[^\n#,}\]]*/.exec(source.text.slice(offset, offset + 200))?.[0].trim() ?? text
  return [{ offset, problem: problem('definition/quote-it', { text: rest, why: reasons.tag }, { place }) }]
}
