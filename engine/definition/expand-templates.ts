/**
 * Expands the templates of a process: each `use` becomes the state it stands for. What comes out has no `templates`,
 * no `use` and no `$`; a state that came from a template with `data:` or `tasks:` carries them itself. Every node knows
 * the text it was written in (`TextScope`), so that names keep their meaning wherever they land.
 */
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Problem, ProblemOptions } from '../problem/problem.ts'
import { type Expanding, type Landing, landEntry, reportUnknownArgument } from './land-value.ts'
import { child, type Entry, type MapNode, type Node, type ScalarNode, type TextScope } from './node.ts'
import { readUse } from './read-use.ts'
import { innerScope, joinPath } from './state-name.ts'

const MAX_STATES = 5000
const MAX_DEPTH = 4

export interface Expansion {
  readonly node: MapNode
  /** Keys of the children of every compound state, by absolute path. */
  readonly childKeys: ReadonlyMap<string, ReadonlySet<string>>
  /** Names of the templates of the project that were used, also by others. */
  readonly shared: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * The process document with all templates expanded, or as far as that went, with every fault found on the way.
 * `shared` are the templates of the project.
 */
export function expandTemplates(document: MapNode, shared: ReadonlyMap<string, MapNode> = new Map()): Expansion {
  const problems: Problem[] = []
  const own = ownTemplates(document, shared, problems)
  const work: Expanding = { own, shared, used: new Set(), childKeys: new Map(), problems, states: 0 }
  const plain: MapNode = { ...document, entries: document.entries.filter((entry) => entry.key !== 'templates') }
  const scope: TextScope = { root: '', levels: [''] }
  const node = landPlainState(plain, { path: '', key: '', environment: undefined, scope }, work)
  const used = [...shared.keys()].filter((name) => work.used.has(name))
  return { node, childKeys: work.childKeys, shared: used, problems }
}

function ownTemplates(
  document: MapNode,
  shared: ReadonlyMap<string, MapNode>,
  problems: Problem[],
): ReadonlyMap<string, MapNode> {
  const templates = new Map<string, MapNode>()
  const declared = child(document, 'templates')
  if (declared?.kind !== 'map') return templates
  for (const { key, keyPlace, value } of declared.entries) {
    if (value.kind === 'map') templates.set(key, value)
    const other = shared.get(key)?.place
    if (other)
      problems.push(problem('definition/template-of-project', { name: key, file: other.file }, { place: keyPlace }))
  }
  return templates
}

function landState(node: Node, landing: Landing, work: Expanding): Node {
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

function landPlainState(node: MapNode, landing: Landing, work: Expanding): MapNode {
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

function landStates(states: MapNode, parent: string, landing: Landing, work: Expanding): MapNode {
  const scope = innerScope(landing.scope, parent)
  const entries = states.entries.map((entry) => ({
    ...entry,
    value: landState(entry.value, { ...landing, path: joinPath(parent, entry.key), key: entry.key, scope }, work),
  }))
  return { ...states, entries, text: scope }
}

/** Work beside the flow stands in no state: only its own states are in reach by a bare name, then the text's. */
function landBeside(tasks: MapNode, landing: Landing, work: Expanding): MapNode {
  const entries = tasks.entries.map((entry) => {
    const path = `~${joinPath(landing.path, entry.key)}`
    const scope: TextScope = { ...landing.scope, levels: [path, ...landing.scope.levels] }
    return { ...entry, value: landState(entry.value, { ...landing, path, scope }, work) }
  })
  return { ...tasks, entries, text: landing.scope }
}

function landUse(node: MapNode, use: ScalarNode, landing: Landing, work: Expanding): Node {
  const name = String(use.value)
  const overriding = node.entries
    .filter((entry) => entry.key !== 'use' && entry.key !== 'with')
    .flatMap((entry) => landEntry(entry, landing, work))
  const body = name.startsWith('$')
    ? landArgumentState(name.slice(1), use, landing, work)
    : landTemplate(name, node, use, landing, work)
  return body ? overrideState(body, overriding, work) : { ...node, entries: overriding, text: landing.scope }
}

function landArgumentState(name: string, use: ScalarNode, landing: Landing, work: Expanding): MapNode | undefined {
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

function landTemplate(
  name: string,
  node: MapNode,
  use: ScalarNode,
  landing: Landing,
  work: Expanding,
): MapNode | undefined {
  const found = findTemplate(name, landing, work)
  const at: ProblemOptions = { place: use.place, usedAt: landing.scope.usedAt }
  const chain = [...(landing.environment?.chain ?? []), name]
  if (!found) {
    const near = nearestName(name, templatesWithin(landing, work))
    work.problems.push(problem('definition/unknown-template', { name, near }, at))
    return undefined
  }
  const fault = chainFault(name, chain, at)
  if (fault) {
    work.problems.push(fault)
    return undefined
  }
  work.used.add(name)
  const { template, shared } = found
  const scope: TextScope = { root: landing.path, levels: [landing.path], usedAt: use.place }
  const environment = readUse({ name, template, node, usedAt: use.place, chain, shared, landing, scope }, work.problems)
  const body: MapNode = {
    ...template,
    entries: template.entries.filter(({ key }) => key !== 'with' && key !== 'template'),
  }
  return landPlainState(body, { ...landing, environment, scope }, work)
}

/** In the text of a shared template only shared ones are known: it means the same in every process. */
function findTemplate(name: string, { environment }: Landing, { own, shared }: Expanding) {
  const ofProcess = environment?.shared ? undefined : own.get(name)
  if (ofProcess) return { template: ofProcess, shared: false }
  const ofProject = shared.get(name)
  return ofProject && { template: ofProject, shared: true }
}

function templatesWithin({ environment }: Landing, { own, shared }: Expanding): readonly string[] {
  return [...(environment?.shared ? [] : own.keys()), ...shared.keys()]
}

/** A template that comes to use itself, or stands too deep in others. */
function chainFault(name: string, chain: readonly string[], at: ProblemOptions): Problem | undefined {
  const first = chain.indexOf(name)
  if (first < chain.length - 1) {
    return problem('definition/endless-template', { name, chain: chain.slice(first).join(' → ') }, at)
  }
  return chain.length > MAX_DEPTH ? problem('definition/template-too-deep', { name, limit: MAX_DEPTH }, at) : undefined
}

/** Beside `use` and `with` a state may say `title`, `summary` and `on`; no event twice. */
function overrideState(body: MapNode, overriding: readonly Entry[], work: Expanding): MapNode {
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

function mergeMoves(inner: Node, outer: Node, work: Expanding): Node {
  if (inner.kind !== 'map' || outer.kind !== 'map') return outer
  for (const entry of outer.entries) {
    if (!inner.entries.some((existing) => existing.key === entry.key)) continue
    work.problems.push(problem('definition/event-twice', { event: entry.key }, { place: entry.keyPlace }))
  }
  return { ...inner, entries: [...inner.entries, ...outer.entries] }
}
