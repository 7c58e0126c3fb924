/** Compiles the processes of a project, children before the processes that run them. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Definition } from '../definition/definition.ts'
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
import { type Needs, needsOf } from './needs.ts'
import type { LoadedProcess } from './project.ts'

/** What processes are read against. */
export interface ProjectSurroundings {
  readonly environment: Omit<ReadingEnvironment, 'processes' | 'actions'>
  readonly actions: ActionCatalog
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly directory: Directory
  readonly sources: ReadonlyMap<string, string>
  /** Hears of each process. */
  readonly told: (name: string) => void
}

/**
 * Compiles the processes among the sound documents. One that needs a process or a template whose own file is at fault
 * is left alone: what would be told of it could be nothing but a consequence.
 */
export function loadProcesses(
  all: readonly ReadDocument[],
  sound: readonly ReadDocument[],
  surroundings: ProjectSurroundings,
  problems: Problem[],
): ReadonlyMap<string, LoadedProcess> {
  const loaded = new Map<string, LoadedProcess>()
  const offered = new Map<string, ProcessInterface>()
  const templates = new Map(sound.filter(({ kind }) => kind === 'template').map((document) => [document.id, document]))
  const used = new Set<string>()
  const processes = sound.filter(({ kind }) => kind === 'process')
  const needs = needsOf(processes, templates)
  const isLost = ({ kind, id }: ReadDocument) =>
    kind === 'process' ? !offered.has(id) : kind === 'template' && !templates.has(id)
  for (const document of inOrder(processes, needs, problems)) {
    surroundings.told(document.id)
    const needed = needs.get(document.id)
    if (all.some((other) => other.id !== document.id && needed?.[other.kind]?.has(other.id) && isLost(other))) continue
    const environment: ReadingEnvironment = {
      ...surroundings.environment,
      processes: new Map(offered),
      actions: interfacesOf(surroundings.actions),
      templates: Object.fromEntries(templates),
    }
    const read = readDefinition(document.node, environment, checkExpanded)
    problems.push(...read.problems)
    for (const name of Object.keys(read.environment.templates ?? {})) used.add(name)
    if (!read.definition) continue
    const source = surroundings.sources.get(document.node.place.file) ?? ''
    offered.set(document.id, interfaceOf(read.definition))
    loaded.set(document.id, loadedProcess(read.definition, source, read.environment))
  }
  if (loaded.size === processes.length) problems.push(...unused(templates, used))
  problems.push(
    ...lintProcesses(
      [...loaded.values()].map(({ definition }) => definition),
      surroundings,
    ),
  )
  return loaded
}

function unused(templates: ReadonlyMap<string, ReadDocument>, used: ReadonlySet<string>): readonly Problem[] {
  return [...templates].flatMap(([name, { node }]) =>
    used.has(name) ? [] : [problem('definition/unused-template', { name }, { place: node.place })],
  )
}

/** A definition with its machine and the defaults of its parameters. */
export function loadedProcess(definition: Definition, source: string, environment: ReadingEnvironment): LoadedProcess {
  const params: Record<string, Json> = {}
  for (const { name, default: value } of definition.params) if (value !== undefined) params[name] = value
  return { definition, machine: compileMachine(definition), source, environment, params }
}

/** Processes whose children are read already come first; a circle of children is a fault. */
function inOrder(
  documents: readonly ReadDocument[],
  needs: ReadonlyMap<string, Needs>,
  problems: Problem[],
): readonly ReadDocument[] {
  const ids = new Set(documents.map(({ id }) => id))
  const ordered: ReadDocument[] = []
  let waiting = documents
  while (waiting.length > 0) {
    const blocked = new Set(waiting.map(({ id }) => id))
    const ready = waiting.filter(({ id }) =>
      [...(needs.get(id)?.process ?? [])].every((name) => name === id || !ids.has(name) || !blocked.has(name)),
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
