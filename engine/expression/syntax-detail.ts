/** What stops the reading of an expression, in our words: the library's own are English, and speak of tokens. */
import type { Text } from '../problem/problem.ts'

/** What is known of where it stopped. */
export interface SyntaxFault {
  /** The library's name for the fault. */
  readonly code: string
  /** The text from where it stopped. */
  readonly rest: string
}

const details: Readonly<Record<string, Text>> = {
  unterminated_string: { en: 'a text in it is not closed by a quote', zh: '其中文本的引号没有结束' },
  unterminated_triple_quoted_string: {
    en: 'a text in it is not closed by three quotes',
    zh: '其中文本的三重引号没有结束',
  },
  newline_in_string: { en: 'a text in it goes over the end of the line', zh: '其中文本跨越了行尾' },
  invalid_number: { en: 'a number in it is not written as numbers are', zh: '其中数字的写法不正确' },
  invalid_exponent: { en: 'the exponent of a number has no digits', zh: '数字的指数部分没有数字' },
  invalid_macro_argument: { en: 'a variable or a field must be named here', zh: '此处须写变量名或字段' },
}

const limits: Readonly<Record<string, (limit: string) => Text>> = {
  maxAstNodes: (limit) => ({ en: `it has more than ${limit} parts`, zh: `超过 ${limit} 个部分` }),
  maxDepth: (limit) => ({ en: `it is nested more than ${limit} deep`, zh: `嵌套超过 ${limit} 层` }),
  maxListElements: (limit) => ({ en: `a list in it has more than ${limit} items`, zh: `其中列表超过 ${limit} 项` }),
  maxMapEntries: (limit) => ({
    en: `a record in it has more than ${limit} fields`,
    zh: `其中记录超过 ${limit} 个字段`,
  }),
  maxCallArguments: (limit) => ({
    en: `a call in it has more than ${limit} arguments`,
    zh: `其中调用超过 ${limit} 个参数`,
  }),
}

/** Words and signs of other languages, and what is written here. */
const meant: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  '=': '==',
  '===': '==',
  '!==': '!=',
  '&': '&&',
  '|': '||',
  '<>': '!=',
}

/** Which limit was passed. */
export function limitDetail(message: string): Text {
  const [, key = '', limit = ''] = /(\w+) \((\d+)\)/.exec(message) ?? []
  return limits[key]?.(limit) ?? { en: 'it goes on for too long', zh: '内容过长' }
}

/** What is wrong where the reading stopped. */
export function syntaxDetail({ code, rest }: SyntaxFault): Text {
  const known = details[code]
  if (known) return known
  if (/escape|surrogate/.test(code)) {
    return { en: 'an unknown escape after a backslash', zh: '反斜杠后的转义不正确' }
  }
  const [sign = ''] = /^\s*(?:[A-Za-z_]\w*|[=!<>&|]+|\S)/.exec(rest) ?? []
  const found = sign.trim()
  if (found === '') return { en: 'it ends before it is complete', zh: '内容尚不完整就结束了' }
  if (code === 'reserved_identifier') return { en: `\`${found}\` is a reserved word`, zh: `\`${found}\` 是保留字` }
  const instead = Object.hasOwn(meant, found) ? meant[found] : undefined
  if (instead !== undefined)
    return { en: `\`${found}\` is written \`${instead}\` here`, zh: `\`${found}\` 在此写作 \`${instead}\`` }
  return {
    en: `\`${found}\` is not expected here; something is missing before it`,
    zh: `此处不应出现 \`${found}\`；其前可能有缺漏`,
  }
}
