/** The roles that the shipped processes ask for, as the example organisation has them. */
import { readDocuments } from '../../engine/definition/read-documents.ts'
import type { OrganisationDocument } from '../../engine/people/organisation.ts'
import type { Text } from '../../engine/problem/problem.ts'
import { readPackageFile } from '../package-files.ts'

const example = 'workflows/examples/hope-optical/organisation.yaml'

/** Titles and ladders by role, in the order of the example. */
export interface Roles {
  readonly titles: ReadonlyMap<string, Text>
  readonly ladders: ReadonlyMap<string, readonly string[]>
}

export function shippedRoles(): Roles {
  const [document] = readDocuments(example, readPackageFile(example)).documents
  const { roles = {}, ladders = {} } = (document?.plain ?? {}) as Partial<OrganisationDocument>
  return {
    titles: new Map(Object.entries(roles).map(([id, { title }]) => [id, title])),
    ladders: new Map(Object.entries(ladders)),
  }
}
