/** What a schema cannot judge of an organisation: that its names fit together. */
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Place, Problem, ProblemOptions } from '../problem/problem.ts'
import { type Directory, holdersOf, type Person } from './directory.ts'

/** Where a key or an item of the document stands, e.g. `['people', 'li.wei', 'roles', 0]`; undefined if it is not in it. */
export type PlaceOf = (path: readonly (string | number)[]) => Place | undefined

/** All faults of a directory, and as warnings the roles nobody holds. */
export function judgeOrganisation(directory: Directory, placeOf: PlaceOf = () => undefined): Problem[] {
  const at = (...path: (string | number)[]): ProblemOptions => ({ place: placeOf(path) })
  return [
    ...[...directory.people.values()].flatMap((person) => judgePerson(directory, person, at)),
    ...cyclesIn(directory).map((cycle) =>
      problem('people/superior-cycle', { people: cycle }, at('people', cycle[0] ?? '', 'reportsTo')),
    ),
    ...[...directory.ladders].flatMap(([role, rungs]) => judgeLadder(directory, role, rungs, at)),
    ...[...directory.roles.keys()]
      .filter((role) => holdersOf(directory, role).length === 0)
      .map((role) => problem('people/role-held-by-nobody', { role }, at('roles', role))),
  ]
}

type At = (...path: (string | number)[]) => ProblemOptions

function judgePerson({ people, roles }: Directory, person: Person, at: At): Problem[] {
  const { id, reportsTo } = person
  const problems = person.roles
    .filter((role) => !roles.has(role))
    .map((role) => {
      const blanks = { person: id, role, near: nearestName(role, roles.keys()) }
      return problem('people/unknown-role', blanks, at('people', id, 'roles', role))
    })
  if (roles.has(id)) problems.push(problem('people/same-id', { id }, at('people', id)))
  if (reportsTo !== undefined && !people.has(reportsTo)) {
    const blanks = { person: id, superior: reportsTo, near: nearestName(reportsTo, people.keys()) }
    problems.push(problem('people/unknown-superior', blanks, at('people', id, 'reportsTo')))
  }
  return problems
}

function judgeLadder({ roles }: Directory, role: string, rungs: readonly string[], at: At): Problem[] {
  const named = [
    { name: role, options: at('ladders', role) },
    ...rungs.map((name, index) => ({ name, options: at('ladders', role, index) })),
  ]
  return named
    .filter(({ name }) => !roles.has(name))
    .map(({ name, options }) =>
      problem('people/ladder-of-unknown-role', { role, name, near: nearestName(name, roles.keys()) }, options),
    )
}

/** Each circle of people who report to one another, once, beginning with the first of them in order of ids. */
function cyclesIn({ people }: Directory): string[][] {
  const cycles: string[][] = []
  const seen = new Set<string>()
  for (const start of [...people.keys()].sort()) {
    const way: string[] = []
    let next: string | undefined = start
    while (next !== undefined && !seen.has(next)) {
      seen.add(next)
      way.push(next)
      next = people.get(next)?.reportsTo
    }
    const closes = next === undefined ? -1 : way.indexOf(next)
    if (closes >= 0) cycles.push(fromFirst(way.slice(closes)))
  }
  return cycles
}

function fromFirst(cycle: readonly string[]): string[] {
  const first = cycle.indexOf([...cycle].sort()[0] ?? '')
  return [...cycle.slice(first), ...cycle.slice(0, first)]
}
