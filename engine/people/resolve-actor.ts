import type { Claim } from '../host/host.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer } from '../problem/problem.ts'
import type { Actor } from '../step/instance-event.ts'
import type { Directory } from './directory.ts'

/** Who acts, with the roles the directory gives them now; a person it does not know is refused. */
export function resolveActor(directory: Directory, { person, via, proved }: Claim): Answer<Actor> {
  const known = directory.people.get(person)
  if (known === undefined) {
    const blanks = { person, near: nearestName(person, directory.people.keys()) }
    return { ok: false, problems: [problem('people/unknown-person', blanks)] }
  }
  return { ok: true, value: { id: person, proved, roles: known.roles, via } }
}
