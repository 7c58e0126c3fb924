/** What the readers of a definition share: the document's declarations, and one way to compile what is written in it. */
import { compileExpression, type Expression, type Scope } from '../expression/expression.ts'
import type { EnumType, Field, Json, RecordType, Type } from '../expression/type.ts'
import type { Blanks, ProblemCode } from '../problem/catalog.ts'
import { problem } from '../problem/catalog.ts'
import type { Locale, Place, Problem } from '../problem/problem.ts'
import type { EventDeclaration, NamedValue } from './definition.ts'
import { child, type MapNode, type Node } from './node.ts'
import { type ChildKeys, resolveStateName } from './state-name.ts'

/** What a process offers to others: what a starter gives, what it takes, what it leaves behind. */
export interface ProcessInterface {
  readonly input: readonly Field[]
  readonly output: RecordType
  readonly events: Readonly<Record<string, readonly Field[]>>
  readonly types: Readonly<Record<string, RecordType | EnumType>>
}

/** The types of an action of a plugin. */
export interface ActionInterface {
  readonly input: readonly Field[]
  readonly output: Type
}

/** What a process is read against: the project's settings, and what other processes and plugins offer. */
export interface ReadingEnvironment {
  readonly languages: readonly Locale[]
  readonly locale: Locale
  /** Consequence of a missed due time where the process names none: `up` or a role. */
  readonly late?: string
  readonly calendar?: string
  readonly processes: ReadonlyMap<string, ProcessInterface>
  readonly actions: ReadonlyMap<string, ActionInterface>
  /** Templates of the project, by their identifiers; what stands in a store has none of them without a use. */
  readonly templates?: Readonly<Record<string, SharedTemplate>>
}

/** A template of the project: its JSON value and, where it was read from a file, its node with its places. */
export interface SharedTemplate {
  readonly plain: unknown
  readonly node?: MapNode
}

/** A state before its expressions are read. */
export interface StateSkeleton {
  readonly path: string
  readonly key: string
  readonly parent?: string
  readonly node: MapNode
  /** Name of the record that `own` means here. */
  readonly own?: string
}

export interface Reading {
  readonly environment: ReadingEnvironment
  readonly problems: Problem[]
  readonly childKeys: ChildKeys
  readonly types: Readonly<Record<string, RecordType | EnumType>>
  readonly params: readonly Field[]
  readonly input: readonly Field[]
  readonly events: Readonly<Record<string, EventDeclaration>>
  readonly skeletons: ReadonlyMap<string, StateSkeleton>
  readonly data: RecordType
  readonly records: Readonly<Record<string, RecordType>>
  values: readonly NamedValue[]
  readonly processId: string
  readonly late: string | undefined
  transitions: number
}

/** Where an expression stands, and the variables it has beyond those it has everywhere. */
export interface Standing {
  readonly skeleton?: StateSkeleton
  readonly variables: Readonly<Record<string, Type>>
}

export const BOOLEAN: Type = { kind: 'boolean' }
export const DURATION: Type = { kind: 'duration' }

/** Notes a problem at a node; where the node came from a template, with the place of the use. */
export function report<C extends ProblemCode>(reading: Reading, code: C, blanks: Blanks<C>, node: Node): void {
  reading.problems.push(problem(code, blanks, { place: node.place, usedAt: node.text?.usedAt }))
}

/** A record type from fields. */
export function recordOf(name: string, fields: readonly Field[]): RecordType {
  return { kind: 'record', name, fields }
}

/** A field that is always there. */
export function field(name: string, type: Type, optional = false): Field {
  return { name, type, optional }
}

/** An expression with a fixed JSON value. */
export function constant(text: string, type: Type, value: Json): Expression {
  return { text, type, reads: [], statesOnly: false, evaluate: () => value }
}

/** The variables every expression has. */
function everywhere(reading: Reading, skeleton: StateSkeleton | undefined): Record<string, Type> {
  const own = skeleton?.own === undefined ? undefined : reading.records[skeleton.own]
  return {
    data: reading.data,
    params: recordOf('params', reading.params),
    values: recordOf(
      'values',
      reading.values.map(({ name, expression }) => field(name, expression.type)),
    ),
    now: { kind: 'datetime' },
    instance: recordOf('instance', [
      field('id', { kind: 'string' }),
      field('key', { kind: 'string' }, true),
      field('startedAt', { kind: 'datetime' }),
    ]),
    ...(own ? { own } : {}),
  }
}

/** The scope of an expression: its variables, the types, and the states its names mean. */
export function scopeOf(reading: Reading, standing: Standing, node: Node): Scope {
  const text = node.text ?? { root: '', levels: [''] }
  return {
    variables: { ...everywhere(reading, standing.skeleton), ...standing.variables },
    types: reading.types,
    resolveState: (name) => {
      const path = resolveStateName(name, text, standing.skeleton?.path ?? '', reading.childKeys)
      return path !== undefined && reading.skeletons.has(path) ? path : undefined
    },
  }
}

export interface ReadOptions {
  readonly expected?: Type
  readonly allowAbsent?: boolean
}

/** Compiles the expression a node holds; undefined after reporting what is wrong with it. */
export function readExpression(
  reading: Reading,
  standing: Standing,
  node: Node,
  options: ReadOptions = {},
): Expression | undefined {
  if (node.kind !== 'scalar') return readComposite(reading, node, options)
  const text = String(node.value)
  const { expected } = options
  if (expected?.kind === 'enum' && expected.words.some(({ word }) => word === text))
    return constant(text, expected, text)
  return readText(reading, standing, node, text, options)
}

/** `{ en: …, zh: … }` where a text is expected: a fixed text, in the project's first language. */
function readComposite(reading: Reading, node: Node, options: ReadOptions): Expression | undefined {
  const text = child(node, reading.environment.locale) ?? child(node, 'en') ?? child(node, 'zh')
  const wantsText = options.expected?.kind === 'text' || options.expected?.kind === 'string'
  if (wantsText && text?.kind === 'scalar') return constant(String(text.value), { kind: 'text' }, String(text.value))
  report(reading, 'definition/expression-expected', {}, node)
  return undefined
}

function readText(
  reading: Reading,
  standing: Standing,
  node: Node,
  text: string,
  options: ReadOptions,
): Expression | undefined {
  const result = compileExpression(text, scopeOf(reading, standing, node), {
    ...options,
    place: expressionPlace(node),
    ...(node.text?.usedAt ? { usedAt: node.text.usedAt } : {}),
  })
  reading.problems.push(...result.problems)
  return result.ok ? result.expression : undefined
}

/** The place of an expression's first character: inside the quotes of a quoted scalar. */
function expressionPlace(node: Node): Place {
  const quoted = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double')
  return quoted ? { ...node.place, column: node.place.column + 1 } : node.place
}

/** The word a scalar node holds. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? String(node.value) : undefined
}

/** A node's items: of a list, or the single node itself. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (!node) return []
  return node.kind === 'list' ? node.items : [node]
}

/** The words of a node that holds one or a list of them. */
export function wordsOf(node: Node | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => textOf(item) ?? [])
}
