/** An organisation document as plain values, and the directory it makes. Its shape was judged before. */
import type { Text } from '../problem/problem.ts'
import { type Directory, emptyDirectory, type Person } from './directory.ts'

/** What stands under `organisation: ID`. */
export interface OrganisationDocument {
  readonly organisation: string
  readonly people?: Readonly<Record<string, PersonDocument>>
  readonly roles?: Readonly<Record<string, { readonly title: Text }>>
  readonly ladders?: Readonly<Record<string, readonly string[]>>
}

/** A person of the document; their id is the key. */
export interface PersonDocument {
  readonly name: Text
  readonly roles?: readonly string[]
  readonly reportsTo?: string
  readonly calendar?: string
}

/** The directory of a document alone. */
export function directoryOf(document: OrganisationDocument): Directory {
  return mergeOrganisation(emptyDirectory, document, true)
}

/** The directory after loading a document: what only the present one has stays, unless it is to be removed. */
export function mergeOrganisation(present: Directory, document: OrganisationDocument, remove: boolean): Directory {
  const kept = remove ? emptyDirectory : present
  const people = Object.entries(document.people ?? {}).map(([id, person]) => [id, personOf(id, person)] as const)
  const roles = Object.entries(document.roles ?? {}).map(([id, { title }]) => [id, title] as const)
  const ladders = new Map([...kept.ladders, ...Object.entries(document.ladders ?? {})])
  return {
    organisation: document.organisation,
    people: new Map([...kept.people, ...people]),
    roles: new Map([...kept.roles, ...roles]),
    // An empty ladder is none: so the document can take one away.
    ladders: new Map([...ladders].filter(([, rungs]) => rungs.length > 0)),
  }
}

function personOf(id: string, { name, roles = [], reportsTo, calendar }: PersonDocument): Person {
  return {
    id,
    name,
    roles: [...new Set(roles)].sort(),
    ...(reportsTo !== undefined && { reportsTo }),
    ...(calendar !== undefined && { calendar }),
  }
}
