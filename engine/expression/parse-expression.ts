/**
 * The only file that knows the CEL library: it is used as a parser, its syntax tree becomes ours. Types and meaning are
 * ours too (`compile-node.ts`), because the language has one kind of number, structural records, dates and money.
 */
import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import type { Text } from '../problem/problem.ts'
import { limitDetail, syntaxDetail } from './syntax-detail.ts'

/** A stretch of the expression's text; offsets count from 0, `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | 'in'

export type ExpressionNode = Span &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean }
    | { readonly kind: 'unsupported'; readonly what: string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'select'; readonly of: ExpressionNode; readonly field: string }
    | { readonly kind: 'index'; readonly of: ExpressionNode; readonly index: ExpressionNode }
    | { readonly kind: 'list'; readonly items: readonly ExpressionNode[] }
    | { readonly kind: 'record'; readonly entries: readonly (readonly [ExpressionNode, ExpressionNode])[] }
    | CallNode
    | {
        readonly kind: 'choice'
        readonly test: ExpressionNode
        readonly yes: ExpressionNode
        readonly no: ExpressionNode
      }
    | { readonly kind: 'and' | 'or'; readonly left: ExpressionNode; readonly right: ExpressionNode }
    | { readonly kind: 'not'; readonly of: ExpressionNode }
    | { readonly kind: 'minus'; readonly of: ExpressionNode }
    | BinaryNode
  )

export type NodeOf<Kind extends ExpressionNode['kind']> = Extract<ExpressionNode, { readonly kind: Kind }>

/** A call; that of a method has its receiver as the first argument. */
export interface CallNode extends Span {
  readonly kind: 'call'
  readonly name: string
  readonly method: boolean
  readonly args: readonly ExpressionNode[]
}

export interface BinaryNode extends Span {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: ExpressionNode
  readonly right: ExpressionNode
}

export type Parsed =
  | { readonly ok: true; readonly node: ExpressionNode }
  | { readonly ok: false; readonly tooLarge: boolean; readonly detail: Text; readonly span: Span }

const longestText = 8000
const environment = new Environment({
  limits: { maxAstNodes: 500, maxDepth: 32, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 50 },
})

/** Reads the text of an expression; hostile or endless text is refused, never thrown. */
export function parseExpression(text: string): Parsed {
  if (text.length > longestText) {
    const detail = { en: `it has more than ${longestText} characters`, zh: `超过 ${longestText} 个字符` }
    return { ok: false, tooLarge: true, detail, span: { start: 0, end: 0 } }
  }
  try {
    return { ok: true, node: convert(environment.parse(text).ast) }
  } catch (error) {
    return refusal(error, text)
  }
}

function refusal(error: unknown, text: string): Parsed {
  const { summary: message = '', code = '', range } = error as { summary?: string; code?: string; range?: Span }
  const span = range ?? { start: 0, end: text.length }
  const tooLarge = code === 'limit_exceeded'
  const detail = tooLarge ? limitDetail(message) : syntaxDetail({ code, rest: text.slice(span.start) })
  return { ok: false, tooLarge, detail, span }
}

function convert(ast: ASTNode): ExpressionNode {
  const span: Span = { start: ast.start, end: ast.end }
  switch (ast.op) {
    case 'value':
      return { ...span, ...literal(ast.args) }
    case 'id':
      return { ...span, kind: 'name', name: ast.args }
    case '.':
      return { ...span, kind: 'select', of: convert(ast.args[0]), field: ast.args[1] }
    case '[]':
      return { ...span, kind: 'index', of: convert(ast.args[0]), index: convert(ast.args[1]) }
    case 'call':
      return { ...span, kind: 'call', name: ast.args[0], method: false, args: ast.args[1].map(convert) }
    case 'rcall':
      return {
        ...span,
        kind: 'call',
        name: ast.args[0],
        method: true,
        args: [ast.args[1], ...ast.args[2]].map(convert),
      }
    case 'list':
      return { ...span, kind: 'list', items: ast.args.map(convert) }
    case 'map':
      return {
        ...span,
        kind: 'record',
        entries: ast.args.map(([key, value]) => [convert(key), convert(value)] as const),
      }
    case '?:':
      return {
        ...span,
        kind: 'choice',
        test: convert(ast.args[0]),
        yes: convert(ast.args[1]),
        no: convert(ast.args[2]),
      }
    case '&&':
    case '||':
      return { ...span, kind: ast.op === '&&' ? 'and' : 'or', left: convert(ast.args[0]), right: convert(ast.args[1]) }
    case '!_':
      return { ...span, kind: 'not', of: convert(ast.args) }
    case '-_':
      return { ...span, kind: 'minus', of: convert(ast.args) }
    case '.?':
    case '[?]':
      return { ...span, kind: 'unsupported', what: ast.op }
    default:
      return { ...span, kind: 'binary', operator: ast.op, left: convert(ast.args[0]), right: convert(ast.args[1]) }
  }
}

/** One kind of number: whole-number literals, which CEL keeps apart, become numbers like all others. */
function literal(value: unknown) {
  if (typeof value === 'bigint') return { kind: 'literal', value: Number(value) } as const
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'literal', value } as const
  }
  return { kind: 'unsupported', what: value === null ? 'null' : 'bytes or unsigned numbers' } as const
}
