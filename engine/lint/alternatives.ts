/**
 * A condition as the alternatives in which it holds: in each, some plain claims hold together. Comparisons are
 * understood; everything else is a riddle whose answer is yes or no.
 */
import type { BinaryNode, BinaryOperator, ExpressionNode } from '../expression/parse-expression.ts'
import type { Type } from '../expression/type.ts'

/** How one thing may stand to another: any of these bits. */
export const LESS = 1
export const EQUAL = 2
export const GREATER = 4
const ANY = LESS | EQUAL | GREATER

/** What holds in an alternative. A term is the syntax of what the claim is about, as a text. */
export type Claim =
  | { readonly kind: 'riddle'; readonly term: string; readonly holds: boolean }
  /** Of two terms, neither of which is a constant. */
  | { readonly kind: 'relation'; readonly term: string; readonly allowed: number }
  | NumberClaim
  | WordClaim

/** A term against a constant number. */
export interface NumberClaim {
  readonly kind: 'number'
  readonly term: string
  readonly allowed: number
  readonly constant: number
  /** Nothing lies between two whole numbers. */
  readonly whole: boolean
  readonly least?: number
}

/** A term is, or is not, a text; `words` are all it can be. */
export interface WordClaim {
  readonly kind: 'word'
  readonly term: string
  readonly is: boolean
  readonly constant: string
  readonly words?: readonly string[]
}

export type Alternative = readonly Claim[]

/** The type of a part of a condition, where it is known. */
export type TypeOf = (node: ExpressionNode) => Type | undefined

const MOST = 200

/** All alternatives in which a condition holds, or does not; undefined where there are too many to look at. */
export function alternativesOf(
  node: ExpressionNode,
  holds: boolean,
  typeOf: TypeOf,
): readonly Alternative[] | undefined {
  switch (node.kind) {
    case 'literal':
      if (typeof node.value === 'boolean') return node.value === holds ? [[]] : []
      break
    case 'not':
      return alternativesOf(node.of, !holds, typeOf)
    case 'and':
    case 'or': {
      const sides = [alternativesOf(node.left, holds, typeOf), alternativesOf(node.right, holds, typeOf)]
      return (node.kind === 'and') === holds ? together(sides) : either(sides)
    }
    case 'choice':
      return either([
        together([alternativesOf(node.test, true, typeOf), alternativesOf(node.yes, holds, typeOf)]),
        together([alternativesOf(node.test, false, typeOf), alternativesOf(node.no, holds, typeOf)]),
      ])
    case 'binary':
      return ofComparison(node, holds, typeOf)
  }
  return [[{ kind: 'riddle', term: termOf(node), holds }]]
}

/** What holds in one of each. */
export function together(parts: readonly (readonly Alternative[] | undefined)[]): readonly Alternative[] | undefined {
  return parts.reduce<readonly Alternative[] | undefined>(
    (before, part) => {
      if (!before || !part || before.length * part.length > MOST) return undefined
      return before.flatMap((left) => part.map((right) => [...left, ...right]))
    },
    [[]],
  )
}

function either(parts: readonly (readonly Alternative[] | undefined)[]): readonly Alternative[] | undefined {
  const known = parts.flatMap((part) => part ?? [])
  return parts.includes(undefined) || known.length > MOST ? undefined : known
}

const ALLOWED: Partial<Record<BinaryOperator, number>> = {
  '<': LESS,
  '<=': LESS | EQUAL,
  '==': EQUAL,
  '>=': EQUAL | GREATER,
  '>': GREATER,
  '!=': LESS | GREATER,
}

function ofComparison(node: BinaryNode, holds: boolean, typeOf: TypeOf): readonly Alternative[] | undefined {
  const { operator, left, right } = node
  if (operator === 'in' && right.kind === 'list') {
    const equals = right.items.map((item): BinaryNode => ({ ...node, operator: '==', right: item }))
    const each = equals.map((equal) => ofComparison(equal, holds, typeOf))
    return holds ? either(each) : together(each)
  }
  const written = ALLOWED[operator]
  if (written === undefined) return [[{ kind: 'riddle', term: termOf(node), holds }]]
  const allowed = holds ? written : ANY ^ written
  const [constant, other] = [constantOf(left), constantOf(right)]
  if (other !== undefined) return againstConstant(left, allowed, other, typeOf)
  if (constant !== undefined) return againstConstant(right, turned(allowed), constant, typeOf)
  const [a, b] = [termOf(left), termOf(right)]
  const claim: Claim = {
    kind: 'relation',
    term: a < b ? `${a} ${b}` : `${b} ${a}`,
    allowed: a < b ? allowed : turned(allowed),
  }
  return [[claim]]
}

function againstConstant(
  node: ExpressionNode,
  allowed: number,
  constant: string | number | boolean,
  typeOf: TypeOf,
): readonly Alternative[] | undefined {
  const term = termOf(node)
  if (typeof constant === 'boolean') return alternativesOf(node, constant === (allowed === EQUAL), typeOf)
  if (typeof constant === 'number') {
    const isSize = node.kind === 'call' && node.name === 'size'
    const whole = isSize || typeOf(node)?.kind === 'integer'
    return [[{ kind: 'number', term, allowed, constant, whole, ...(isSize ? { least: 0 } : {}) }]]
  }
  const type = typeOf(node)
  // Other types that are written as texts are ordered in ways of their own.
  if (allowed !== EQUAL && allowed !== (LESS | GREATER))
    return [[{ kind: 'relation', term: `${term} ${constant}`, allowed }]]
  const words = type?.kind === 'enum' ? { words: type.words.map(({ word }) => word) } : {}
  return [[{ kind: 'word', term, is: allowed === EQUAL, constant, ...words }]]
}

function constantOf(node: ExpressionNode): string | number | boolean | undefined {
  if (node.kind === 'literal') return node.value
  if (node.kind === 'minus' && node.of.kind === 'literal' && typeof node.of.value === 'number') return -node.of.value
  return undefined
}

/** The same relation seen from the other side. */
function turned(allowed: number): number {
  return (allowed & EQUAL) | (allowed & LESS ? GREATER : 0) | (allowed & GREATER ? LESS : 0)
}

/** What a part says, whatever the spaces in it. */
function termOf(node: ExpressionNode): string {
  return JSON.stringify(node, (key, value) => (key === 'start' || key === 'end' ? undefined : (value as unknown)))
}
