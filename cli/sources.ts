import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Place, Problem } from '../engine/problem/problem.ts'

/** The texts of the files that problems point into, as far as they can be read; for the lines shown with them. */
export function sourcesOf(problems: readonly Problem[], directory: string): ReadonlyMap<string, string> {
  const files = new Set(problems.flatMap(({ place }) => (place === undefined ? [] : [place.file])))
  return new Map(
    [...files].flatMap((file): [string, string][] => {
      try {
        return [[file, readFileSync(resolve(directory, file), 'utf8')]]
      } catch {
        return []
      }
    }),
  )
}

/** The problem with the files of its places as seen from a folder; what lies outside keeps its whole path. */
export function nearby(problem: Problem, directory: string): Problem {
  const { place, usedAt, reasons } = problem
  return {
    ...problem,
    ...(place && { place: nearbyPlace(place, directory) }),
    ...(usedAt && { usedAt: nearbyPlace(usedAt, directory) }),
    ...(reasons && { reasons: reasons.map((reason) => nearby(reason, directory)) }),
  }
}

function nearbyPlace(place: Place, directory: string): Place {
  const path = relative(directory, resolve(directory, place.file))
  return path.startsWith('..') ? place : { ...place, file: path }
}
