/**
 * Where YAML takes a part of an expression for something of its own. YAML would read on with another meaning; we
 * refuse and say "quote it".
 */
import type { Text } from '../problem/problem.ts'

/** Why a value needs quotes. */
export const reasons = {
  tag: { en: 'a `!` at the beginning makes a tag', zh: '开头的 `!` 会成为标签' },
  comma: { en: 'the comma ends the value', zh: '逗号会结束该值' },
  comment: { en: 'a `#` after a blank begins a comment', zh: '空格后的 `#` 会开始注释' },
  braces: { en: 'braces make a map', zh: '花括号会成为映射' },
  colon: { en: 'a colon without a blank after it makes no key', zh: '冒号后没有空格则不成为键' },
  nested: { en: 'a colon and a blank make a key', zh: '冒号加空格会成为键' },
  ends: { en: 'it ends before the rest of the line', zh: '它在该行其余部分之前就结束了' },
  quote: { en: 'it ends in a quote that nothing opens', zh: '结尾的引号没有对应的开头' },
  start: { en: 'its first sign is reserved', zh: '其首个符号是保留符号' },
} as const satisfies Record<string, Text>

/** Whether more parentheses open than close, outside quotes. */
export function isCutShort(text: string): boolean {
  const bare = text.replace(/'[^']*'|"[^"]*"/g, '')
  return count(bare, '(') > count(bare, ')')
}

/** Whether a comment that follows a plain value was more likely meant as a part of it. */
export function endsInComment(value: string, comment: string): boolean {
  if (isCutShort(value)) return true
  return ["'", '"'].some((quote) => count(value, quote) % 2 === 1 && count(comment, quote) % 2 === 1)
}

/** Whether a plain value ends in a quote that was meant to be opened at its beginning. */
export function endsInQuote(value: string): boolean {
  return value.endsWith('"') && count(value, '"') % 2 === 1
}

/** The value a line holds after its key and dashes, for showing it. */
export function valueOfLine(line: string): string {
  return line.replace(/^\s*(?:- +)*(?:[^\s:]+: +)?/, '').trim()
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
