/** What a process document declares before its states. */
import type { Field } from '../expression/type.ts'
import type { Problem } from '../problem/problem.ts'
import type { EventDeclaration, NamedValue } from './definition.ts'
import { child, keyPlaces, type MapNode, type Node } from './node.ts'
import { type NamedTypes, noteNames, noteText, readFields, readTypes } from './read-fields.ts'
import { readStructure } from './read-structure.ts'
import { type Reading, type ReadingEnvironment, readExpression, recordOf, report, rolesOf, textOf } from './reading.ts'
import { type Notes, notesTo } from './written.ts'

/** Reads types, figures, input, data, events and values, and lays out the states that are to be read against them. */
export function readDeclarations(
  node: MapNode,
  environment: ReadingEnvironment,
  childKeys: Reading['childKeys'],
  problems: Problem[],
): Reading {
  const notes = notesTo(problems, keyPlaces(node))
  const types = {
    ...importedTypes(environment),
    ...readTypes(child(node, 'types'), notes, importedTypes(environment)),
  }
  const params = readFields(child(node, 'params'), types, notes)
  const input = readFields(child(node, 'input'), types, notes)
  const declared = [...input, ...readFields(child(node, 'data'), types, notes)]
  const structure = readStructure(node, types, declared, notes)
  const records = Object.entries(structure.records).map(([name, type]): Field => ({ name, type, optional: false }))
  for (const section of ['params', 'values', 'types', 'data', 'plugins'] as const)
    noteNames(notes, section, child(node, section))
  const [late] = rolesOf(notes, child(node, 'late'))
  const reading: Reading = {
    ...notes,
    environment,
    childKeys,
    types,
    params,
    input,
    events: readEvents(child(node, 'events'), types, notes),
    skeletons: structure.skeletons,
    records: structure.records,
    data: recordOf('data', [...declared, ...structure.formFields, ...records]),
    values: [],
    processId: textOf(child(node, 'process')) ?? '',
    late,
    transitions: 0,
  }
  reading.values = readValues(reading, child(node, 'values'))
  return reading
}

/** Types of other processes go by `process/type`. */
function importedTypes({ processes }: ReadingEnvironment): NamedTypes {
  const types = [...processes].flatMap(([id, offered]) =>
    Object.entries(offered.types).map(([name, type]) => [`${id}/${name}`, type] as const),
  )
  return Object.fromEntries(types)
}

function readEvents(
  node: Node | undefined,
  types: NamedTypes,
  notes: Notes,
): Readonly<Record<string, EventDeclaration>> {
  if (node?.kind !== 'map') return {}
  return Object.fromEntries(
    node.entries.map(({ key, keyPlace, value }) => {
      const by = child(value, 'by')
      const title = child(value, 'title')
      const event: EventDeclaration = {
        name: key,
        with: readFields(child(value, 'with'), types, notes),
        place: keyPlace,
        ...(by ? { by: rolesOf(notes, by) } : {}),
        ...(title ? { title: noteText(notes, `event ${key}`, title) } : {}),
      }
      return [key, event]
    }),
  )
}

/** Named expressions may use each other in any order, but not in a circle. */
function readValues(reading: Reading, node: Node | undefined): readonly NamedValue[] {
  if (node?.kind !== 'map') return []
  const done: NamedValue[] = []
  let waiting = node.entries
  while (waiting.length > 0) {
    reading.values = done
    const ready = waiting.filter(({ value }) => !waiting.some((other) => uses(value, other.key)))
    if (ready.length === 0) {
      for (const entry of waiting) report(reading, 'definition/endless-value', { name: entry.key }, entry.value)
      return done
    }
    for (const { key, value } of ready) {
      const expression = readExpression(reading, { variables: {} }, value)
      if (expression) done.push({ name: key, expression })
    }
    waiting = waiting.filter((entry) => !ready.includes(entry))
  }
  return done
}

function uses(node: Node, name: string): boolean {
  return new RegExp(`\\bvalues\\.${name}\\b`).test(textOf(node) ?? '')
}
