import type { Blank, Problem } from '../engine/problem/problem.ts'
import type { Page } from './page.ts'

/** The problem with texts of the definition said as people see them: names for ids, dates in the project's zone. */
export function sayBlanks(problem: Problem, page: Page): Problem {
  const blanks = Object.entries(problem.blanks).map(([name, blank]) => [name, sayBlank(blank, page)])
  const { reasons } = problem
  return {
    ...problem,
    blanks: Object.fromEntries(blanks),
    ...(reasons && { reasons: reasons.map((reason) => sayBlanks(reason, page)) }),
  }
}

function sayBlank(blank: Blank, page: Page): Blank {
  return typeof blank === 'object' && 'text' in blank ? page.said(blank) : blank
}
