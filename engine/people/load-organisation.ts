/** Brings an organisation document into the store, which is the truth from then on. */
import type { JsonObject } from '../expression/type.ts'
import type { Claim } from '../host/host.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import { appendAudit } from '../store/append-audit.ts'
import {
  removePerson,
  removeRole,
  saveLadder,
  saveOrganisationId,
  savePerson,
  saveRole,
} from '../store/directory-rows.ts'
import type { Database } from '../store/open-database.ts'
import { type Directory, loadDirectory } from './directory.ts'
import { judgeOrganisation, type PlaceOf } from './judge-organisation.ts'
import { mergeOrganisation, type OrganisationDocument } from './organisation.ts'

/** A part of the organisation, and what loading did to it. `kept`: it is not in the document, and was not removed. */
export interface OrganisationChange {
  readonly what: 'person' | 'role' | 'ladder'
  readonly id: string
  readonly change: 'added' | 'changed' | 'removed' | 'kept' | 'unchanged'
}

/** What loading did, and what it warns of. */
export interface OrganisationLoaded {
  readonly changes: readonly OrganisationChange[]
  readonly warnings: readonly Problem[]
}

/** How to load: whether what the document does not name goes, the time (ms), and where the document's keys stand. */
export interface LoadOptions {
  readonly remove: boolean
  readonly at: number
  readonly placeOf?: PlaceOf
}

/**
 * Loads a document, audited; to be called in a transaction. Loading the same again changes nothing. A document with
 * faults is refused whole, all faults at once.
 */
export function loadOrganisation(
  db: Database,
  document: OrganisationDocument,
  { remove, at, placeOf }: LoadOptions,
  claim: Claim,
): Answer<OrganisationLoaded> {
  const present = loadDirectory(db)
  const next = mergeOrganisation(present, document, remove)
  const problems = judgeOrganisation(next, placeOf)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return { ok: false, problems: errors }
  const changes = changesBetween(present, next, document)
  if (present.organisation !== document.organisation) saveOrganisationId(db, document.organisation)
  for (const change of changes) writeChange(db, next, change, { at, claim })
  return { ok: true, value: { changes, warnings: problems } }
}

type Part = readonly [OrganisationChange['what'], keyof Pick<Directory, 'people' | 'roles' | 'ladders'>]

const parts: readonly Part[] = [
  ['role', 'roles'],
  ['person', 'people'],
  ['ladder', 'ladders'],
]

function changesBetween(present: Directory, next: Directory, document: OrganisationDocument): OrganisationChange[] {
  return parts.flatMap(([what, part]) => {
    const ids = [...new Set([...present[part].keys(), ...next[part].keys()])].sort()
    const named = document[part] ?? {}
    return ids.map((id): OrganisationChange => {
      const before = present[part].get(id)
      const after = next[part].get(id)
      if (before === undefined) return { what, id, change: 'added' }
      if (after === undefined) return { what, id, change: 'removed' }
      if (!Object.hasOwn(named, id)) return { what, id, change: 'kept' }
      return { what, id, change: isSame(before, after) ? 'unchanged' : 'changed' }
    })
  })
}

function isSame(a: unknown, b: unknown): boolean {
  return sortedText(a) === sortedText(b)
}

/** JSON with the keys of objects in order, so that a text's languages may be written either way round. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function writeChange(
  db: Database,
  next: Directory,
  { what, id, change }: OrganisationChange,
  by: { readonly at: number; readonly claim: Claim },
): void {
  if (change === 'kept' || change === 'unchanged') return
  const detail = what === 'person' ? writePerson(db, next, id) : what === 'role' ? writeRole(db, next, id) : {}
  if (what === 'ladder') saveLadder(db, id, next.ladders.get(id) ?? [])
  appendAudit(db, { ...by, operation: `load-${what}`, subject: id, detail: { change, ...detail } })
}

/** Writes a person; what the audit may say of them for ever is their roles, not their name. */
function writePerson(db: Database, next: Directory, id: string): JsonObject {
  const person = next.people.get(id)
  if (person === undefined) {
    removePerson(db, id)
    return {}
  }
  savePerson(db, person)
  return { roles: person.roles, ...(person.reportsTo !== undefined && { reportsTo: person.reportsTo }) }
}

function writeRole(db: Database, next: Directory, id: string): JsonObject {
  const title = next.roles.get(id)
  if (title === undefined) removeRole(db, id)
  else saveRole(db, id, title)
  return {}
}
