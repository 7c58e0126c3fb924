/**
 * Expands the templates of a process: each `use` becomes the state it stands for. What comes out has no `templates`,
 * no `use` and no `$`; a state that came from a template with `data:` or `tasks:` carries them itself. Every node knows
 * the text it was written in (`TextScope`), so that names keep their meaning wherever they land.
 */
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Place, Problem, Text } from '../problem/problem.ts'
import { child, type Entry, type ListNode, type MapNode, type Node, type ScalarNode, type TextScope } from './node.ts'
import { innerScope, joinPath } from './state-name.ts'
import {
  type Argument,
  argumentAsExpression,
  type Environment,
  expectedKind,
  type Parameter,
  readParameters,
} from './template-argument.ts'

const MAX_STATES = 5000
const MAX_DEPTH = 4

export interface Expansion {
  readonly node: MapNode
  /** Keys of the children of every compound state, by absolute path. */
  readonly childKeys: ReadonlyMap<string, ReadonlySet<string>>
  readonly problems: readonly Problem[]
}

/** Where something lands and what its `$` and names mean. */
interface Landing {
  readonly path: string
  readonly key: string
  readonly environment: Environment | undefined
  readonly scope: TextScope
}

interface Work {
  readonly templates: ReadonlyMap<string, MapNode>
  readonly childKeys: Map<string, ReadonlySet<string>>
  readonly problems: Problem[]
  states: number
}

/** The process document with all templates expanded, or as far as that went, with every fault found on the way. */
export function expandTemplates(document: MapNode): Expansion {
  const templates = new Map<string, MapNode>()
  const declared = child(document, 'templates')
  if (declared?.kind === 'map') {
    for (const { key, value } of declared.entries) if (value.kind === 'map') templates.set(key, value)
  }
  const work: Work = { templates, childKeys: new Map(), problems: [], states: 0 }
  const plain: MapNode = { ...document, entries: document.entries.filter((entry) => entry.key !== 'templates') }
  const scope: TextScope = { root: '', levels: [''] }
  const node = landPlainState(plain, { path: '', key: '', environment: undefined, scope }, work)
  return { node, childKeys: work.childKeys, problems: work.problems }
}

function landState(node: Node, landing: Landing, work: Work): Node {
  work.states += 1
  if (node.kind !== 'map' || work.states > MAX_STATES) {
    if (work.states === MAX_STATES + 1) {
      work.problems.push(problem('definition/too-many-states', { limit: MAX_STATES }, { place: node.place }))
    }
    return node
  }
  const use = child(node, 'use')
  return use?.kind === 'scalar' ? landUse(node, use, landing, work) : landPlainState(node, landing, work)
}

function landPlainState(node: MapNode, landing: Landing, work: Work): MapNode {
  const states = child(node, 'states')
  if (states?.kind === 'map') work.childKeys.set(landing.path, new Set(states.entries.map((entry) => entry.key)))
  const entries = node.entries.flatMap((entry): Entry[] => {
    if (entry.key === 'states' && entry.value.kind === 'map') {
      return [{ ...entry, value: landStates(entry.value, landing.path, landing, work) }]
    }
    if (entry.key === 'tasks' && entry.value.kind === 'map') {
      return [{ ...entry, value: landBeside(entry.value, landing, work) }]
    }
    return landEntry(entry, landing, work)
  })
  return { ...node, entries, text: landing.scope }
}

function landStates(states: MapNode, parent: string, landing: Landing, work: Work): MapNode {
  const scope = innerScope(landing.scope, parent)
  const entries = states.entries.map((entry) => ({
    ...entry,
    value: landState(entry.value, { ...landing, path: joinPath(parent, entry.key), key: entry.key, scope }, work),
  }))
  return { ...states, entries, text: scope }
}

/** Work beside the flow stands in no state: only its own states are in reach by a bare name, then the text's. */
function landBeside(tasks: MapNode, landing: Landing, work: Work): MapNode {
  const entries = tasks.entries.map((entry) => {
    const path = `~${joinPath(landing.path, entry.key)}`
    const scope: TextScope = { ...landing.scope, levels: [path, ...landing.scope.levels] }
    return { ...entry, value: landState(entry.value, { ...landing, path, scope }, work) }
  })
  return { ...tasks, entries, text: landing.scope }
}

function landUse(node: MapNode, use: ScalarNode, landing: Landing, work: Work): Node {
  const name = String(use.value)
  const overriding = node.entries
    .filter((entry) => entry.key !== 'use' && entry.key !== 'with')
    .flatMap((entry) => landEntry(entry, landing, work))
  const body = name.startsWith('$')
    ? landArgumentState(name.slice(1), use, landing, work)
    : landTemplate(name, node, use, landing, work)
  return body ? overrideState(body, overriding, work) : { ...node, entries: overriding, text: landing.scope }
}

function landArgumentState(name: string, use: ScalarNode, landing: Landing, work: Work): MapNode | undefined {
  const argument = landing.environment?.arguments.get(name)
  if (!argument) {
    reportUnknownArgument(name, landing.environment, use.place, work)
    return undefined
  }
  const landed = landState(
    argument.node,
    { ...landing, environment: argument.environment, scope: argument.scope },
    work,
  )
  return landed.kind === 'map' ? landed : undefined
}

function landTemplate(name: string, node: MapNode, use: ScalarNode, landing: Landing, work: Work): MapNode | undefined {
  const template = work.templates.get(name)
  const depth = (landing.environment?.depth ?? 0) + 1
  if (!template) {
    const near = nearestName(name, [...work.templates.keys()])
    work.problems.push(problem('definition/unknown-template', { name, near }, { place: use.place }))
    return undefined
  }
  if (depth > MAX_DEPTH) {
    work.problems.push(problem('definition/template-too-deep', { name, limit: MAX_DEPTH }, { place: use.place }))
    return undefined
  }
  const scope: TextScope = { root: landing.path, levels: [landing.path], usedAt: use.place }
  const environment = readEnvironment(name, template, node, use.place, depth, landing, scope, work)
  const body: MapNode = { ...template, entries: template.entries.filter((entry) => entry.key !== 'with') }
  return landPlainState(body, { ...landing, environment, scope }, work)
}

function readEnvironment(
  name: string,
  template: MapNode,
  use: MapNode,
  usedAt: Place,
  depth: number,
  landing: Landing,
  scope: TextScope,
  work: Work,
): Environment {
  const parameters = readParameters(template)
  const given = child(use, 'with')
  const givenEntries = given?.kind === 'map' ? given.entries : []
  for (const entry of givenEntries) {
    if (parameters.some((parameter) => parameter.name === entry.key)) continue
    const near = nearestName(
      entry.key,
      parameters.map((parameter) => parameter.name),
    )
    work.problems.push(
      problem('definition/unknown-argument', { name: entry.key, template: name, near }, { place: entry.keyPlace }),
    )
  }
  const args = new Map<string, Argument>()
  const title = readTitle(child(use, 'title'))
  const environment: Environment = { template: name, id: landing.key, title, arguments: args, parameters, depth }
  for (const parameter of parameters) {
    const node = givenEntries.find((entry) => entry.key === parameter.name)?.value
    if (node) {
      checkKind(parameter, node, work)
      args.set(parameter.name, {
        parameter,
        node,
        environment: landing.environment,
        scope: landing.scope,
        self: landing.path,
      })
    } else if (parameter.default) {
      args.set(parameter.name, { parameter, node: parameter.default, environment, scope, self: landing.path })
    } else if (!parameter.optional && !isListLike(parameter.type)) {
      work.problems.push(
        problem('definition/missing-argument', { name: parameter.name, template: name }, { place: usedAt }),
      )
    }
  }
  return environment
}

/** A list, form, metric or requires that is not given is empty: the key it would fill is left out. */
function isListLike(type: string): boolean {
  return type.startsWith('list of ') || type === 'requires' || type === 'metric' || type === 'form'
}

function checkKind(parameter: Parameter, node: Node, work: Work): void {
  const kind = expectedKind(parameter.type)
  const passedOn = node.kind === 'scalar' && typeof node.value === 'string' && node.value.startsWith('$')
  if (kind === undefined || node.kind === kind || passedOn) return
  work.problems.push(
    problem('definition/argument-kind', { name: parameter.name, type: parameter.type }, { place: node.place }),
  )
}

function readTitle(node: Node | undefined): Text | undefined {
  if (node?.kind !== 'map') return undefined
  const title: { en?: string; zh?: string } = {}
  for (const { key, value } of node.entries) {
    if ((key === 'en' || key === 'zh') && value.kind === 'scalar') title[key] = String(value.value)
  }
  return title
}

/** Beside `use` and `with` a state may say `title`, `summary` and `on`; no event twice. */
function overrideState(body: MapNode, overriding: readonly Entry[], work: Work): MapNode {
  const entries = [...body.entries]
  for (const entry of overriding) {
    const index = entries.findIndex((existing) => existing.key === entry.key)
    const existing = entries[index]
    if (!existing) entries.push(entry)
    else
      entries[index] =
        entry.key === 'on' ? { ...existing, value: mergeMoves(existing.value, entry.value, work) } : entry
  }
  return { ...body, entries }
}

function mergeMoves(inner: Node, outer: Node, work: Work): Node {
  if (inner.kind !== 'map' || outer.kind !== 'map') return outer
  for (const entry of outer.entries) {
    if (!inner.entries.some((existing) => existing.key === entry.key)) continue
    work.problems.push(problem('definition/event-twice', { event: entry.key }, { place: entry.keyPlace }))
  }
  return { ...inner, entries: [...inner.entries, ...outer.entries] }
}

function landEntry(entry: Entry, landing: Landing, work: Work): Entry[] {
  const value = landValue(entry.value, landing, work, entry.key)
  if (value === undefined) return []
  const key = landKey(entry, landing, work)
  return key === undefined ? [] : [{ ...entry, key, value }]
}

function landKey(entry: Entry, landing: Landing, work: Work): string | undefined {
  if (!entry.key.startsWith('$')) return entry.key
  const landed = landReference(entry.key.slice(1), entry.keyPlace, landing, work)
  return landed?.kind === 'scalar' ? String(landed.value) : undefined
}

/** A value with its `$` filled in; undefined where it is an argument that was not given. `language` is the key it stands under. */
function landValue(node: Node, landing: Landing, work: Work, language: string): Node | undefined {
  if (node.kind === 'map') {
    return { ...node, entries: node.entries.flatMap((entry) => landEntry(entry, landing, work)), text: landing.scope }
  }
  if (node.kind === 'list') return landList(node, landing, work)
  if (typeof node.value !== 'string') return { ...node, text: landing.scope }
  const whole = /^\$([A-Za-z]\w*)$/.exec(node.value)
  if (whole?.[1]) return landReference(whole[1], node.place, landing, work)
  return landText(node, node.value, landing, work, language)
}

function landList(node: ListNode, landing: Landing, work: Work): Node {
  const items = node.items.flatMap((item): Node[] => {
    const landed = landValue(item, landing, work, '')
    if (!landed) return []
    const spliced =
      item.kind === 'scalar' && typeof item.value === 'string' && item.value.startsWith('$') && landed.kind === 'list'
    return spliced ? [...landed.items] : [landed]
  })
  return { ...node, items, text: landing.scope }
}

function landReference(name: string, place: Place, landing: Landing, work: Work): Node | undefined {
  const { environment } = landing
  if (name === 'id' && environment)
    return { kind: 'scalar', value: environment.id, place, style: 'plain', text: landing.scope }
  const argument = environment?.arguments.get(name)
  if (argument) return landArgument(argument, landing, work)
  const known = environment?.parameters.some((parameter) => parameter.name === name)
  if (!known) reportUnknownArgument(name, environment, place, work)
  return undefined
}

function landArgument(argument: Argument, landing: Landing, work: Work): Node | undefined {
  return landValue(argument.node, { ...landing, environment: argument.environment, scope: argument.scope }, work, '')
}

/** A string with `$name` inside it is an expression; `{title}` is the title of the state that uses the template. */
function landText(node: ScalarNode, text: string, landing: Landing, work: Work, language: string): Node {
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
    value = value.replaceAll('{title}', own ?? '')
  }
  return { ...node, value, text: scope }
}

function reportUnknownArgument(name: string, environment: Environment | undefined, place: Place, work: Work): void {
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
