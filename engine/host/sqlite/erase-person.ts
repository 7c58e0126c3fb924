/** Erases a person's payloads from a SQLite store: asked by somebody who may, told beforehand, audited. */

import { loadDirectory } from '../../people/directory.ts'
import { mayErase } from '../../people/may-act.ts'
import { resolveActor } from '../../people/resolve-actor.ts'
import { problem } from '../../problem/catalog.ts'
import { nearestName } from '../../problem/nearest-name.ts'
import type { Answer } from '../../problem/problem.ts'
import { countPayloads, erasePayloads, isKnownPerson, purgeErased } from '../../store/erase-payloads.ts'
import type { Database } from '../../store/open-database.ts'
import type { Claim, Erasure } from '../host.ts'

/** Whom to forget, or only to tell what that would be. */
export interface ErasureRequest {
  readonly person: string
  /** Only tells what would be erased. */
  readonly dryRun: boolean
  readonly at: number
}

/** `roles` are those the project lets erase. */
export function erasePerson(
  db: Database,
  roles: readonly string[],
  { person, dryRun, at }: ErasureRequest,
  claim: Claim,
): Answer<Erasure> {
  const directory = loadDirectory(db)
  const actor = resolveActor(directory, claim)
  if (!actor.ok) return actor
  const refused = mayErase(roles, actor.value)
  if (refused) return { ok: false, problems: [refused] }
  if (!isKnownPerson(db, person)) {
    const near = nearestName(person, directory.people.keys())
    return { ok: false, problems: [problem('people/unknown-person', { person, near })] }
  }
  if (dryRun) return { ok: true, value: { ...countPayloads(db, person), purged: false } }
  const erased = db.transaction(() => erasePayloads(db, person, claim, at))
  return { ok: true, value: { ...erased, purged: purgeErased(db) } }
}
