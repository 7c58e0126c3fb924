/** `requires`: what must hold before something happens. All are judged, and all failures told together. */
import type { Requirement } from '../definition/definition.ts'
import { isExpressionFailure } from '../expression/expression-failure.ts'
import type { Json } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { Said } from './effect.ts'
import type { Moment } from './outlook.ts'
import { failureProblem } from './refusal.ts'
import type { Turn } from './turn.ts'

/** The reasons why requirements written in a state do not hold at a moment; none where all hold. */
export function judgeRequirements(
  turn: Turn,
  requirements: readonly Requirement[],
  path: string,
  moment: Moment,
): readonly Problem[] {
  if (requirements.length === 0) return []
  return requirements.flatMap((requirement) => judge(turn, requirement, path, moment))
}

function judge(turn: Turn, requirement: Requirement, path: string, moment: Moment): readonly Problem[] {
  try {
    if (requirement.when && turn.evaluate(requirement.when, path, moment) !== true) return []
    const { every } = requirement
    if (!every) return judgeOne(turn, requirement, path, moment)
    const list = turn.evaluate(every.list, path, moment)
    const items: readonly Json[] = Array.isArray(list) ? list : []
    return items.flatMap((item) => judgeOne(turn, requirement, path, moment, { [every.variable]: item }))
  } catch (thrown) {
    if (!isExpressionFailure(thrown)) throw thrown
    return [
      problem(
        'step/expression-failed',
        {},
        { place: requirement.place, reasons: [failureProblem(thrown.code, thrown.blanks)] },
      ),
    ]
  }
}

function judgeOne(
  turn: Turn,
  requirement: Requirement,
  path: string,
  moment: Moment,
  variables?: Readonly<Record<string, Json>>,
): readonly Problem[] {
  if (turn.evaluate(requirement.that, path, moment, variables) === true) return []
  return [requirementProblem(turn.say(requirement.otherwise, path, moment, variables))]
}

/** The sentence of the definition, filled in both languages. */
function requirementProblem(said: Said): Problem {
  return problem('step/requirement', { requirement: said })
}
