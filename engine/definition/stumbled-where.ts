/**
 * Where a stumble of the YAML library comes from. It notices a quote or a bracket that is not closed, and a line that is
 * not indented like others, only lines below.
 */
import type { Text } from '../problem/problem.ts'
import type { SourceText } from './source-text.ts'

/** What was opened on a line above and is to blame: where it begins, and what is wrong with it. */
export interface Opened {
  readonly offset: number
  readonly detail: Text
}

const quote: Text = {
  en: 'the quote that opens here is closed only below, or never',
  zh: '此处开始的引号到下文才结束，或没有结束',
}
const bracket: Text = { en: 'the bracket that opens here is not closed', zh: '此处开始的括号没有结束' }

/** Signs of the lexer that stand for no text. */
const marks = new Set(['\u0002', '\u0018', '\u001f'])

/** The quoted text of several lines that ends on the line of `at` or after it, else the outermost bracket still open. */
export function openedAbove(signs: Iterable<string>, at: number, source: SourceText): Opened | undefined {
  const line = source.place(at).line
  const isAbove = (offset: number) => source.place(offset).line < line
  const brackets: number[] = []
  let offset = 0
  for (const sign of signs) {
    if (offset >= at) break
    if (marks.has(sign)) continue
    const end = offset + sign.length
    if (/^["']/.test(sign) && sign.includes('\n') && isAbove(offset) && source.place(end).line >= line)
      return { offset, detail: quote }
    if (sign === '{' || sign === '[') brackets.push(offset)
    if (sign === '}' || sign === ']') brackets.pop()
    offset = end
  }
  const [outermost] = brackets
  return outermost !== undefined && isAbove(outermost) ? { offset: outermost, detail: bracket } : undefined
}

/** How a line is indented against the nearest above it that is less, and what follows that one. */
export function describeIndentation(at: number, { text, place }: SourceText): Text | undefined {
  const lines = text.slice(0, at).split('\n')
  const own = indentOf(text.slice(at - (lines.at(-1)?.length ?? 0)))
  const filled = lines
    .slice(0, -1)
    .flatMap((line, index) => (/^\s*(?:#|$)/.test(line) ? [] : [{ line, number: index + 1 }]))
  const opener = filled.findLastIndex(({ line }) => indentOf(line) < own)
  if (opener < 0) return undefined
  const named = [filled[opener], filled[opener + 1]].flatMap((found) => (found ? [described(found)] : []))
  return {
    en: `line ${place(at).line} is indented by ${own}, ${named.map(({ en }) => en).join(', ')}`,
    zh: `第 ${place(at).line} 行缩进 ${own}，${named.map(({ zh }) => zh).join('，')}`,
  }
}

function described({ line, number }: { readonly line: string; readonly number: number }) {
  const key = line.trim().split(/: |:$/)[0] ?? ''
  const indent = indentOf(line)
  return { en: `\`${key}\` in line ${number} by ${indent}`, zh: `第 ${number} 行的 \`${key}\` 缩进 ${indent}` }
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0
}
