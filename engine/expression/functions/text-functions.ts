import type { Compiled, Frame } from '../compiled.ts'
import type { Context } from '../context.ts'
import { ExpressionFailure } from '../expression-failure.ts'
import { toJson } from '../json-form.ts'
import type { CallNode } from '../parse-expression.ts'
import { readPattern } from '../safe-pattern.ts'
import type { Type } from '../type.ts'
import { type FunctionTable, literalText, plain, takes, wrongOperand } from './function-table.ts'

const string: Type = { kind: 'string' }
const boolean: Type = { kind: 'boolean' }

/** Questions about texts, and values as texts. */
export const textFunctions: FunctionTable = {
  contains: plain([string, string], boolean, (_frame, text: string, part: string) => text.includes(part)),
  startsWith: plain([string, string], boolean, (_frame, text: string, part: string) => text.startsWith(part)),
  endsWith: plain([string, string], boolean, (_frame, text: string, part: string) => text.endsWith(part)),
  matches: compileMatches,
  string: compileString,
}

/** `text.matches('pattern')`: somewhere in the text, unless the pattern is anchored. */
function compileMatches(node: CallNode, context: Context): Compiled | undefined {
  if (!takes(node, context, 2) || !node.args[0]) return undefined
  const text = context.compile(node.args[0], string)
  const pattern = literalText(node, 1, 'pattern', context)
  if (!text || pattern === undefined) return undefined
  const read = readPattern(pattern)
  if (!read.ok) return context.report('expression/bad-pattern', node.args[1] ?? node, { pattern, detail: read.detail })
  const { expression, longestText } = read
  const run = (frame: Frame) => {
    const value = text.run(frame) as string
    if (value.length > longestText)
      throw new ExpressionFailure('expression/text-too-long', { size: value.length, limit: longestText })
    return expression.test(value)
  }
  return { type: boolean, run }
}

function compileString(node: CallNode, context: Context): Compiled | undefined {
  if (!takes(node, context, 1) || !node.args[0]) return undefined
  const part = context.compile(node.args[0])
  if (!part) return undefined
  if (part.type.kind === 'list' || part.type.kind === 'record') {
    return wrongOperand(node, node.args[0], part.type, 'number, date or text', context)
  }
  const write = toJson(part.type)
  return { type: string, run: (frame) => String(write ? write(part.run(frame)) : part.run(frame)) }
}
