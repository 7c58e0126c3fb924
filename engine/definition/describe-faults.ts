/** The errors of a validator at one node, as problems. */
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Problem, Text } from '../problem/problem.ts'
import { foundKind, nameOfKinds } from './kind-names.ts'
import { holderPlace, keyPlaceIn, type Located } from './locate-node.ts'
import { child } from './node.ts'
import type { ShapeError } from './schema/generated/validators.js'

/**
 * Problems of one node. Where a choice failed, only the branch speaks that fits the kind of the value; where none
 * does, and nothing inside is at fault either, the kind is the fault.
 */
export function describeFaults(errors: readonly ShapeError[], located: Located, faultsInside: boolean): Problem[] {
  const unknown = unknownKeys(errors)
  const keys = [...names(errors, located), ...[...unknown].map(([key, error]) => unknownKey(key, error, located))]
  const rest = errors.flatMap((error) => describeOne(error, located))
  const faults = [...keys, ...missing(errors, [...unknown.keys()], located), ...rest]
  if (faults.length > 0 || faultsInside) return faults
  return wrongKind(errors, located)
}

/** More of one map are not told: each is looked for among all its keys. */
const MOST = 200

/** Keys that are no keys here, each with the error of the map that has the most keys to offer. */
function unknownKeys(errors: readonly ShapeError[]): Map<string, ShapeError> {
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties').slice(0, MOST)
  return new Map(unknown.map((error) => [String(error.params.additionalProperty), error]))
}

function unknownKey(key: string, error: ShapeError, located: Located): Problem {
  const known = Object.keys(error.parentSchema?.properties ?? {})
  const blanks = { key, where: nameOf(error), near: nearestName(key, known), known }
  return problem('definition/unknown-key', blanks, { place: keyPlaceIn(located, key) })
}

/** Names that are not formed as names here are. */
function names(errors: readonly ShapeError[], located: Located): Problem[] {
  const faulty = errors.filter(({ keyword }) => keyword === 'propertyNames')
  return faulty.map(({ params }) => {
    const found = String(params.propertyName)
    const cause = errors.find(({ keyword, data }) => keyword === 'pattern' && data === found)
    return problem('definition/identifier', { found, ...formOf(cause) }, { place: keyPlaceIn(located, found) })
  })
}

/** What a map lacks, in one problem; a key that is there misspelled is not missing. */
function missing(errors: readonly ShapeError[], unknown: readonly string[], located: Located): Problem[] {
  const isLacking = (key: string) => !unknown.some((other) => nearestName(other, [key]) !== undefined)
  const place = holderPlace(located)
  const lacking = errors.filter((error) => error.keyword === 'required' && !isBranch(error))
  const keys = [...new Set(lacking.map(({ params }) => String(params.missingProperty)))].filter(isLacking)
  const first = lacking[0]
  const all =
    first && keys.length > 0 ? [problem('definition/missing-key', { where: nameOf(first), keys }, { place })] : []
  const choices = errors.filter(isChoiceOfKeys).flatMap((error) => {
    const wanted = branchKeys(error)
    return unknown.length === 0 && wanted.every(isLacking)
      ? [problem('definition/missing-one-of', { where: nameOf(error), keys: wanted }, { place })]
      : []
  })
  return [...all, ...choices]
}

/** `anyOf` of nothing but `required`: one of several keys must be there. */
function isChoiceOfKeys({ keyword, schema }: ShapeError): boolean {
  return keyword === 'anyOf' && Array.isArray(schema) && schema.every((branch) => isOnlyRequired(branch))
}

function isBranch({ parentSchema }: ShapeError): boolean {
  return isOnlyRequired(parentSchema)
}

function isOnlyRequired(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && Object.keys(schema).join() === 'required'
}

function branchKeys({ schema }: ShapeError): string[] {
  return Array.isArray(schema) ? schema.flatMap(requiredOf) : []
}

function describeOne(error: ShapeError, located: Located): Problem[] {
  const { keyword, params, schema, data } = error
  const { place } = located.node
  // A map may have a key `toString`, and so no text of its own.
  const found = typeof data === 'object' ? '' : String(data)
  if (keyword === 'pattern' && located.node.kind === 'scalar') {
    return [problem('definition/bad-form', { found, ...formOf(error) }, { place })]
  }
  if (keyword === 'enum' || keyword === 'const') return notOneOf(keyword === 'enum' ? schema : [schema], error, located)
  if (keyword === 'not') return twoKinds(schema, located)
  if (keyword === 'dependentRequired') {
    const blanks = { key: String(params.property), needs: `\`${String(params.missingProperty)}\`` }
    return [problem('definition/key-needs', blanks, { place: keyPlaceIn(located, blanks.key) })]
  }
  if (keyword === 'minimum' || keyword === 'maximum') {
    const limit = `${String(params.comparison)} ${String(params.limit)}`
    return [problem('definition/out-of-range', { found, limit }, { place })]
  }
  if (keyword === 'minItems' || keyword === 'minProperties') {
    const blanks = { where: nameOf(error), least: Number(params.limit) }
    return [problem('definition/too-few', blanks, { place: holderPlace(located) })]
  }
  return []
}

function notOneOf(schema: unknown, { data }: ShapeError, { node }: Located): Problem[] {
  const words = Array.isArray(schema) ? schema.map(String) : []
  if (node.kind !== 'scalar') {
    const blanks = {
      expected: { en: `one of: ${words.join(', ')}`, zh: `以下之一：${words.join('、')}` },
      found: foundKind(node),
    }
    return [problem('definition/wrong-kind', blanks, { place: node.place })]
  }
  const blanks = { found: String(data), words, near: nearestName(String(data), words) }
  return [problem('definition/not-one-of', blanks, { place: node.place })]
}

/** Two keys that exclude each other; shown at the later. */
function twoKinds(schema: unknown, located: Located): Problem[] {
  const [one, other] = requiredOf(schema)
  if (one === undefined || other === undefined) return []
  const [earlier, later] = isBefore(located, one, other) ? [one, other] : [other, one]
  const blanks = { first: shown(earlier, located), second: shown(later, located) }
  return [problem('definition/two-kinds', blanks, { place: keyPlaceIn(located, later) })]
}

/** A key; `type` with its word, which is what excludes the other. */
function shown(key: string, { node }: Located): string {
  const value = key === 'type' ? child(node, key) : undefined
  return value?.kind === 'scalar' ? `type: ${String(value.value)}` : key
}

function requiredOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null || !('required' in schema)) return []
  return Array.isArray(schema.required) ? schema.required.map(String) : []
}

function isBefore({ node }: Located, first: string, second: string): boolean {
  const keys = node.kind === 'map' ? node.entries.map(({ key }) => key) : []
  return keys.indexOf(first) < keys.indexOf(second)
}

/** The kind is the fault where no branch has more to say. */
function wrongKind(errors: readonly ShapeError[], { node }: Located): Problem[] {
  const types = errors.filter(({ keyword }) => keyword === 'type')
  const choice = errors.findLast((error) => error.keyword === 'anyOf' && error.parentSchema?.['x-name'])
  const first = types[0]
  if (first === undefined) return []
  const kinds = types.flatMap(({ schema }) => (Array.isArray(schema) ? schema.map(String) : [String(schema)]))
  const named = choice ?? (types.length === 1 ? first : undefined)
  const name = textAt(named, 'x-form') ?? textAt(named, 'x-name')
  const map = { en: `a map (${name?.en})`, zh: `映射（${name?.zh}）` }
  const expected = name ? (named === first && first.schema === 'object' ? map : name) : nameOfKinds([...new Set(kinds)])
  return [problem('definition/wrong-kind', { expected, found: foundKind(node) }, { place: node.place })]
}

/** How the schema calls what it describes. */
function nameOf(error: ShapeError): Text {
  return textAt(error, 'x-name') ?? { en: 'this part', zh: '此处' }
}

function textAt(error: ShapeError | undefined, key: string): Text | undefined {
  const text = error?.parentSchema?.[key]
  return typeof text === 'object' && text !== null ? (text as Text) : undefined
}

/** How the schema wants a word formed. */
function formOf(error: ShapeError | undefined): { readonly expected: Text; readonly example: string } {
  const form = textAt(error, 'x-form') as (Text & { readonly example?: string }) | undefined
  const { en, zh, example = '' } = form ?? { en: 'a proper value', zh: '正确的值' }
  return { expected: { en: en ?? '', zh: zh ?? '' }, example }
}
