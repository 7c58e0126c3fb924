import type { Json } from '../engine/expression/type.ts'
import { hintOf, sentenceOf } from '../engine/problem/fill-blanks.ts'
import type { Locale, Place, Problem } from '../engine/problem/problem.ts'

/** A problem as `--json` shows it: docs/cli.md has its shape. */
export function problemJson(problem: Problem, locale: Locale): { readonly [key: string]: Json } {
  const { code, severity, place, usedAt, reasons = [] } = problem
  const hint = hintOf(problem, locale)
  return {
    code,
    severity,
    message: sentenceOf(problem, locale),
    ...(hint !== '' && { hint }),
    ...(place && { place: placeJson(place) }),
    ...(usedAt && { usedAt: placeJson(usedAt) }),
    ...(reasons.length > 0 && { reasons: reasons.map((reason) => problemJson(reason, locale)) }),
  }
}

function placeJson({ file, line, column }: Place): { readonly [key: string]: Json } {
  return { file, line, column }
}
