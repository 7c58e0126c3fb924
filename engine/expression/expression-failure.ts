import type { expressionCodes } from '../problem/catalog/expression.ts'
import type { Blank } from '../problem/problem.ts'

export type ExpressionCode = keyof typeof expressionCodes

/**
 * What evaluating an expression throws when it has no answer. It is recognised by its field `failure`, because a
 * prototype does not survive bundles and sandboxes.
 */
export class ExpressionFailure extends Error {
  readonly failure = true
  readonly code: ExpressionCode
  readonly blanks: Readonly<Record<string, Blank>>

  constructor(code: ExpressionCode, blanks: Readonly<Record<string, Blank>> = {}) {
    super(code)
    this.code = code
    this.blanks = blanks
  }
}

/** Whether something caught is an `ExpressionFailure`. */
export function isExpressionFailure(caught: unknown): caught is ExpressionFailure {
  return typeof caught === 'object' && caught !== null && 'failure' in caught && caught.failure === true
}
