/** Finds the part of a document that a path of JSON names. */
import type { Place } from '../problem/problem.ts'
import type { Entry, Node } from './node.ts'

/** A node, and the entry that holds it; an item of a list has the entry of the list's own map no more. */
export interface Located {
  readonly node: Node
  readonly entry?: Entry
}

/** The node at a JSON pointer (`/states/a/on`), or the nearest one above it. */
export function locateNode(root: Node, pointer: string): Located {
  let located: Located = { node: root }
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    const { node } = located
    const entry = node.kind === 'map' ? node.entries.find(({ key }) => key === name) : undefined
    const item = node.kind === 'list' ? node.items[Number(name)] : undefined
    if (entry) located = { node: entry.value, entry }
    else if (item) located = { node: item }
    else break
  }
  return located
}

/** Where the key of an entry of this node stands. */
export function keyPlaceIn({ node }: Located, key: string): Place {
  const entry = node.kind === 'map' ? node.entries.find((candidate) => candidate.key === key) : undefined
  return entry?.keyPlace ?? node.place
}

/** Where to show what a map lacks: at the key that holds it, else where it begins. */
export function holderPlace({ node, entry }: Located): Place {
  return entry?.keyPlace ?? node.place
}
