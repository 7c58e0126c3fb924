/** Finds values that YAML has cut in two, or taken for a map, because they were not quoted. */
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import { endsInComment, endsInQuote, isCutShort, reasons } from './quoting.ts'
import type { SourceText } from './source-text.ts'

/** An item of a collection in brackets or braces, by offsets into the text. */
export interface FlowPart {
  /** Where its value begins, or its key where it has none. */
  readonly start: number
  readonly end: number
  /** The value if it is plain text. */
  readonly plain?: string | undefined
  /** A key of a map without colon and value. */
  readonly lone: boolean
}

/** The values that a comma has cut, each once, and what braces have made a map of. `from`, `to`: the collection. */
export function flowProblems(source: SourceText, from: number, to: number, parts: readonly FlowPart[]): Problem[] {
  const quoteIt = (start: number, end: number, why: keyof typeof reasons) =>
    problem(
      'definition/quote-it',
      { text: source.text.slice(start, end), why: reasons[why] },
      { place: source.place(start, end) },
    )
  if (parts[0]?.lone) return [quoteIt(from, to, isColonWithoutBlank(source, parts[0]) ? 'colon' : 'braces')]
  const problems: Problem[] = []
  for (let index = 0; index < parts.length; index += 1) {
    const first = parts[index]
    const cut = first?.plain !== undefined && isCutShort(first.plain)
    let last = index
    while (parts[last + 1]?.lone) last += 1
    if (cut && last === index && last + 1 < parts.length) last += 1
    if (first && (cut || last > index)) problems.push(quoteIt(first.start, parts[last]?.end ?? first.end, 'comma'))
    index = last
  }
  return problems
}

function isColonWithoutBlank({ text }: SourceText, { start, end }: FlowPart): boolean {
  return text.slice(start, end).includes(':')
}

/** A plain value from `start` to `end` that was meant to be longer, or quoted. */
export function plainProblem(source: SourceText, start: number, end: number): Problem | undefined {
  const value = source.text.slice(start, end)
  const place = source.place(start, end)
  if (endsInQuote(value)) return problem('definition/quote-it', { text: value, why: reasons.quote }, { place })
  const rest = source.lineAt(end).slice(source.place(end).column - 1)
  const comment = /^[ \t]+#(.*)$/.exec(rest)?.[1]
  if (comment === undefined || !endsInComment(value, comment)) return undefined
  return problem('definition/quote-it', { text: value + rest, why: reasons.comment }, { place })
}
