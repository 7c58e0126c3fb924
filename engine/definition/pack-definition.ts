/**
 * A definition as JSON and back. Reading a long document takes most of a second; what came of it is kept, so that a
 * program that only wants to show an instance need not read it again. Types and scopes are told once, by number.
 * Expressions are compiled again when they are first evaluated.
 */
import { compileAgain, type Expression, type Origin } from '../expression/expression.ts'
import type { Json, JsonObject, Type } from '../expression/type.ts'
import type { Definition, State } from './definition.ts'

/** What `packDefinition` gives: JSON, to be read by the program that made it and no other. */
export interface PackedDefinition {
  readonly types: readonly Type[]
  readonly scopes: readonly PackedScope[]
  /** The definition without what is kept beside it, its states as a list, an expression as `{ "=": … }`. */
  readonly definition: Json
}

interface PackedScope {
  /** Numbers of types, by variable. */
  readonly variables: Readonly<Record<string, number>>
  readonly present?: readonly string[]
}

/** An expression; the types it may name are those of the definition. */
type PackedExpression = Pick<Expression, 'text' | 'reads'> & {
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

/** No name of the language is written so. */
const mark = '='

/** Packs a definition. What it was expanded from is kept by its hash already and not packed with it. */
export function packDefinition(definition: Definition): PackedDefinition {
  const types = new Numbered<Type>()
  const scopes = new Numbered<PackedScope>()
  const { states, expanded: _expanded, ...rest } = definition
  const pack = (value: unknown): Json => {
    if (Array.isArray(value)) return value.map(pack)
    if (typeof value !== 'object' || value === null) return value as Json
    if (isExpression(value)) return { [mark]: packExpression(value, types, scopes) as unknown as Json }
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    return Object.fromEntries(entries.map(([key, inner]) => [key, pack(inner)]))
  }
  const packed = pack({ ...rest, states: [...states.values()] })
  return { types: types.all, scopes: scopes.all, definition: packed }
}

/** The definition that was packed, with what it was expanded from. */
export function unpackDefinition(packed: PackedDefinition, expanded: JsonObject): Definition {
  const { types: own } = packed.definition as unknown as Pick<Definition, 'types'>
  const scopes = packed.scopes.map(({ variables, ...rest }) => ({
    ...rest,
    types: own,
    variables: Object.fromEntries(Object.entries(variables).map(([name, type]) => [name, typeAt(packed, type)])),
  }))
  const unpack = (value: Json): unknown => {
    if (Array.isArray(value)) return value.map(unpack)
    if (typeof value !== 'object' || value === null) return value
    const record = value as JsonObject
    if (isPackedExpression(record[mark])) return unpackExpression(record[mark], packed, scopes)
    return Object.fromEntries(Object.entries(record).map(([key, inner]) => [key, unpack(inner)]))
  }
  const { states, ...rest } = unpack(packed.definition) as Omit<Definition, 'states' | 'expanded'> & {
    readonly states: readonly State[]
  }
  return { ...rest, expanded, states: new Map(states.map((state) => [state.path, state])) }
}

function isExpression(value: object): value is Expression {
  return 'evaluate' in value && typeof value.evaluate === 'function'
}

function isPackedExpression(value: unknown): value is PackedExpression {
  return typeof value === 'object' && value !== null && 'text' in value && 'origin' in value
}

function packExpression(
  { text, type, reads, origin }: Expression,
  types: Numbered<Type>,
  scopes: Numbered<PackedScope>,
): PackedExpression {
  const packed = { text, type: types.of(type), reads }
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
  { text, type, reads, origin }: PackedExpression,
  packed: PackedDefinition,
  scopes: readonly Extract<Origin, { readonly states: unknown }>['scope'][],
): Expression {
  const kept = { text, type: typeAt(packed, type), reads }
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
