/** First pass over the states: their paths, the record `own` means in each, and the fields that forms fill in. */
import { fits } from '../expression/fits.ts'
import type { Field, RecordType } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import { child, type MapNode, type Node } from './node.ts'
import { type NamedTypes, noteNames, readFields } from './read-fields.ts'
import type { StateSkeleton } from './reading.ts'
import { joinPath } from './state-name.ts'
import type { Notes } from './written.ts'

export interface Structure {
  readonly skeletons: ReadonlyMap<string, StateSkeleton>
  readonly records: Readonly<Record<string, RecordType>>
  /** Fields that forms outside any record fill in. */
  readonly formFields: readonly Field[]
}

interface Walk {
  readonly skeletons: Map<string, StateSkeleton>
  /** Fields of each record; `''` is `data`. */
  readonly fields: Map<string, Field[]>
  readonly types: NamedTypes
  readonly notes: Notes
}

export function readStructure(root: MapNode, types: NamedTypes, declared: readonly Field[], notes: Notes): Structure {
  const walk: Walk = { skeletons: new Map(), fields: new Map([['', [...declared]]]), types, notes }
  visit(walk, { path: '', key: '', node: root })
  const records: Record<string, RecordType> = {}
  for (const [name, fields] of walk.fields) if (name !== '') records[name] = { kind: 'record', name, fields }
  return { skeletons: walk.skeletons, records, formFields: (walk.fields.get('') ?? []).slice(declared.length) }
}

function visit(walk: Walk, state: StateSkeleton): void {
  const { node, path } = state
  const fields = path === '' ? undefined : child(node, 'data')
  const own = fields ? state.key : state.own
  if (fields) openRecord(walk, state.key, fields)
  const skeleton: StateSkeleton = own === undefined ? state : { ...state, own }
  walk.skeletons.set(path, skeleton)
  collectForms(walk, skeleton)
  for (const [key, value] of namedStates(child(node, 'states'))) {
    visit(walk, { path: joinPath(path, key), key, parent: path, node: value, ...(own === undefined ? {} : { own }) })
  }
  for (const [key, value] of namedStates(child(node, 'tasks'))) {
    visit(walk, { path: `~${joinPath(path, key)}`, key, node: value, ...(own === undefined ? {} : { own }) })
  }
}

function namedStates(node: Node | undefined): readonly (readonly [string, MapNode])[] {
  if (node?.kind !== 'map') return []
  return node.entries.flatMap(({ key, value }) => (value.kind === 'map' ? [[key, value] as const] : []))
}

function openRecord(walk: Walk, name: string, node: Node): void {
  const taken = walk.fields.has(name) || (walk.fields.get('') ?? []).some((field) => field.name === name)
  if (taken)
    walk.notes.problems.push(
      problem('definition/record-twice', { name }, { place: node.place, usedAt: node.text?.usedAt }),
    )
  noteNames(walk.notes, 'data', node, name)
  walk.fields.set(name, [...readFields(node, walk.types, walk.notes)])
}

/** A form's fields are data of the nearest record and need no second declaration; two forms may share a field of one type. */
function collectForms(walk: Walk, state: StateSkeleton): void {
  const rhythms = child(state.node, 'every')
  const works = [state.node, ...(rhythms?.kind === 'map' ? rhythms.entries.map((entry) => entry.value) : [])]
  for (const [index, work] of works.entries()) {
    const form = child(child(work, 'task'), 'form')
    // The form of a rhythm is handed in again and again: what is to be kept of it is assigned.
    if (form && index === 0) keepFields(walk, state.own ?? '', form)
  }
}

function keepFields(walk: Walk, record: string, form: Node): void {
  const kept = walk.fields.get(record) ?? []
  for (const field of readFields(form, walk.types, walk.notes)) {
    const existing = kept.find((candidate) => candidate.name === field.name)
    if (!existing) {
      const { default: _fallback, ...bare } = field
      kept.push(bare)
    } else if (!fits(field.type, existing.type)) {
      walk.notes.problems.push(
        problem('definition/field-twice', { name: field.name }, { place: form.place, usedAt: form.text?.usedAt }),
      )
    }
  }
  walk.fields.set(record, kept)
}
