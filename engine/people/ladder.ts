/** Whom to turn to when work is late. */
import { type Directory, holdersOf, superiorsOf } from './directory.ts'

/** Who is concerned at a level, and whether nobody stands above. */
export interface Concerned {
  /** Ids of people or of a role, whose holders are meant; the two never share an id. Empty when there is nobody. */
  readonly to: readonly string[]
  readonly last: boolean
}

/**
 * Who is concerned at `level` (from 1) when work of a role or a person is late: a step of the role's ladder, or of the
 * person's superiors, a step more each time, and the last one from then on. A step on which nobody stands is passed
 * over.
 */
export function concernedAt(
  directory: Directory,
  work: { readonly role?: string; readonly person?: string },
  level: number,
): Concerned {
  const steps = stepsAbove(directory, work)
  const step = steps[Math.min(Math.max(level, 1), steps.length) - 1]
  return { to: step === undefined ? [] : [step], last: level >= steps.length }
}

function stepsAbove(directory: Directory, { role, person }: { role?: string; person?: string }): readonly string[] {
  if (person !== undefined) return superiorsOf(directory, person).filter((id) => directory.people.has(id))
  const ladder = role === undefined ? [] : (directory.ladders.get(role) ?? [])
  return ladder.filter((step) => holdersOf(directory, step).length > 0)
}
