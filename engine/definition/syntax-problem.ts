/** What the YAML parser stumbles over, in our words. */
import { problem } from '../problem/catalog.ts'
import type { Problem, Text } from '../problem/problem.ts'
import { reasons, valueOfLine } from './quoting.ts'
import type { SourceText } from './source-text.ts'
import type { Stumble } from './stumble.ts'
import { describeIndentation, openedAbove } from './stumbled-where.ts'

/** Codes of the parser that come from a value without quotes, and why. */
const unquoted: Readonly<Record<string, Text>> = {
  BAD_SCALAR_START: reasons.start,
  BLOCK_AS_IMPLICIT_KEY: reasons.nested,
}

const details: Readonly<Record<string, Text>> = {
  ALIAS_PROPS: { en: 'an alias cannot have an anchor or a tag', zh: '别名不能带锚点或标签' },
  BAD_ALIAS: { en: 'an alias or anchor has no proper name', zh: '别名或锚点的名称不正确' },
  BAD_COLLECTION_TYPE: { en: 'a list or a map does not fit its tag', zh: '列表或映射与其标签不符' },
  BAD_DIRECTIVE: { en: 'a line beginning with `%` is no proper directive', zh: '以 `%` 开头的行不是正确的指令' },
  BAD_DQ_ESCAPE: { en: 'an unknown escape after a backslash in double quotes', zh: '双引号内反斜杠后的转义不正确' },
  BAD_INDENT: { en: 'the line is not indented like its neighbours', zh: '该行缩进与相邻行不一致' },
  BAD_PROP_ORDER: { en: 'an anchor or tag stands in the wrong place', zh: '锚点或标签的位置不正确' },
  BLOCK_IN_FLOW: { en: 'lines by indentation cannot stand inside brackets', zh: '括号内不能使用缩进写法' },
  KEY_OVER_1024_CHARS: { en: 'a key is longer than 1024 characters', zh: '键超过 1024 个字符' },
  MISSING_CHAR: {
    en: 'a bracket, a quote, a comma, a colon or a blank is missing',
    zh: '缺少括号、引号、逗号、冒号或空格',
  },
  MULTILINE_IMPLICIT_KEY: { en: 'a key goes over several lines', zh: '键跨越了多行' },
  MULTIPLE_ANCHORS: { en: 'a value has two anchors', zh: '一个值带有两个锚点' },
  UNEXPECTED_TOKEN: { en: 'nothing is expected here', zh: '此处不应有内容' },
}

const unknown: Text = { en: 'the parser cannot go on here', zh: '解析无法在此处继续' }

/** The problem for a stumble of the parser; `signs` are the words and signs of the text. */
export function syntaxProblem(
  { code, message, pos: [start, end] }: Stumble,
  source: SourceText,
  signs: Iterable<string>,
): Problem {
  if (code === 'TAB_AS_INDENT') return problem('definition/tab', {}, { place: source.place(start) })
  const opened = openedAbove(signs, start, source)
  if (opened)
    return problem('definition/yaml-syntax', { detail: opened.detail }, { place: source.place(opened.offset) })
  const text = valueOfLine(source.lineAt(start))
  const indented = lineBelow(code, text, start, source)
  const atLineStart = code === 'MISSING_CHAR' && source.place(start).column === 1
  const isFirst =
    source
      .lineAt(start)
      .slice(0, source.place(start).column - 1)
      .trim() === ''
  if (indented !== undefined || atLineStart || (code === 'BAD_INDENT' && isFirst))
    return indentationProblem(indented ?? start, source)
  const why = / at node end$/.test(message) ? reasons.ends : unquoted[code]
  const place = source.place(start, end)
  if (why && text !== '') return problem('definition/quote-it', { text, why }, { place })
  return problem(
    'definition/yaml-syntax',
    { detail: details[code === 'BAD_INDENT' ? 'MISSING_CHAR' : code] ?? unknown },
    { place },
  )
}

/** Told at the first line from there on that holds anything. */
function indentationProblem(from: number, source: SourceText): Problem {
  const at = from + (/^(?:[ ]*(?:#.*)?\n)*[ ]*/.exec(source.text.slice(from))?.[0].length ?? 0)
  const detail = describeIndentation(at, source) ?? details.BAD_INDENT ?? unknown
  return problem('definition/yaml-syntax', { detail }, { place: source.place(at) })
}

/** A key with a value, and the next line is indented as if it were part of the value: where that line begins. */
function lineBelow(code: string, value: string, at: number, source: SourceText): number | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || value.includes(': ')) return undefined
  const next = /\n(?:[ ]*(?:#.*)?\n)*[ ]*(?=\S)/.exec(source.text.slice(at))
  return next ? at + next.index + next[0].length : undefined
}
