import { readFileSync } from 'node:fs'
import type { Definition } from '../../../engine/definition/definition.ts'
import { parseYaml } from '../../../engine/definition/parse-yaml.ts'
import {
  interfaceOf,
  type ReadDefinition,
  type ReadingEnvironment,
  readDefinition,
} from '../../../engine/definition/read-definition.ts'
import { checkExpanded, readDocuments } from '../../../engine/definition/read-documents.ts'
import type { Problem } from '../../../engine/problem/problem.ts'

export const environment: ReadingEnvironment = {
  languages: ['en', 'zh'],
  locale: 'en',
  processes: new Map(),
  actions: new Map(),
}

/** Reads the first document of a text as a process: its faults of shape, else the definition or what is wrong with it. */
export function loadText(text: string, reading: ReadingEnvironment = environment): ReadDefinition {
  const { problems } = readDocuments('test.yaml', text)
  const [document] = parseYaml('test.yaml', text).documents
  if (problems.length > 0 || document?.kind !== 'map') return { environment: reading, problems }
  return readDefinition(document, reading, checkExpanded)
}

/** The definition of a text that must be without faults. */
export function defined(text: string, reading: ReadingEnvironment = environment): Definition {
  const { definition, problems } = loadText(text, reading)
  if (!definition) throw new Error(JSON.stringify(problems, null, 1))
  return definition
}

/** `code line:column`, and where the template was used. */
export function inShort({ code, place, usedAt }: Problem): string {
  const used = usedAt ? ` used ${usedAt.line}:${usedAt.column}` : ''
  return `${code.replace('definition/', '')} ${place?.line}:${place?.column}${used}`
}

const names = ['pilot-change', 'strategy-cycle', 'sales-opportunity', 'twelve-step-transformation']

/** The shipped definitions by id, each after those it uses. */
export const shippedTexts: ReadonlyMap<string, string> = new Map(
  names.map((name) => [name, readFileSync(new URL(`../../../workflows/${name}.yaml`, import.meta.url), 'utf8')]),
)

/** The shipped definitions read in turn, and what each offers to the others. */
export function loadShipped(): { definitions: readonly Definition[]; reading: ReadingEnvironment } {
  const processes = new Map<string, ReturnType<typeof interfaceOf>>()
  const reading = { ...environment, processes }
  const definitions = [...shippedTexts].map(([name, text]) => {
    const definition = defined(text, reading)
    processes.set(name, interfaceOf(definition))
    return definition
  })
  return { definitions, reading }
}
