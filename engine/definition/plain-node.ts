/** A plain value as a node, for declarations that were written in code and stand in no document. */
import type { Place } from '../problem/problem.ts'
import type { Node } from './node.ts'

/** The node of a JSON value; all places are the first of `file`. */
export function plainNode(value: unknown, file: string): Node {
  const place: Place = { file, line: 1, column: 1 }
  if (Array.isArray(value)) return { kind: 'list', place, items: value.map((item) => plainNode(item, file)) }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => ({
      key,
      keyPlace: place,
      value: plainNode(inner, file),
    }))
    return { kind: 'map', place, entries }
  }
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return { kind: 'scalar', place, style: 'plain', value: isScalar ? value : '' }
}
