/** How a step is given up: thrown inside `step/`, caught at its door, where it becomes an answer. Nothing was changed. */
import { isExpressionFailure } from '../expression/expression-failure.ts'
import { type ProblemCode, problem } from '../problem/catalog.ts'
import type { Blank, Place, Problem } from '../problem/problem.ts'

export class Refusal extends Error {
  readonly refusal = true
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', '))
    this.problems = problems
  }
}

/** Refuses with one or more problems. */
export function refuse(...problems: readonly Problem[]): never {
  throw new Refusal(problems)
}

/** The problem an expression failed with. */
export function failureProblem(code: ProblemCode, blanks: Readonly<Record<string, Blank>>): Problem {
  return problem(code, blanks)
}

/** The problems behind something thrown in a step; undefined where it is a fault of the engine itself. */
export function problemsOf(thrown: unknown, place?: Place): readonly Problem[] | undefined {
  if (isExpressionFailure(thrown)) {
    return [problem('step/expression-failed', {}, { place, reasons: [failureProblem(thrown.code, thrown.blanks)] })]
  }
  const isRefusal = typeof thrown === 'object' && thrown !== null && 'refusal' in thrown
  if (isRefusal) return (thrown as Refusal).problems
  return thrown instanceof Error && thrown.message.startsWith('Infinite loop detected')
    ? [problem('step/endless', { limit: 1000 })]
    : undefined
}
