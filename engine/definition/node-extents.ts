/** How much nodes hold once their aliases are expanded. Aliases share a node, so a small text may hold very much. */
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { Node } from './node.ts'

/** Deeper nesting is refused, aliases expanded. */
export const MAX_DEPTH = 100

/** More values in one document are refused, aliases expanded. */
export const MAX_NODES = 500_000

interface Extent {
  readonly size: number
  readonly height: number
}

/** The extents of the collections read so far, and the first that holds too much. */
export interface NodeExtents {
  readonly extents: Map<Node, Extent>
  oversize?: Problem
}

/** Notes how much a collection holds, from its parts, which were noted before. */
export function noteExtent(known: NodeExtents, node: Node, parts: readonly Node[]): void {
  const extents = parts.map((part) => known.extents.get(part) ?? { size: 1, height: 1 })
  const size = extents.reduce((sum, part) => sum + part.size, 1)
  const height = extents.reduce((most, part) => Math.max(most, part.height), 0) + 1
  known.extents.set(node, { size, height })
  const { place } = node
  if (size > MAX_NODES) known.oversize ??= problem('definition/too-many-nodes', { limit: MAX_NODES }, { place })
  if (height > MAX_DEPTH) known.oversize ??= problem('definition/too-deep', { limit: MAX_DEPTH }, { place })
}
