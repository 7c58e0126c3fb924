/** Arguments of templates: what a use gives, and how it reads when it lands inside an expression. */
import type { Text } from '../problem/problem.ts'
import type { MapNode, Node, TextScope } from './node.ts'
import { type ChildKeys, resolveStateName } from './state-name.ts'

/** What a template's parameter is declared as: `role`, `list of state`, `form`, … */
export interface Parameter {
  readonly name: string
  readonly type: string
  readonly optional: boolean
  readonly default?: Node
}

/** A node still unexpanded, with the text it was written in: names in it belong there. */
export interface Argument {
  readonly parameter: Parameter
  readonly node: Node
  readonly environment: Environment | undefined
  readonly scope: TextScope
  /** The state in which it was written, for names that start with a dot. */
  readonly self: string
}

/** What `$` means inside one use of a template. */
export interface Environment {
  readonly template: string
  readonly id: string
  readonly title: Text | undefined
  readonly arguments: ReadonlyMap<string, Argument>
  readonly parameters: readonly Parameter[]
  /** The templates this use stands in, outermost first, with its own. */
  readonly chain: readonly string[]
  /** Whether the template is one of the project, in whose text the templates of a process mean nothing. */
  readonly shared: boolean
}

/** The parameters a template declares under `with:`. */
export function readParameters(template: MapNode): readonly Parameter[] {
  const declared = template.entries.find((entry) => entry.key === 'with')?.value
  if (declared?.kind !== 'map') return []
  return declared.entries.map(({ key, value }) => {
    const optional = key.endsWith('?')
    const name = optional ? key.slice(0, -1) : key
    if (value.kind !== 'map') return { name, type: String(value.kind === 'scalar' ? value.value : ''), optional }
    const find = (wanted: string) => value.entries.find((entry) => entry.key === wanted)?.value
    const type = find('type')
    const fallback = find('default')
    return {
      name,
      type: type?.kind === 'scalar' ? String(type.value) : '',
      optional,
      ...(fallback ? { default: fallback } : {}),
    }
  })
}

/** The node kind an argument of this type must have. */
export function expectedKind(type: string): Node['kind'] | undefined {
  if (type.startsWith('list of ') || type === 'requires') return 'list'
  if (type === 'form' || type === 'metric') return 'map'
  // A state is named, or written out whole.
  if (type === 'text' || type === 'state') return undefined
  return 'scalar'
}

/** A list, form, metric or requires that is not given is empty: the key it would fill is left out. */
export function isListLike(type: string): boolean {
  return type.startsWith('list of ') || type === 'requires' || type === 'metric' || type === 'form'
}

/** An expanded argument as the text of an expression: literals, states as absolute paths, expressions in brackets. */
export function argumentAsExpression(argument: Argument, landed: Node, keys: ChildKeys): string {
  const { type } = argument.parameter
  if (type.startsWith('list of ')) {
    const items = landed.kind === 'list' ? landed.items : []
    return `[${items.map((item) => scalarAsExpression(type.slice('list of '.length), item, argument, keys)).join(', ')}]`
  }
  return scalarAsExpression(type, landed, argument, keys)
}

function scalarAsExpression(type: string, node: Node, argument: Argument, keys: ChildKeys): string {
  if (node.kind !== 'scalar') return '""'
  const { value } = node
  if (typeof value !== 'string') return String(value)
  if (type === 'state') {
    const path = resolveStateName(value, argument.scope, argument.self, keys) ?? value
    return `state(${JSON.stringify(path)})`
  }
  if (type === 'expression') return `(${absoluteStates(value, argument, keys)})`
  return JSON.stringify(value)
}

/** `active('/a')` keeps its meaning when the expression is carried into another text. */
function absoluteStates(text: string, argument: Argument, keys: ChildKeys): string {
  return text.replace(/\bactive\(\s*(['"])(.+?)\1\s*\)/g, (call, _quote: string, name: string) => {
    const path = resolveStateName(name, argument.scope, argument.self, keys)
    return path === undefined ? call : `active('//${path}')`
  })
}
