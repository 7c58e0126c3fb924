/** What a state reads of data the moment it is entered or left, whatever happens in it. */
import type { Definition, State } from '../definition/definition.ts'
import type { Expression } from '../expression/expression.ts'
import type { ExpressionNode } from '../expression/parse-expression.ts'
import { pathOf } from '../expression/parts-of.ts'
import type { Place } from '../problem/problem.ts'
import { type DataField, owedField } from './reached-without.ts'
import { askedFor } from './uses.ts'

export interface FirstRead {
  readonly field: DataField
  readonly place: Place | undefined
}

/** Fields that must be there for a state to be entered or left at all. */
export function firstReads(definition: Definition, state: State): readonly FirstRead[] {
  const found = new Map<string, FirstRead>()
  for (const expression of alwaysEvaluated(state)) {
    for (const path of surePaths(definition.values, state.own, expression)) {
      const field = owedField(definition, state.own, path)
      if (field && !found.has(field.path)) found.set(field.path, { field, place: expression.place })
    }
  }
  return [...found.values()]
}

function alwaysEvaluated({ kind, entry, exit, metrics, output, work, transitions }: State): readonly Expression[] {
  if (kind === 'compound' || kind === 'parallel' || kind === 'history') return []
  // A whole value that is absent leaves its key out; read as a part, it fails.
  const values = [
    ...[...entry, ...exit].flatMap((operation) =>
      operation.kind === 'assign' ? operation.writes.map(({ value }) => value) : [],
    ),
    ...Object.values(metrics),
    ...Object.values(output),
    ...(work?.kind === 'action' || work?.kind === 'children' ? Object.values(work.input) : []),
  ].filter(({ syntax }) => syntax && pathOf(syntax) === undefined)
  const first = transitions.find(({ trigger }) => trigger.kind === 'always')?.guard
  return [...values, ...neededBy(work), ...(first ? [first] : [])]
}

function neededBy(work: State['work']): readonly Expression[] {
  switch (work?.kind) {
    case 'task':
      return [
        ...(work.deadline ? [work.deadline.due] : []),
        ...('person' in work.assignee ? [work.assignee.person] : []),
      ]
    case 'approval':
      return [...(work.deadline ? [work.deadline.due] : []), ...('evaluate' in work.seats ? [work.seats] : [])]
    case 'children':
      return work.each ? [work.each.list] : []
    default:
      return []
  }
}

/** Paths of data surely read, those of named values included, but for what is asked for with `has()`. */
function surePaths(
  values: Definition['values'],
  own: string | undefined,
  expression: Expression,
): readonly (readonly string[])[] {
  const asked = askedFor({ expression, own })
  const read = expression.syntax ? sureParts(expression.syntax) : []
  return read.flatMap((path) => {
    const value = path[0] === 'values' ? values.find(({ name }) => name === path[1]) : undefined
    if (value) return surePaths(values, own, value.expression)
    return asked.size > 0 ? [] : [path]
  })
}

/** Paths of the parts that are evaluated whatever the others give. */
function sureParts(node: ExpressionNode): readonly (readonly string[])[] {
  const path = pathOf(node)
  if (path) return [path]
  switch (node.kind) {
    case 'and':
    case 'or':
      return sureParts(node.left)
    case 'choice':
      return sureParts(node.test)
    case 'not':
    case 'minus':
    case 'select':
      return sureParts(node.of)
    case 'binary':
      return [node.left, node.right].flatMap(sureParts)
    case 'call': {
      if (node.name === 'has') return []
      // What a macro does with each item happens only where there is one.
      const args = node.method ? node.args.slice(0, 1) : node.args
      return args.flatMap(sureParts)
    }
    default:
      return []
  }
}
