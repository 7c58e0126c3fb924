/** Field declarations and the types under `types:` (`language.md` 2, "Fields"). */
import { checkValue } from '../expression/check-value.ts'
import type { EnumType, EnumWord, Field, Json, RecordType, SimpleTypeName, Type } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Problem, Text } from '../problem/problem.ts'
import { child, type MapNode, type Node, toPlain } from './node.ts'
import type { Notes, WrittenName } from './written.ts'

const SIMPLE: readonly SimpleTypeName[] = [
  'string',
  'text',
  'number',
  'integer',
  'boolean',
  'date',
  'datetime',
  'duration',
  'money',
  'person',
  'customer',
  'document',
  'role',
  'state',
]

export type NamedTypes = Readonly<Record<string, RecordType | EnumType>>

/** Reads everything under `types:`; types may name each other, but not themselves. */
export function readTypes(node: Node | undefined, notes: Notes, imported: NamedTypes = {}): NamedTypes {
  const done: Record<string, RecordType | EnumType> = {}
  if (node?.kind !== 'map') return done
  const underway = new Set<string>()
  const read = (name: string, at: Node): Type | undefined => {
    if (Object.hasOwn(done, name)) return done[name]
    if (Object.hasOwn(imported, name)) return imported[name]
    const body = child(node, name)
    if (body?.kind !== 'map') return undefined
    if (underway.has(name)) {
      notes.problems.push(problem('definition/endless-type', { name }, { place: at.place }))
      return { kind: 'string' }
    }
    underway.add(name)
    const words = child(body, 'enum')
    const type = words
      ? readEnum(name, words, notes)
      : { kind: 'record' as const, name, fields: readFieldList(body, read, node, notes) }
    done[name] = type
    return type
  }
  for (const entry of node.entries) read(entry.key, entry.value)
  return done
}

function readEnum(name: string, node: Node, notes: Notes): EnumType {
  if (node.kind === 'list')
    return { kind: 'enum', name, words: node.items.map((item) => ({ word: String(toPlain(item)) })) }
  if (node.kind !== 'map') return { kind: 'enum', name, words: [] }
  const words = node.entries.map(
    ({ key, value }): EnumWord => ({ word: key, title: noteText(notes, `word ${key}`, value) }),
  )
  return { kind: 'enum', name, words }
}

/** A text in the project's languages. */
export function readText(node: Node | undefined): Text {
  const text: { en?: string; zh?: string } = {}
  if (node?.kind === 'map') {
    for (const { key, value } of node.entries) {
      if ((key === 'en' || key === 'zh') && value.kind === 'scalar') text[key] = String(value.value)
    }
  }
  return text
}

/** Reads a text that people may see, and notes it. `what` says which of its owner's texts it is. */
export function noteText({ written }: Notes, what: string, node: Node | undefined): Text {
  const text = readText(node)
  if (node) written.texts.push({ what, text, place: node.place, usedAt: node.text?.usedAt })
  return text
}

/** Notes the names a section declares; `record` is that of a template's own data. */
export function noteNames(
  { written }: Notes,
  section: WrittenName['section'],
  node: Node | undefined,
  record?: string,
): void {
  if (node?.kind !== 'map') return
  for (const { key, keyPlace, value } of node.entries) {
    const name = key.endsWith('?') ? key.slice(0, -1) : key
    const at = { place: keyPlace, usedAt: value.text?.usedAt }
    written.names.push({ section, name, ...at, ...(record === undefined ? {} : { record }) })
  }
}

/** Reads `key: TYPE` and `key: { type: TYPE, … }` declarations. */
export function readFields(node: Node | undefined, types: NamedTypes, notes: Notes): readonly Field[] {
  if (node?.kind !== 'map') return []
  return readFieldList(node, (name) => (Object.hasOwn(types, name) ? types[name] : undefined), types, notes)
}

type Lookup = (name: string, at: Node) => Type | undefined

function readFieldList(node: MapNode, lookup: Lookup, known: MapNode | NamedTypes, notes: Notes): readonly Field[] {
  return node.entries.flatMap(({ key, keyPlace, value }) => {
    const optional = key.endsWith('?')
    const name = optional ? key.slice(0, -1) : key
    const typeNode = value.kind === 'map' ? child(value, 'type') : value
    if (typeNode?.kind !== 'scalar') return []
    const type = readType(String(typeNode.value), typeNode, lookup, known, notes)
    if (!type) return []
    const field = readField(name, type, optional, value, notes)
    notes.written.fields.push({ field, place: keyPlace, usedAt: value.text?.usedAt })
    return [field]
  })
}

function readField(name: string, type: Type, optional: boolean, node: Node, notes: Notes): Field {
  if (node.kind !== 'map') return { name, type, optional }
  const number = (key: string) => {
    const value = child(node, key)
    return value?.kind === 'scalar' && typeof value.value === 'number' ? { [key]: value.value } : {}
  }
  const fallback = child(node, 'default')
  const example = child(node, 'example')
  const title = child(node, 'title')
  if (fallback) notes.problems.push(...checkDefault(fallback, type, name))
  return {
    name,
    type,
    optional,
    ...(fallback ? { default: toPlain(fallback) as Json } : {}),
    ...(title ? { title: noteText(notes, `field ${name}`, title) } : {}),
    ...number('min'),
    ...number('max'),
    ...(example ? { example: toPlain(example) as Json } : {}),
    ...(textIs(child(node, 'index'), true) ? { index: true } : {}),
  }
}

function textIs(node: Node | undefined, value: boolean): boolean {
  return node?.kind === 'scalar' && node.value === value
}

function checkDefault(node: Node, type: Type, name: string): readonly Problem[] {
  return checkValue(toPlain(node), type, name).map((found) => ({ ...found, place: node.place }))
}

function readType(text: string, at: Node, lookup: Lookup, known: MapNode | NamedTypes, notes: Notes): Type | undefined {
  if (text.startsWith('list of ')) {
    const item = readType(text.slice('list of '.length).trim(), at, lookup, known, notes)
    return item ? { kind: 'list', item } : undefined
  }
  const simple = SIMPLE.find((name) => name === text)
  if (simple) return { kind: simple }
  notes.written.usedTypes.add(text)
  const named = lookup(text, at)
  if (named) return named
  const names =
    'kind' in known && known.kind === 'map' ? (known as MapNode).entries.map((entry) => entry.key) : Object.keys(known)
  const near = nearestName(text, [...SIMPLE, ...names])
  notes.problems.push(
    problem('definition/unknown-type', { name: text, near }, { place: at.place, usedAt: at.text?.usedAt }),
  )
  return undefined
}
