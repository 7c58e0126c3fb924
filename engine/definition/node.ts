/**
 * A YAML document as our own immutable tree: plain values, each with its place. Everything that reads a definition
 * reads nodes, so that every fault can be shown where it was written, also after templates were expanded.
 */
import type { Place } from '../problem/problem.ts'

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: string | number | boolean
  readonly place: Place
  /** How a string was written; an expression in a quoted or block scalar has its offsets shifted. */
  readonly style: 'plain' | 'single' | 'double' | 'block'
  readonly text?: TextScope
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
  readonly place: Place
  readonly text?: TextScope
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  readonly place: Place
  readonly text?: TextScope
}

export interface Entry {
  readonly key: string
  readonly keyPlace: Place
  readonly value: Node
}

export type Node = ScalarNode | ListNode | MapNode

/**
 * The text a node is written in, once templates are expanded: names of states in it are looked up in `levels`
 * (absolute paths of compound states, nearest first) and never beyond; `/` is `root`.
 */
export interface TextScope {
  readonly root: string
  readonly levels: readonly string[]
  /** Where the template was used, when this text is a template's. */
  readonly usedAt?: Place
}

/** The value of a key of a map, if it is there. */
export function child(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind !== 'map') return undefined
  return node.entries.find((entry) => entry.key === key)?.value
}

/** Where each key of a map stands. */
export function keyPlaces(node: Node): ReadonlyMap<string, Place> {
  return new Map(node.kind === 'map' ? node.entries.map(({ key, keyPlace }) => [key, keyPlace]) : [])
}

/** A node as a plain JSON value, keys in text order. */
export function toPlain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toPlain)
  const plain: Record<string, unknown> = {}
  // Keys that mean something to JavaScript were refused when the text was read.
  for (const { key, value } of node.entries) if (key !== '__proto__') plain[key] = toPlain(value)
  return plain
}
