/** The text of a file made ready for reading, and places in it. */
import { problem } from '../problem/catalog.ts'
import type { Answer, Place } from '../problem/problem.ts'
import { decodeUtf8 } from './decode-utf8.ts'

/** A larger file is refused: 2 MB, about 40,000 lines. */
export const MAX_BYTES = 2 * 1024 * 1024

/** What YAML and JSON forbid in a text, and halves of surrogate pairs. */
const forbidden = /[^\P{Cc}\t\n\r\u0085]|\p{Surrogate}|\ufffe|\uffff/u

/** A text whose lines end in `\n`, without byte order mark; offsets into it become places of the file. */
export interface SourceText {
  readonly text: string
  /** The place from `start` to `end`, clipped to the first line; without `end` a point. */
  readonly place: (start: number, end?: number) => Place
  /** The line an offset is in. */
  readonly lineAt: (offset: number) => string
}

/** Decodes and checks a file; refuses what is too large, not UTF-8, or holds control characters. */
export function openSource(file: string, input: string | Uint8Array): Answer<SourceText> {
  const top: Place = { file, line: 1, column: 1 }
  if (input.length > MAX_BYTES) {
    const blanks = { size: input.length, limit: MAX_BYTES }
    return { ok: false, problems: [problem('definition/too-large', blanks, { place: top })] }
  }
  const decoded = typeof input === 'string' ? input : decodeUtf8(input)
  if (decoded === undefined) return { ok: false, problems: [problem('definition/bad-encoding', {}, { place: top })] }
  const source = sourceText(file, decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const character = forbiddenCharacter(source.text)
  if (character === undefined) return { ok: true, value: source }
  const place = source.place(source.text.search(forbidden))
  return { ok: false, problems: [problem('definition/control-character', { character }, { place })] }
}

/** The first character that may not stand in a definition, as `U+0000`. */
export function forbiddenCharacter(text: string): string | undefined {
  const found = forbidden.exec(text)?.[0].codePointAt(0)
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}

function sourceText(file: string, text: string): SourceText {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineEnd = (line: number) => (starts[line] ?? text.length + 1) - 1
  const place = (start: number, end?: number): Place => {
    const line = lineNumber(starts, start)
    const first = starts[line - 1] ?? 0
    const point = { file, line, column: start - first + 1 }
    const last = end === undefined ? start : Math.min(end, lineEnd(line))
    return last > start ? { ...point, endColumn: last - first + 1 } : point
  }
  const lineAt = (offset: number) => {
    const line = lineNumber(starts, offset)
    return text.slice(starts[line - 1] ?? 0, lineEnd(line))
  }
  return { text, place, lineAt }
}

/** How many lines begin at or before the offset; found by halving. */
function lineNumber(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
