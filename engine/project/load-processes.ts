/** Compiles the processes of a project, children before the processes that run them. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Definition } from '../definition/definition.ts'
import type { MapNode, Node } from '../definition/node.ts'
import {
  interfaceOf,
  type ProcessInterface,
  type ReadingEnvironment,
  readDefinition,
} from '../definition/read-definition.ts'
import { checkExpanded, type ReadDocument } from '../definition/read-documents.ts'
import type { Json } from '../expression/type.ts'
import { compileMachine } from '../machine/compile-machine.ts'
import type { Directory } from '../people/directory.ts'
import { type ActionCatalog, interfacesOf } from '../plugin/action-catalog.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import { lintProcesses } from './lint-processes.ts'
import type { LoadedProcess } from './project.ts'

/** What processes are read against. */
export interface ProjectSurroundings {
  readonly environment: Omit<ReadingEnvironment, 'processes' | 'actions'>
  readonly actions: ActionCatalog
  /** Versions of the plugins, by id. */
  readonly plugins: ReadonlyMap<string, string>
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly directory: Directory
  readonly sources: ReadonlyMap<string, string>
}

export function loadProcesses(
  documents: readonly ReadDocument[],
  surroundings: ProjectSurroundings,
  problems: Problem[],
): ReadonlyMap<string, LoadedProcess> {
  const loaded = new Map<string, LoadedProcess>()
  const offered = new Map<string, ProcessInterface>()
  for (const document of inOrder(documents, problems)) {
    const environment: ReadingEnvironment = {
      ...surroundings.environment,
      processes: new Map(offered),
      actions: interfacesOf(surroundings.actions),
    }
    const read = readDefinition(document.node, environment, checkExpanded)
    problems.push(...read.problems)
    if (!read.definition) continue
    const source = surroundings.sources.get(document.node.place.file) ?? ''
    offered.set(document.id, interfaceOf(read.definition))
    loaded.set(document.id, loadedProcess(read.definition, source, environment))
  }
  // Where a document is missing, what the others need of it is not judged: it would be a cascade.
  const isWhole = !problems.some(({ severity }) => severity === 'error')
  const definitions = [...loaded.values()].map(({ definition }) => definition)
  problems.push(...lintProcesses(definitions, isWhole, surroundings))
  return loaded
}

/** A definition with its machine and the defaults of its parameters. */
export function loadedProcess(definition: Definition, source: string, environment: ReadingEnvironment): LoadedProcess {
  const params: Record<string, Json> = {}
  for (const { name, default: value } of definition.params) if (value !== undefined) params[name] = value
  return { definition, machine: compileMachine(definition), source, environment, params }
}

/** Processes whose children are read already come first; a circle of children is a fault. */
function inOrder(documents: readonly ReadDocument[], problems: Problem[]): readonly ReadDocument[] {
  const ids = new Set(documents.map(({ id }) => id))
  const ordered: ReadDocument[] = []
  let waiting = documents
  while (waiting.length > 0) {
    const blocked = new Set(waiting.map(({ id }) => id))
    const ready = waiting.filter(({ id, node }) =>
      dependenciesOf(node).every((name) => name === id || !ids.has(name) || !blocked.has(name)),
    )
    if (ready.length === 0) {
      for (const { id, node } of waiting)
        problems.push(problem('definition/endless-children', { process: id }, { place: node.place }))
      return ordered
    }
    ordered.push(...ready)
    waiting = waiting.filter((document) => !ready.includes(document))
  }
  return ordered
}

/** Processes that a document runs as children, starts, or takes types from. */
function dependenciesOf(node: MapNode): readonly string[] {
  const found = new Set<string>()
  const visit = (at: Node, key: string): void => {
    if (at.kind === 'map') for (const entry of at.entries) visit(entry.value, entry.key)
    else if (at.kind === 'list') for (const item of at.items) visit(item, key)
    else if (key === 'process') found.add(String(at.value))
    else
      for (const [, name] of String(at.value).matchAll(/(?:^|list of )([a-z][a-z0-9-]*)\/[A-Za-z]/g))
        found.add(name ?? '')
  }
  for (const entry of node.entries) if (entry.key !== 'process') visit(entry.value, entry.key)
  return [...found]
}
