/**
 * The tokens of a YAML file, taken one by one and given up where there are too many: what the library does with them
 * takes time in proportion, and what is nested it reads by recursion.
 */
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { SourceText } from './source-text.ts'

/** More words and signs in one file are refused; 10,000 lines have some 150,000, where they are packed some 300,000. */
export const MAX_SIGNS = 500_000

/** The parser says in so many tokens what it cannot read; the first ones are enough. */
const MAX_ERRORS = 100

/** What is read of the library's parser, which is told the words and signs of a text in turn. */
export interface TokenParser<T> {
  /** What is open where it stands. */
  readonly stack: readonly unknown[]
  readonly offset: number
  next(sign: string): Iterable<T>
  end(): Iterable<T>
}

/** All tokens; or the place where the file holds too much or is nested too deep. */
export function boundedTokens<T extends { readonly type: string }>(
  signs: Iterable<string>,
  parser: TokenParser<T>,
  source: SourceText,
  maxDepth: number,
): T[] | Problem {
  const tokens: T[] = []
  let count = 0
  let errors = 0
  const keep = (token: T) => {
    if (token.type === 'error') errors += 1
    if (token.type !== 'error' || errors <= MAX_ERRORS) tokens.push(token)
  }
  const place = () => ({ place: source.place(parser.offset) })
  for (const sign of signs) {
    count += 1
    if (count > MAX_SIGNS) return problem('definition/too-many-signs', { limit: MAX_SIGNS }, place())
    for (const token of parser.next(sign)) keep(token)
    if (parser.stack.length > maxDepth + 2) return problem('definition/too-deep', { limit: maxDepth }, place())
  }
  for (const token of parser.end()) keep(token)
  return tokens
}
