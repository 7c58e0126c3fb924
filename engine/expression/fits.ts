import type { EnumType, Field, RecordType, SimpleTypeName, Type } from './type.ts'

/** The item type of an empty list: it fits everything. */
export const nothing: Type = { kind: 'record', name: 'nothing', fields: [] }

const textLike: ReadonlySet<Type['kind']> = new Set<SimpleTypeName>([
  'string',
  'text',
  'person',
  'customer',
  'document',
  'role',
])
const plainText: ReadonlySet<Type['kind']> = new Set<SimpleTypeName>(['string', 'text'])

/** Whether values of the type are JSON texts that mean just themselves. */
export function isTextLike(type: Type): boolean {
  return textLike.has(type.kind)
}

/**
 * Whether a value of one type may stand where the other is expected. Records fit by their fields, names do not count;
 * fields beyond the expected ones are refused, because they could not be stored. A date fits a datetime, an integer a
 * number, texts and the ids of people and things each other's texts, a word of an enum a text.
 */
export function fits(actual: Type, expected: Type): boolean {
  if (actual === expected || actual === nothing) return true
  if (actual.kind === 'list') return expected.kind === 'list' && fits(actual.item, expected.item)
  if (actual.kind === 'record')
    return expected.kind === 'record' && expected !== nothing && recordFits(actual, expected)
  if (actual.kind === 'enum')
    return expected.kind === 'enum' ? enumFits(actual, expected) : plainText.has(expected.kind)
  if (actual.kind === expected.kind) return true
  if (actual.kind === 'date') return expected.kind === 'datetime'
  if (actual.kind === 'integer') return expected.kind === 'number'
  if (plainText.has(actual.kind)) return textLike.has(expected.kind)
  return textLike.has(actual.kind) && plainText.has(expected.kind)
}

/** The type both fit, if one of the two is it; two different enums and other texts meet in `string`. */
export function commonType(a: Type, b: Type): Type | undefined {
  if (fits(a, b)) return b
  if (fits(b, a)) return a
  if (a.kind === 'list' && b.kind === 'list') {
    const item = commonType(a.item, b.item)
    return item && { kind: 'list', item }
  }
  return undefined
}

/** The field of that name, if the record has one of its own. */
export function fieldOf(type: RecordType, name: string): Field | undefined {
  if (name === '__proto__' || name === 'constructor' || name === 'prototype') return undefined
  return type.fields.find((field) => field.name === name)
}

/** How a type is named to people: as the language writes it. */
export function typeName(type: Type): string {
  if (type === nothing) return 'nothing'
  if (type.kind === 'list') return type.item === nothing ? 'list' : `list of ${typeName(type.item)}`
  if (type.kind === 'record' || type.kind === 'enum') return type.name
  return type.kind
}

function recordFits(actual: RecordType, expected: RecordType): boolean {
  if (!actual.fields.every((field) => fieldOf(expected, field.name))) return false
  return expected.fields.every((field) => {
    const given = fieldOf(actual, field.name)
    if (!given) return field.optional
    return fits(given.type, field.type) && (field.optional || !given.optional)
  })
}

function enumFits(actual: EnumType, expected: EnumType): boolean {
  return actual.words.every(({ word }) => expected.words.some((other) => other.word === word))
}
