import { readFileSync } from 'node:fs'
import { readDocuments } from '../engine/definition/read-documents.ts'
import type { OrganisationDocument } from '../engine/people/organisation.ts'
import { problem } from '../engine/problem/catalog.ts'
import type { Answer } from '../engine/problem/problem.ts'
import { detailOf } from './file-fault.ts'

/** The organisation of a file; its shape is judged here, what it says when it is loaded. */
export function readOrganisation(file: string): Answer<OrganisationDocument> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (thrown) {
    return { ok: false, problems: [problem('cli/no-file', { file, detail: detailOf(thrown) })] }
  }
  const { documents, problems } = readDocuments(file, bytes)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return { ok: false, problems: errors }
  const organisation = documents.find(({ kind }) => kind === 'organisation')
  if (organisation === undefined) return { ok: false, problems: [problem('cli/no-organisation', { file })] }
  return { ok: true, value: organisation.plain as OrganisationDocument }
}
