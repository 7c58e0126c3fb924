import type { Definition } from '../../engine/definition/definition.ts'
import { parseYaml } from '../../engine/definition/parse-yaml.ts'
import {
  type ProcessInterface,
  type ReadingEnvironment,
  readDefinition,
} from '../../engine/definition/read-definition.ts'
import { checkExpanded, readDocuments } from '../../engine/definition/read-documents.ts'
import type { Problem } from '../../engine/problem/problem.ts'

const reading: ReadingEnvironment = {
  languages: [],
  locale: 'en',
  processes: new Map<string, ProcessInterface>(
    ['other', 'sample'].map((id) => [id, { input: [], output: record('output'), events: {}, types: {} }]),
  ),
  actions: new Map([['crew.count-votes', { input: [], output: record('result') }]]),
}

function record(name: string) {
  return { kind: 'record', name, fields: [] } as const
}

/** The definition of a text that must be without faults. It may use the processes `other` and `sample` and the action `crew.count-votes`. */
export function definitionOf(text: string): Definition {
  const faults = readDocuments('test.yaml', text).problems
  const [document] = parseYaml('test.yaml', text).documents
  if (document?.kind !== 'map') throw new Error('not a map')
  const { definition, problems } = readDefinition(document, reading, checkExpanded)
  if (!definition || faults.length > 0) throw new Error(JSON.stringify([...faults, ...problems], null, 1))
  return definition
}

/** The processes of a project, by id. */
export function projectOf(...texts: readonly string[]): ReadonlyMap<string, Definition> {
  return new Map(texts.map((text) => definitionOf(text)).map((definition) => [definition.id, definition]))
}

/** `line:column`, and where the template was used. */
export function inShort({ place, usedAt }: Problem): string {
  const used = usedAt ? ` used ${usedAt.line}:${usedAt.column}` : ''
  return `${place?.line}:${place?.column}${used}`
}
