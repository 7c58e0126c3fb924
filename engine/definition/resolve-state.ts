/** A name of a state as it stands in a node, as its absolute path. */
import { nearestName } from '../problem/nearest-name.ts'
import type { Node } from './node.ts'
import { type Reading, report, type StateSkeleton, textOf } from './reading.ts'
import { resolveStateName } from './state-name.ts'

/** The absolute path of the state a node names; undefined after reporting that there is none. */
export function resolveState(reading: Reading, skeleton: StateSkeleton, node: Node): string | undefined {
  const name = textOf(node) ?? ''
  const scope = node.text ?? { root: '', levels: [''] }
  const path = resolveStateName(name, scope, skeleton.path, reading.childKeys)
  if (path !== undefined && reading.skeletons.has(path)) return path
  const names = scope.levels.flatMap((level) => [...(reading.childKeys.get(level) ?? [])])
  report(reading, 'definition/unknown-target', { name, near: nearestName(name, names) }, node)
  return undefined
}
