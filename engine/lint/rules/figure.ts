import { parseDuration } from '../../calendar/parse-duration.ts'
import { placeOf } from '../../expression/context.ts'
import type { ExpressionNode } from '../../expression/parse-expression.ts'
import { innerParts } from '../../expression/parts-of.ts'
import { defineRule } from '../rule.ts'

/** A figure that is compared or reckoned with in an expression: a project could not change it. */
export const figure = defineRule('lint/figure', ({ written }, _environment, report) => {
  for (const { expression } of written.expressions) {
    const { syntax, place, usedAt, text } = expression
    // In a template a figure may be the argument of its use, which is a parameter already.
    if (!syntax || !place || usedAt) continue
    for (const part of figuresIn(syntax))
      report({ figure: text.slice(part.start, part.end) }, { place: placeOf(part, text, place) })
  }
})

/** 0 and 1 count and compare with nothing; 100 and 1000 turn shares and units. */
const PLAIN: ReadonlySet<unknown> = new Set([0, 1])
const SCALES: ReadonlySet<unknown> = new Set([100, 1000])
const LENGTHS: ReadonlySet<string> = new Set(['days', 'weeks', 'addWorkdays'])

function figuresIn(node: ExpressionNode): readonly ExpressionNode[] {
  if (node.kind === 'binary' && node.operator !== 'in') {
    const scales = node.operator === '*' || node.operator === '/'
    return [node.left, node.right].flatMap((side) =>
      isFigure(side) && !(scales && side.kind === 'literal' && SCALES.has(side.value)) ? [side] : figuresIn(side),
    )
  }
  if (node.kind === 'call') {
    // How many places to round to is no figure of the business.
    const isLength = LENGTHS.has(node.name)
    return node.args.flatMap((part) => (isLength && isFigure(part) ? [part] : figuresIn(part)))
  }
  return innerParts(node).flatMap(figuresIn)
}

function isFigure(node: ExpressionNode): boolean {
  if (node.kind === 'minus') return isFigure(node.of)
  if (node.kind !== 'literal') return false
  const { value } = node
  return typeof value === 'number' ? !PLAIN.has(value) : typeof value === 'string' && parseDuration(value) !== undefined
}
