import type { Definition } from '../definition/definition.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { LintEnvironment, Rule } from './rule.ts'
import { rules as allRules } from './rules/index.ts'

/**
 * Everything the rules find in a definition, in text order. What stands at one place of a template is told once, with
 * the first use of the template. A rule that throws becomes the problem `lint/rule-failed`.
 */
export function lintDefinition(
  definition: Definition,
  environment: LintEnvironment,
  rules: readonly Rule[] = allRules,
): Problem[] {
  const seen = new Set<string>()
  return rules
    .flatMap((rule) => run(rule, definition, environment))
    .filter(({ code, place, blanks }) => {
      const mark = JSON.stringify([code, place, blanks])
      return !seen.has(mark) && seen.add(mark)
    })
    .sort(byPlace)
}

function run(rule: Rule, definition: Definition, environment: LintEnvironment): readonly Problem[] {
  try {
    return rule.check(definition, environment)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return [problem('lint/rule-failed', { rule: rule.code, detail }, { place: definition.place })]
  }
}

function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (!a || !b) return 0
  return a.line - b.line || a.column - b.column
}
