/** One use of a template: its arguments against the parameters the template declares. */
import { parseExpression } from '../expression/parse-expression.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Place, Problem, Text } from '../problem/problem.ts'
import type { Landing } from './land-value.ts'
import { child, type Entry, type MapNode, type Node, type TextScope } from './node.ts'
import {
  type Argument,
  type Environment,
  expectedKind,
  isListLike,
  type Parameter,
  readParameters,
} from './template-argument.ts'

/** A use of a template: what it is called, where it stands and lands, and the text the template's own names belong to. */
export interface TemplateUse {
  readonly name: string
  readonly template: MapNode
  readonly node: MapNode
  readonly usedAt: Place
  readonly chain: readonly string[]
  readonly shared: boolean
  readonly landing: Landing
  readonly scope: TextScope
}

/** What `$` means inside one use of a template; notes arguments that are unknown, missing or of another kind. */
export function readUse(use: TemplateUse, problems: Problem[]): Environment {
  const { name, template, node, chain, shared, landing } = use
  const parameters = readParameters(template)
  const given = child(node, 'with')
  const entries = given?.kind === 'map' ? given.entries : []
  reportUnknown(name, parameters, entries, problems)
  const args = new Map<string, Argument>()
  const title = readTitle(child(node, 'title')) ?? { en: landing.key, zh: landing.key }
  const environment: Environment = {
    template: name,
    id: landing.key,
    title,
    arguments: args,
    parameters,
    chain,
    shared,
  }
  for (const parameter of parameters) {
    const argument = readArgument(use, parameter, entries, environment, problems)
    if (argument) args.set(parameter.name, argument)
  }
  return environment
}

function reportUnknown(
  template: string,
  parameters: readonly Parameter[],
  entries: readonly Entry[],
  problems: Problem[],
): void {
  const known = parameters.map(({ name }) => name)
  for (const { key, keyPlace } of entries) {
    if (known.includes(key)) continue
    const blanks = { name: key, template, near: nearestName(key, known) }
    problems.push(problem('definition/unknown-argument', blanks, { place: keyPlace }))
  }
}

/** What was given belongs to the text of the use, a default to the template's own. */
function readArgument(
  { name: template, usedAt, landing, scope }: TemplateUse,
  parameter: Parameter,
  entries: readonly Entry[],
  inside: Environment,
  problems: Problem[],
): Argument | undefined {
  const { name, type, optional } = parameter
  const self = landing.path
  const node = entries.find(({ key }) => key === name)?.value
  if (node) {
    checkKind(parameter, node, problems)
    checkExpression(parameter, node, problems)
    return { parameter, node, environment: landing.environment, scope: landing.scope, self }
  }
  if (parameter.default) return { parameter, node: parameter.default, environment: inside, scope, self }
  // A misspelt argument was told already.
  const misspelt = entries.some(({ key }) => nearestName(key, [name]) !== undefined)
  if (!optional && !isListLike(type) && !misspelt) {
    problems.push(problem('definition/missing-argument', { name, template }, { place: usedAt }))
  }
  return undefined
}

function checkKind(parameter: Parameter, node: Node, problems: Problem[]): void {
  const kind = expectedKind(parameter.type)
  const passedOn = node.kind === 'scalar' && typeof node.value === 'string' && node.value.startsWith('$')
  if (kind === undefined || node.kind === kind || passedOn) return
  problems.push(
    problem('definition/argument-kind', { name: parameter.name, type: parameter.type }, { place: node.place }),
  )
}

/** An expression that cannot be read is told where it is written, not where it lands. */
function checkExpression({ type }: Parameter, node: Node, problems: Problem[]): void {
  if (type !== 'expression' || node.kind !== 'scalar') return
  const parsed = parseExpression(String(node.value).replaceAll('$', ''))
  if (parsed.ok) return
  const code = parsed.tooLarge ? 'expression/too-large' : 'expression/syntax'
  problems.push(problem(code, { detail: parsed.detail }, { place: node.place }))
}

function readTitle(node: Node | undefined): Text | undefined {
  if (node?.kind !== 'map') return undefined
  const title: { en?: string; zh?: string } = {}
  for (const { key, value } of node.entries) {
    if ((key === 'en' || key === 'zh') && value.kind === 'scalar') title[key] = String(value.value)
  }
  return title
}
