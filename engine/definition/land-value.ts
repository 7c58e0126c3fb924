/** How what is written in a template lands where it is used: `$` filled in, names kept to the text they are written in. */
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Place, Problem } from '../problem/problem.ts'
import type { Entry, ListNode, MapNode, Node, ScalarNode, TextScope } from './node.ts'
import { type Argument, argumentAsExpression, type Environment, isListLike } from './template-argument.ts'

/** Where something lands and what its `$` and names mean. */
export interface Landing {
  readonly path: string
  readonly key: string
  readonly environment: Environment | undefined
  readonly scope: TextScope
}

/** What one expansion gathers. */
export interface Expanding {
  /** Templates of the process. */
  readonly own: ReadonlyMap<string, MapNode>
  /** Templates of the project. */
  readonly shared: ReadonlyMap<string, MapNode>
  /** Names of the templates used, own and shared. */
  readonly used: Set<string>
  readonly childKeys: Map<string, ReadonlySet<string>>
  readonly problems: Problem[]
  states: number
}

/** An entry with the `$` of its key and value filled in; none where it is an argument that was not given. */
export function landEntry(entry: Entry, landing: Landing, work: Expanding): Entry[] {
  const value = landValue(entry.value, landing, work, entry.key)
  if (value === undefined) return []
  const key = landKey(entry, landing, work)
  return key === undefined ? [] : [{ ...entry, key, value }]
}

function landKey(entry: Entry, landing: Landing, work: Expanding): string | undefined {
  if (!entry.key.startsWith('$')) return entry.key
  const landed = landReference(entry.key.slice(1), entry.keyPlace, landing, work)
  return landed?.kind === 'scalar' ? String(landed.value) : undefined
}

/** A value with its `$` filled in; undefined where it is an argument that was not given. `language` is the key it stands under. */
function landValue(node: Node, landing: Landing, work: Expanding, language: string): Node | undefined {
  if (node.kind === 'map') {
    return { ...node, entries: node.entries.flatMap((entry) => landEntry(entry, landing, work)), text: landing.scope }
  }
  if (node.kind === 'list') return landList(node, landing, work)
  if (typeof node.value !== 'string') return { ...node, text: landing.scope }
  const whole = /^\$([A-Za-z]\w*)$/.exec(node.value)
  if (whole?.[1]) return landReference(whole[1], node.place, landing, work)
  return landText(node, node.value, landing, work, language)
}

function landList(node: ListNode, landing: Landing, work: Expanding): Node {
  const items = node.items.flatMap((item): Node[] => {
    const landed = landValue(item, landing, work, '')
    if (!landed) return []
    const spliced =
      item.kind === 'scalar' && typeof item.value === 'string' && item.value.startsWith('$') && landed.kind === 'list'
    return spliced ? [...landed.items] : [landed]
  })
  return { ...node, items, text: landing.scope }
}

function landReference(name: string, place: Place, landing: Landing, work: Expanding): Node | undefined {
  const { environment } = landing
  if (name === 'id' && environment)
    return { kind: 'scalar', value: environment.id, place, style: 'plain', text: landing.scope }
  const argument = environment?.arguments.get(name)
  if (argument) return landArgument(argument, landing, work)
  const known = environment?.parameters.some((parameter) => parameter.name === name)
  if (!known) reportUnknownArgument(name, environment, place, work)
  return undefined
}

function landArgument(argument: Argument, landing: Landing, work: Expanding): Node | undefined {
  return landValue(argument.node, { ...landing, environment: argument.environment, scope: argument.scope }, work, '')
}

/** A string with `$name` inside it is an expression; `{title}` is the title of the state that uses the template. */
function landText(node: ScalarNode, text: string, landing: Landing, work: Expanding, language: string): Node {
  const { environment, scope } = landing
  let value = text.replace(/\$([A-Za-z]\w*)/g, (whole, name: string) => {
    if (name === 'id' && environment) return JSON.stringify(environment.id)
    const argument = environment?.arguments.get(name)
    if (argument) {
      const landed = landArgument(argument, landing, work)
      return landed ? argumentAsExpression(argument, landed, work.childKeys) : whole
    }
    const parameter = environment?.parameters.find((candidate) => candidate.name === name)
    if (parameter && isListLike(parameter.type)) return '[]'
    reportUnknownArgument(name, environment, node.place, work)
    return whole
  })
  const title = environment?.title
  if (title && value.includes('{title}')) {
    const own = language === 'zh' ? (title.zh ?? title.en) : (title.en ?? title.zh)
    value = value.replaceAll('{title}', () => own ?? '')
  }
  return { ...node, value, text: scope }
}

/** Notes that `$name` means nothing here. */
export function reportUnknownArgument(
  name: string,
  environment: Environment | undefined,
  place: Place,
  work: Expanding,
): void {
  if (!environment) {
    work.problems.push(problem('definition/argument-outside-template', { name }, { place }))
    return
  }
  const near = nearestName(
    name,
    environment.parameters.map((parameter) => parameter.name),
  )
  work.problems.push(problem('definition/unknown-argument', { name, template: environment.template, near }, { place }))
}
