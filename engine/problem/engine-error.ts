/**
 * The thrown form of a problem, for faults that no caller can answer to and for code that cannot return a value.
 * Recognised by its field `problem`, not by its class: an error may come from another copy of this module.
 */
import { sentenceOf } from './fill-blanks.ts'
import type { Problem } from './problem.ts'

/** An error that carries its problem. Its message is the English sentence. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly problem: Problem

  constructor(problem: Problem, options?: { readonly cause?: unknown }) {
    super(`${problem.code}: ${sentenceOf(problem, 'en')}`, options)
    this.problem = problem
  }
}

/** Whether a thrown value is an `EngineError`, whichever copy of this module made it. */
export function isEngineError(thrown: unknown): thrown is EngineError {
  return (
    thrown instanceof Error &&
    thrown.name === 'EngineError' &&
    'problem' in thrown &&
    typeof thrown.problem === 'object' &&
    thrown.problem !== null &&
    'code' in thrown.problem
  )
}
