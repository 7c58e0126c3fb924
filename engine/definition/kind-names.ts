/** What kinds of values are called. */
import type { Text } from '../problem/problem.ts'
import type { Node } from './node.ts'

const kinds: Readonly<Record<string, Text>> = {
  object: { en: 'a map', zh: '映射' },
  array: { en: 'a list', zh: '列表' },
  string: { en: 'plain text', zh: '普通文字' },
  number: { en: 'a number', zh: '数字' },
  integer: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
}

/** `a map or a list`: kinds of JSON Schema in words. */
export function nameOfKinds(names: readonly string[]): Text {
  const named = names.map((name) => kinds[name] ?? { en: name, zh: name })
  return { en: named.map(({ en }) => en).join(' or '), zh: named.map(({ zh }) => zh).join('或') }
}

/** What kind of value stands in the document. */
export function foundKind(node: Node): Text {
  if (node.kind === 'list') return nameOfKinds(['array'])
  return nameOfKinds([node.kind === 'map' ? 'object' : typeof node.value])
}
