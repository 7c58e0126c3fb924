/** Keys that no map of a definition may have. */
import { problem } from '../problem/catalog.ts'
import type { Place, Problem } from '../problem/problem.ts'

/** Names that mean something to JavaScript. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** What is wrong with a key, given the keys before it in its map and their places. */
export function keyFault(key: string, place: Place, seen: ReadonlyMap<string, Place>): Problem | undefined {
  const first = seen.get(key)
  if (first) return problem('definition/duplicate-key', { key, line: first.line }, { place })
  if (key === '<<') return problem('definition/merge-key', {}, { place })
  if (forbiddenKeys.has(key)) return problem('definition/forbidden-key', { key }, { place })
  return undefined
}
