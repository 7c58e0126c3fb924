/**
 * A definition as JSON and back. Reading a long document takes most of a second; what came of it is kept, so that a
 * program that only wants to show an instance need not read it again. Types and scopes are told once, by number.
 * Expressions are compiled again when they are first evaluated.
 */
import { compileAgain, type Expression, type Origin } from '../expression/expression.ts'
import type { Json, JsonObject, Type } from '../expression/type.ts'
import type { Place } from '../problem/problem.ts'
import type { Definition, State } from './definition.ts'
import { notesTo } from './written.ts'

/** What `packDefinition` gives: JSON, to be read by the program that made it and no other. */
export interface PackedDefinition {
  readonly files: readonly string[]
  readonly types: readonly Type[]
  readonly scopes: readonly PackedScope[]
  /** The definition without what is kept beside it, its states as a list, an expression as `{ "=": … }`, a place as `{ "@": … }`. */
  readonly definition: Json
}

interface PackedScope {
  /** Numbers of types, by variable. */
  readonly variables: Readonly<Record<string, number>>
  readonly present?: readonly string[]
}

/** An expression; the types it may name are those of the definition. */
type PackedExpression = Pick<Expression, 'text' | 'reads' | 'statesOnly'> & {
  readonly type: number
  readonly origin:
    | { readonly constant: Json }
    | {
        readonly scope: number
        readonly states: Readonly<Record<string, string>>
        readonly expected?: number
        readonly allowAbsent?: boolean
      }
}

type KeptScope = Extract<Origin, { readonly states: unknown }>['scope']

/** No name of the language is written so. */
const expressionMark = '='
const placeMark = '@'

/** File (by number), line, column and end column. */
type PackedPlace = readonly [number, number, number, number?]

/** Packs a definition. What it was expanded from is kept by its hash already, and where it is written concerns lint alone. */
export function packDefinition(definition: Definition): PackedDefinition {
  const { states, expanded: _expanded, written: _written, ...rest } = definition
  const tables: Tables = { types: new Numbered(), scopes: new Numbered(), files: new Numbered() }
  const packed = pack({ ...rest, states: [...states.values()] }, tables)
  return { types: tables.types.all, scopes: tables.scopes.all, files: tables.files.all, definition: packed }
}

interface Tables {
  readonly types: Numbered<Type>
  readonly scopes: Numbered<PackedScope>
  readonly files: Numbered<string>
}

function pack(value: unknown, tables: Tables): Json {
  if (Array.isArray(value)) return value.map((item) => pack(item, tables))
  if (typeof value !== 'object' || value === null) return value as Json
  if (isExpression(value)) return { [expressionMark]: packExpression(value, tables) as unknown as Json }
  if (isPlace(value)) return { [placeMark]: packPlace(value, tables) as unknown as Json }
  // Maps of places concern lint alone.
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && !(inner instanceof Map))
  return Object.fromEntries(entries.map(([key, inner]) => [key, pack(inner, tables)]))
}

/** The definition that was packed, with what it was expanded from. `packed` is used up. */
export function unpackDefinition(packed: PackedDefinition, expanded: JsonObject): Definition {
  const { types: own } = packed.definition as unknown as Pick<Definition, 'types'>
  const scopes = packed.scopes.map(({ variables, ...rest }) => ({
    ...rest,
    types: own,
    variables: Object.fromEntries(Object.entries(variables).map(([name, type]) => [name, typeAt(packed, type)])),
  }))
  const { states, ...rest } = unpack(packed.definition, packed, scopes) as Omit<
    Definition,
    'states' | 'expanded' | 'written'
  > & {
    readonly states: readonly State[]
  }
  return {
    ...rest,
    expanded,
    written: notesTo([]).written,
    states: new Map(states.map((state) => [state.path, state])),
  }
}

/** Puts expressions and places where their marks stand; the rest is as it was parsed, and stays the same objects. */
function unpack(value: unknown, packed: PackedDefinition, scopes: readonly KeptScope[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  const record = value as Record<string, unknown>
  if (isPackedExpression(record[expressionMark])) return unpackExpression(record[expressionMark], packed, scopes)
  if (Array.isArray(record[placeMark])) return unpackPlace(record[placeMark] as unknown as PackedPlace, packed)
  for (const key of Object.keys(record)) {
    const inner = record[key]
    if (typeof inner === 'object' && inner !== null) record[key] = unpack(inner, packed, scopes)
  }
  return record
}

function isExpression(value: object): value is Expression {
  return 'evaluate' in value && typeof value.evaluate === 'function'
}

const placeKeys = ['file', 'line', 'column', 'endColumn']

function isPlace(value: object): value is Place {
  return 'line' in value && 'file' in value && Object.keys(value).every((key) => placeKeys.includes(key))
}

function packPlace({ file, line, column, endColumn }: Place, { files }: Tables): PackedPlace {
  return endColumn === undefined ? [files.of(file), line, column] : [files.of(file), line, column, endColumn]
}

function unpackPlace([file, line, column, endColumn]: PackedPlace, { files }: PackedDefinition): Place {
  return { file: files[file] ?? '', line, column, ...(endColumn === undefined ? {} : { endColumn }) }
}

function isPackedExpression(value: unknown): value is PackedExpression {
  return typeof value === 'object' && value !== null && 'text' in value && 'origin' in value
}

function packExpression(expression: Expression, { types, scopes }: Tables): PackedExpression {
  const { text, type, reads, statesOnly, origin } = expression
  const packed = { text, type: types.of(type), reads, statesOnly }
  if ('constant' in origin) return { ...packed, origin }
  const { scope, expected, ...rest } = origin
  const variables = Object.fromEntries(Object.entries(scope.variables).map(([name, each]) => [name, types.of(each)]))
  const number = scopes.of({ variables, ...(scope.present && { present: scope.present }) })
  return {
    ...packed,
    origin: { ...rest, scope: number, ...(expected && { expected: types.of(expected) }) },
  }
}

function unpackExpression(
  { text, type, reads, statesOnly, origin }: PackedExpression,
  packed: PackedDefinition,
  scopes: readonly KeptScope[],
): Expression {
  const kept = { text, type: typeAt(packed, type), reads, statesOnly }
  if ('constant' in origin) return compileAgain({ ...kept, origin })
  const { scope, expected, ...rest } = origin
  return compileAgain({
    ...kept,
    origin: {
      ...rest,
      scope: scopes[scope] ?? { variables: {}, types: {} },
      ...(expected === undefined ? {} : { expected: typeAt(packed, expected) }),
    },
  })
}

function typeAt({ types }: PackedDefinition, number: number): Type {
  const type = types[number]
  if (!type) throw new TypeError(`a packed definition has no type ${number}`)
  return type
}

/** Values told apart by their JSON, each with a number. */
class Numbered<Value> {
  readonly all: Value[] = []
  readonly #numbers = new Map<string, number>()

  of(value: Value): number {
    const text = JSON.stringify(value)
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.all.length)
    return this.all.push(value) - 1
  }
}
