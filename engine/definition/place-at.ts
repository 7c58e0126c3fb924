import type { Place } from '../problem/problem.ts'
import type { Node } from './node.ts'

/** The place of what stands under a path of keys and numbers; as deep as the document goes. */
export function placeAt(node: Node, path: readonly (string | number)[]): Place {
  const [step, ...rest] = path
  if (node.kind === 'map') {
    const entry = node.entries.find(({ key }) => key === step)
    if (entry) return rest.length === 0 && entry.value.kind !== 'scalar' ? entry.keyPlace : placeAt(entry.value, rest)
  }
  if (node.kind === 'list') {
    const named = node.items.findIndex((item) => item.kind === 'scalar' && item.value === step)
    const item = node.items[typeof step === 'number' ? step : named]
    if (item) return placeAt(item, rest)
  }
  return node.place
}
