import { parseYaml } from '../../engine/definition/parse-yaml.ts'
import { readDefinition } from '../../engine/definition/read-definition.ts'
import { checkExpanded, readDocuments } from '../../engine/definition/read-documents.ts'
import { lintDefinition } from '../../engine/lint/lint-definition.ts'
import type { LintEnvironment } from '../../engine/lint/rule.ts'
import type { Problem } from '../../engine/problem/problem.ts'

/** What lint finds in a text that must be without other faults. */
export function lintText(text: string, environment: LintEnvironment = { languages: [] }): readonly Problem[] {
  const faults = readDocuments('test.yaml', text).problems
  const [document] = parseYaml('test.yaml', text).documents
  if (document?.kind !== 'map') throw new Error('not a map')
  const reading = { languages: [], locale: 'en', processes: new Map(), actions: new Map() } as const
  const { definition, problems } = readDefinition(document, reading, checkExpanded)
  if (!definition) throw new Error(JSON.stringify([...faults, ...problems], null, 1))
  if (faults.length > 0) throw new Error(JSON.stringify(faults, null, 1))
  return lintDefinition(definition, environment)
}

/** `code line:column`, and where the template was used. */
export function inShort({ code, place, usedAt }: Problem): string {
  const used = usedAt ? ` used ${usedAt.line}:${usedAt.column}` : ''
  return `${code.replace('lint/', '')} ${place?.line}:${place?.column}${used}`
}
