/** Problems of one document put into the order of its text, without cascades. */
import type { Problem } from '../problem/problem.ts'

/** In the order of the text; of several at one place only the first given. */
export function inTextOrder(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>()
  for (const problem of problems) {
    const { file = '', line = 0, column = 0 } = problem.place ?? {}
    const key = `${file}:${line}:${column}`
    if (!first.has(key)) first.set(key, problem)
  }
  return [...first.values()].sort(byPlace)
}

function byPlace(a: Problem, b: Problem): number {
  const { line = 0, column = 0 } = a.place ?? {}
  const { line: otherLine = 0, column: otherColumn = 0 } = b.place ?? {}
  return line - otherLine || column - otherColumn
}
