/**
 * The door: a process document becomes a Definition, or the list of everything that is wrong with it. Templates are
 * expanded first; then the declarations are read, then the states against them.
 */
import { fits } from '../expression/fits.ts'
import type { Field, JsonObject, RecordType } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { Definition, State } from './definition.ts'
import { expandTemplates } from './expand-templates.ts'
import { child, type MapNode, type Node, toPlain } from './node.ts'
import { plainNode } from './plain-node.ts'
import { readDeclarations } from './read-declarations.ts'
import { noteText } from './read-fields.ts'
import { readPhrase } from './read-phrase.ts'
import { readState } from './read-state.ts'
import {
  type ProcessInterface,
  type Reading,
  type ReadingEnvironment,
  readExpression,
  recordOf,
  rolesOf,
  type SharedTemplate,
  textOf,
} from './reading.ts'
import { readParameters } from './template-argument.ts'

export type { ActionInterface, ProcessInterface, ReadingEnvironment } from './reading.ts'

/** What a definition offers to the processes that use it. */
export function interfaceOf(definition: Definition): ProcessInterface {
  const events = Object.values(definition.events).map((event) => [event.name, event.with] as const)
  const own = Object.entries(definition.types).filter(([name]) => !name.includes('/'))
  return {
    input: definition.input,
    output: definition.output,
    events: Object.fromEntries(events),
    types: Object.fromEntries(own),
  }
}

/** What reading gave: the definition, or what is wrong. */
export interface ReadDefinition {
  /** Absent where an error stands among the problems. */
  readonly definition?: Definition
  /** The environment with no more of the project's templates than were used: what it is to be compiled against again. */
  readonly environment: ReadingEnvironment
  readonly problems: readonly Problem[]
}

/** Reads a process document whose shape was found right; `checkExpanded` judges the shape again after expansion. */
export function readDefinition(
  document: MapNode,
  environment: ReadingEnvironment,
  checkExpanded: (node: MapNode) => readonly Problem[] = () => [],
): ReadDefinition {
  const expansion = expandTemplates(document, sharedNodes(environment))
  const problems: Problem[] = [...expansion.problems]
  const against = withTemplates(environment, expansion.shared)
  if (problems.length === 0) problems.push(...checkExpanded(expansion.node))
  if (problems.some(isError)) return { environment: against, problems: withoutRepeats(problems) }
  const reading = readDeclarations(expansion.node, environment, expansion.childKeys, problems)
  const own = child(document, 'templates')
  const templates = own?.kind === 'map' ? own.entries.map(({ value }) => value) : []
  noteParameterTypes(reading, [...templates, ...sharedNodes(environment).values()])
  const states = new Map<string, State>()
  for (const [path, skeleton] of reading.skeletons) states.set(path, readState(reading, skeleton))
  const definition = assemble(expansion.node, reading, states)
  const told = withoutRepeats(problems)
  return { environment: against, problems: told, ...(told.some(isError) ? {} : { definition }) }
}

/** Types that only a parameter of a template names are used too. */
function noteParameterTypes({ written }: Reading, templates: readonly Node[]): void {
  const parameters = templates.flatMap((template) => (template.kind === 'map' ? readParameters(template) : []))
  for (const { type } of parameters) written.usedTypes.add(type.replace(/^(list of )+/, ''))
}

function sharedNodes({ templates = {} }: ReadingEnvironment): ReadonlyMap<string, MapNode> {
  const nodes = Object.entries(templates).map(([id, { node, plain }]) => [id, node ?? plainNode(plain, id)] as const)
  return new Map(nodes.flatMap(([id, node]) => (node.kind === 'map' ? [[id, node] as const] : [])))
}

/** Only these templates, as JSON. */
function withTemplates(environment: ReadingEnvironment, names: readonly string[]): ReadingEnvironment {
  const { templates = {}, ...rest } = environment
  const used = names.map((name): [string, SharedTemplate] => [name, { plain: templates[name]?.plain }])
  return names.length === 0 ? rest : { ...rest, templates: Object.fromEntries(used) }
}

/** A text read for two purposes, or used several times, has its faults once: with the first use. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter((found) => {
    const mark = JSON.stringify([found.code, found.place, found.blanks])
    return !seen.has(mark) && seen.add(mark)
  })
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

function assemble(node: MapNode, reading: Reading, states: ReadonlyMap<string, State>): Definition {
  const standing = { variables: {} }
  const name = child(node, 'name')
  const key = child(node, 'key')
  const keyExpression = key && readExpression(reading, standing, key, { expected: { kind: 'string' } })
  const plugins = child(node, 'plugins')
  return {
    id: reading.processId,
    version: textOf(child(node, 'version')) ?? '',
    title: noteText(reading, 'title', child(node, 'title')),
    calendar: textOf(child(node, 'calendar')) ?? reading.environment.calendar ?? '',
    endless: textOf(child(node, 'endless')) === 'true',
    plugins: plugins?.kind === 'map' ? (toPlain(plugins) as Record<string, string>) : {},
    control: readControl(reading, child(node, 'control')),
    types: reading.types,
    params: reading.params,
    input: reading.input,
    data: reading.data,
    values: reading.values,
    events: reading.events,
    states,
    beside: [...reading.skeletons.values()]
      .filter(({ path, parent }) => parent === undefined && path !== '')
      .map(({ path }) => path),
    output: outputOf(reading, states),
    expanded: toPlain(node) as JsonObject,
    place: node.place,
    written: reading.written,
    ...(name ? { name: readPhrase(reading, standing, 'name', name) } : {}),
    ...(keyExpression ? { key: keyExpression } : {}),
  }
}

function readControl(reading: Reading, node: Node | undefined): Definition['control'] {
  if (node?.kind !== 'map') return {}
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, rolesOf(reading, value)]))
}

/** What an ended instance gives: a field of every final state of the root; optional unless all of them give it. */
function outputOf(reading: Reading, states: ReadonlyMap<string, State>): RecordType {
  const finals = [...states.values()].filter((state) => state.kind === 'final' && state.parent === '')
  const fields = new Map<string, Field>()
  for (const state of finals) {
    for (const [name, { type }] of Object.entries(state.output)) {
      const existing = fields.get(name)
      if (existing && !fits(type, existing.type) && !fits(existing.type, type)) {
        reading.problems.push(problem('definition/output-types', { name }, { place: state.place }))
      }
      const wider = existing && fits(type, existing.type) ? existing.type : type
      const everywhere = finals.every((final) => Object.hasOwn(final.output, name))
      fields.set(name, { name, type: wider, optional: !everywhere })
    }
  }
  return recordOf('output', [...fields.values()])
}
