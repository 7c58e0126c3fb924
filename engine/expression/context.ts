import { type Blanks, problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Place, Problem } from '../problem/problem.ts'
import type { Compiled } from './compiled.ts'
import type { ExpressionCode } from './expression-failure.ts'
import type { ExpressionNode, Span } from './parse-expression.ts'
import type { Scope } from './scope.ts'
import type { Type } from './type.ts'

/** The variable of a macro: where its item lies in the frame, and under which key facts about it are known. */
export interface Local {
  readonly slot: number
  readonly type: Type
  readonly path: string
}

/** How a part of an expression is compiled; passed in, so that functions need not import the compiler. */
export type CompilePart = (node: ExpressionNode, context: Context, expected?: Type) => Compiled | undefined

/** What is shared by all parts of one expression while it is compiled. */
export interface Task {
  readonly text: string
  readonly scope: Scope
  readonly compilePart: CompilePart
  readonly problems: Problem[]
  readonly reads: Set<string>
  readonly place: Place | undefined
  readonly usedAt: Place | undefined
  slots: number
}

/** What holds where a part of an expression stands: macro variables, and paths known to be present. */
export class Context {
  readonly task: Task
  readonly locals: ReadonlyMap<string, Local>
  readonly facts: ReadonlySet<string>
  /** How many macros this part stands in. */
  readonly depth: number

  constructor(task: Task, locals: ReadonlyMap<string, Local>, facts: ReadonlySet<string>, depth = 0) {
    this.task = task
    this.locals = locals
    this.facts = facts
    this.depth = depth
  }

  /** Compiles a part here; undefined where it has a fault, which has been reported. */
  compile(node: ExpressionNode, expected?: Type): Compiled | undefined {
    return this.task.compilePart(node, this, expected)
  }

  /** The same place, where these paths are present too. */
  knowing(paths: readonly string[] | undefined): Context {
    if (!paths || paths.length === 0) return this
    return new Context(this.task, this.locals, new Set([...this.facts, ...paths]), this.depth)
  }

  /** Inside a macro, whose variable it declares; `known` are fields present in every item. */
  inside(
    name: string,
    type: Type,
    known: readonly string[] = [],
  ): { readonly context: Context; readonly local: Local } {
    const slot = this.task.slots++
    const local: Local = { slot, type, path: `${name}#${slot}` }
    const context = new Context(this.task, new Map(this.locals).set(name, local), this.facts, this.depth + 1)
    return { context: context.knowing(known.map((field) => local.path + field)), local }
  }

  /** Reports a fault of a part. */
  report<Code extends ExpressionCode>(code: Code, span: Span, blanks: Blanks<Code>): undefined {
    const { problems, text, place, usedAt } = this.task
    problems.push(problem(code, blanks, { place: place && placeOf(span, text, place), usedAt }))
    return undefined
  }
}

/** The blanks `known` and `near` of a name that is none of those known. */
export function suggestion(
  name: string,
  known: readonly string[],
): { readonly known: readonly string[]; readonly near?: string } {
  const near = nearestName(name, known)
  return near === undefined ? { known } : { known, near }
}

/** The place of a part: on the line of the expression, or its start where it goes over several lines. */
export function placeOf(span: Span, text: string, place: Place): Place {
  if (text.includes('\n')) return place
  const column = place.column + span.start
  return { file: place.file, line: place.line, column, endColumn: Math.max(column + 1, place.column + span.end) }
}
