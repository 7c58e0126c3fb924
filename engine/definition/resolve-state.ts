/** A name of a state as it stands in a node, as its absolute path. */
import { nearestName } from '../problem/nearest-name.ts'
import type { Node } from './node.ts'
import { type Reading, report, type StateSkeleton, textOf } from './reading.ts'
import { joinPath, resolveStateName } from './state-name.ts'

/** The absolute path of the state a node names; undefined after reporting that there is none. */
export function resolveState(reading: Reading, skeleton: StateSkeleton, node: Node): string | undefined {
  const name = textOf(node) ?? ''
  const scope = node.text ?? { root: '', levels: [''] }
  const path = resolveStateName(name, scope, skeleton.path, reading.childKeys)
  if (path !== undefined && reading.skeletons.has(path)) {
    noteShared(reading, name, path, node)
    return path
  }
  const names = scope.levels.flatMap((level) => [...(reading.childKeys.get(level) ?? [])])
  report(reading, 'definition/unknown-target', { name, near: nearestName(name, names) }, node)
  return undefined
}

/** A bare name that a level further out has too is noted with what it might be taken for. */
function noteShared(reading: Reading, name: string, meant: string, node: Node): void {
  if (/^[/.]/.test(name)) return
  const { levels } = node.text ?? { levels: [''] }
  const other = levels
    .map((level) => joinPath(level, name))
    .find((path) => path !== meant && reading.skeletons.has(path))
  if (other !== undefined)
    reading.written.sharedNames.push({ name, meant, other, place: node.place, usedAt: node.text?.usedAt })
}
