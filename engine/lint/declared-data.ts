/** The keys under `data:` of a process and its templates, and how each comes to hold something. */
import type { Definition } from '../definition/definition.ts'
import type { WrittenName } from '../definition/written.ts'
import type { Field } from '../expression/type.ts'

/** A key of `data`, or of a template's record; `path` is how expressions read it. */
export interface DataKey {
  readonly written: WrittenName
  readonly field: Field
  readonly path: string
  /** A form asks for it: people fill it in and see it. */
  readonly isAsked: boolean
  readonly isAssigned: boolean
}

export function declaredData(definition: Definition): readonly DataKey[] {
  const asked = askedFields(definition)
  const assigned = assignedFields(definition)
  return definition.written.names.flatMap((written): DataKey[] => {
    if (written.section !== 'data') return []
    const { name, record } = written
    const fields = record === undefined ? definition.data.fields : fieldsOf(definition, record)
    const field = fields.find((candidate) => candidate.name === name)
    const path = dataPath(record, name)
    return field ? [{ written, field, path, isAsked: asked.has(path), isAssigned: assigned.has(path) }] : []
  })
}

/** How expressions read a field of `data`, or of a record of it. */
export function dataPath(record: string | undefined, field: string): string {
  return record === undefined ? `data.${field}` : `data.${record}.${field}`
}

function fieldsOf({ data }: Definition, record: string): readonly Field[] {
  const type = data.fields.find(({ name }) => name === record)?.type
  return type?.kind === 'record' ? type.fields : []
}

/** What forms keep; those of rhythms keep nothing. */
function askedFields({ states }: Definition): ReadonlySet<string> {
  return new Set(
    [...states.values()].flatMap(({ work, own }) =>
      work?.kind === 'task' ? work.form.map(({ name }) => dataPath(own, name)) : [],
    ),
  )
}

function assignedFields({ states }: Definition): ReadonlySet<string> {
  const operations = [...states.values()].flatMap(({ entry, exit, transitions }) => [
    ...entry,
    ...exit,
    ...transitions.flatMap((move) => move.operations),
  ])
  return new Set(
    operations.flatMap((operation) =>
      operation.kind === 'assign' ? operation.writes.map(({ record, field }) => dataPath(record, field)) : [],
    ),
  )
}
