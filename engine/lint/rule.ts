/**
 * Judgement beyond shape and types: what a definition would do wrong at run time. This folder knows definitions and
 * nothing of machines, hosts or time, so that the same findings come wherever a definition is read.
 */
import type { Calendar } from '../calendar/calendar.ts'
import type { Definition } from '../definition/definition.ts'
import type { WrittenPlace } from '../definition/written.ts'
import { type Blanks, type ProblemCode, problem } from '../problem/catalog.ts'
import type { Locale, Problem } from '../problem/problem.ts'

/** What a definition is judged against. What is not given is not known, and the rules that need it say nothing. */
export interface LintEnvironment {
  /** The languages every text must have. */
  readonly languages: readonly Locale[]
  /** Roles the organisation declares. */
  readonly roles?: ReadonlySet<string>
  /** Roles that somebody holds. */
  readonly heldRoles?: ReadonlySet<string>
  /** The calendars of the project, by id. */
  readonly calendars?: ReadonlyMap<string, Calendar>
  /** The processes of the project, this one among them, by id. */
  readonly processes?: ReadonlyMap<string, Definition>
  /** Versions of the plugins at hand, by id. */
  readonly plugins?: ReadonlyMap<string, string>
  /** Actions that have an answer for rehearsals, as `plugin.verb-noun`. */
  readonly answeredActions?: ReadonlySet<string>
}

/** Notes a finding of the rule. */
export type Report<C extends ProblemCode> = (blanks: Blanks<C>, at: WrittenPlace) => void

/** One rule, one code. */
export interface Rule {
  readonly code: ProblemCode
  /** Everything the rule finds; may throw only where the rule itself is wrong. */
  check(definition: Definition, environment: LintEnvironment): readonly Problem[]
}

/** Makes a rule of a code and what to look for; the blanks of the code are checked by the compiler. */
export function defineRule<C extends ProblemCode>(
  code: C,
  look: (definition: Definition, environment: LintEnvironment, report: Report<C>) => void,
): Rule {
  return {
    code,
    check(definition, environment) {
      const found: Problem[] = []
      look(definition, environment, (blanks, { place, usedAt }) => {
        found.push(problem(code, blanks, { place, usedAt }))
      })
      return found
    },
  }
}
