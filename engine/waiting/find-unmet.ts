/** Why a condition does not hold: each part of it that fails, with the present values, and what would change them. */
import type { Condition, Part } from '../expression/condition.ts'
import { isExpressionFailure } from '../expression/expression-failure.ts'
import type { BinaryOperator } from '../expression/parse-expression.ts'
import type { Json } from '../expression/type.ts'
import { type Scene, waitingIn } from './circumstances.ts'
import { findWriters } from './find-writers.ts'
import type { Operand, Unmet } from './finding.ts'
import { fieldTitle, titleOf } from './title-of.ts'

/** Where a condition stands, and who asks. */
export interface Asking {
  readonly scene: Scene
  /** Id of the thing that is explained: nothing waits for itself. */
  readonly id: string
  /** Path of the state the condition is written in. */
  readonly path: string
  readonly variables?: Readonly<Record<string, Json>>
}

const INPUTS = ['event', 'form', 'task', 'actor', 'votes', 'result', 'error']
const DEEPEST = 8

/** Whether it can be judged only once somebody has handed in or sent something. */
export function dependsOnInput(expression: Part | undefined): boolean {
  return expression?.reads.some((read) => INPUTS.includes(read.split('.', 1)[0] ?? '')) ?? false
}

/** The parts of a condition that stand in the way of its being `wanted`; none where it is, or where only input decides. */
export function findUnmet(asking: Asking, expression: Part, wanted = true): readonly Unmet[] {
  return failing(asking, expression.condition ?? { kind: 'plain', whole: expression }, wanted, 0)
}

function failing(asking: Asking, condition: Condition, wanted: boolean, depth: number): readonly Unmet[] {
  switch (condition.kind) {
    case 'not':
      return failing(asking, condition.of, !wanted, depth)
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => failing(asking, part, wanted, depth))
      if ((condition.kind === 'all') === wanted) return parts.flat()
      if (parts.some((part) => part.length === 0)) return []
      return [{ ...joined(parts.flat()), kind: 'any', of: parts }]
    }
    default: {
      const { whole } = condition
      if (dependsOnInput(whole) || valueNow(asking, whole) === wanted) return []
      return inner(asking, condition, wanted, depth) ?? [leaf(asking, condition, wanted)]
    }
  }
}

/** A named value that is a condition itself is told by its parts. */
function inner(asking: Asking, { kind, whole }: Leaf, wanted: boolean, depth: number): readonly Unmet[] | undefined {
  const name = /^values\.(\w+)$/.exec(whole.text)?.[1]
  const value = asking.scene.situation.definition.values.find((candidate) => candidate.name === name)?.expression
  if (kind !== 'plain' || !value?.condition || depth >= DEEPEST) return undefined
  const parts = failing(asking, value.condition, wanted, depth + 1)
  return parts.length === 0 ? undefined : parts
}

/** A condition in its own words, whether it holds or not. */
export function describe(asking: Asking, expression: Part): Unmet {
  const { condition } = expression
  if (condition?.kind === 'not' && 'whole' in condition.of) return leaf(asking, condition.of, false)
  return leaf(asking, condition && 'whole' in condition ? condition : { kind: 'plain', whole: expression }, true)
}

type Leaf = Exclude<Condition, { readonly kind: 'not' | 'all' | 'any' }>

function leaf(asking: Asking, condition: Leaf, must: boolean): Unmet {
  const { scene, path } = asking
  const writers = findWriters(scene.situation, condition.whole, path)
  switch (condition.kind) {
    case 'comparison': {
      const { left, right } = condition
      const operator = must ? condition.operator : opposite[condition.operator]
      if (operator === undefined) break
      return {
        kind: 'comparison',
        operator,
        left: operand(asking, left),
        right: operand(asking, right),
        ...at(asking, writers),
      }
    }
    case 'presence': {
      const { text, title, type } = named(asking, condition.path)
      const writing = findWriters(
        scene.situation,
        { ...condition.whole, text: condition.path, reads: [firstTwo(text)] },
        path,
      )
      return { kind: 'presence', operand: { text, ...title, type }, must, ...at(asking, writing) }
    }
    case 'states':
      return aboutStates(asking, condition, must)
  }
  return { kind: 'plain', operand: operand(asking, condition.whole), must, ...at(asking, writers) }
}

const opposite: Partial<Record<BinaryOperator, BinaryOperator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
}

/** What waits where the data is written goes first. */
function at({ scene, id }: Asking, writers: Unmet['writers']): Pick<Unmet, 'writers' | 'findings'> {
  const findings = writers.flatMap(({ state }) => waitingIn(scene, state, id))
  return { writers, findings: [...new Set(findings)] }
}

function aboutStates(asking: Asking, condition: Extract<Leaf, { kind: 'states' }>, must: boolean): Unmet {
  const { scene, id } = asking
  const { situation } = scene
  const asked = valueNow(asking, condition.states)
  const paths = (Array.isArray(asked) ? asked : [asked]).filter((path): path is string => typeof path === 'string')
  const failingPaths = paths.filter((path) => stands(scene, path, condition.tag) !== must)
  const states = failingPaths.flatMap((path) => {
    const state = situation.definition.states.get(path)
    return state ? [{ state: path, title: titleOf(situation, state) }] : []
  })
  const findings = [...new Set(failingPaths.flatMap((path) => waitingIn(scene, path, id)))]
  return {
    kind: 'states',
    states,
    ...(condition.tag !== undefined && { tag: condition.tag }),
    must,
    findings,
    writers: [],
  }
}

/** Whether a state is active, or one with the tag at or below it. */
function stands({ situation }: Scene, path: string, tag: string | undefined): boolean {
  const { active, definition } = situation
  if (tag === undefined) return active.has(path)
  return [...active].some(
    (each) => (each === path || each.startsWith(`${path}.`)) && definition.states.get(each)?.tags.includes(tag),
  )
}

function operand(asking: Asking, expression: Part): Operand {
  const value = dependsOnInput(expression) ? undefined : valueNow(asking, expression)
  const { text, title } = named(asking, expression.text)
  return { text, ...title, type: expression.type, ...(value === undefined ? {} : { value }) }
}

function named(
  { scene }: Asking,
  text: string,
): { text: string; title?: { title: NonNullable<Operand['title']> }; type: Operand['type'] } {
  const title = fieldTitle(scene.situation.definition, text)
  return { text, ...(title && { title: { title } }), type: { kind: 'string' } }
}

function firstTwo(text: string): string {
  return text.split('.').slice(0, 2).join('.')
}

/** Its value now; undefined where it cannot be worked out. */
export function valueNow({ scene, path, variables }: Asking, expression: Part): Json | undefined {
  try {
    return scene.situation.evaluate(expression, path, variables)
  } catch (thrown) {
    if (isExpressionFailure(thrown)) return undefined
    throw thrown
  }
}

/** What several have in common to point to. */
export function joined(parts: readonly Unmet[]): Pick<Unmet, 'findings' | 'writers'> {
  const writers = new Map(parts.flatMap((part) => part.writers.map((writer) => [writer.state, writer] as const)))
  return { findings: [...new Set(parts.flatMap(({ findings }) => findings))], writers: [...writers.values()] }
}
