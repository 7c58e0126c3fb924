import { inJson } from '../compile-collection.ts'
import type { Compiled, Frame } from '../compiled.ts'
import type { Context } from '../context.ts'
import { isTextLike } from '../fits.ts'
import type { CallNode } from '../parse-expression.ts'
import type { ListType, Type } from '../type.ts'
import { type FunctionTable, listArgument, takes, wrongOperand } from './function-table.ts'
import { inOrder, isOrdered } from './number-functions.ts'

const boolean: Type = { kind: 'boolean' }
const integer: Type = { kind: 'integer' }

/** Macros nested deeper than this could make one guard take for ever. */
const deepest = 3

/** The macros, which look at each item of a list, and `size`. */
export const listFunctions: FunctionTable = {
  all: (node, context) => quantifier(node, context, (items, test) => items.every(test)),
  exists: (node, context) => quantifier(node, context, (items, test) => items.some(test)),
  exists_one: (node, context) => quantifier(node, context, (items, test) => items.filter(test).length === 1),
  filter: compileFilter,
  map: compileMap,
  sortBy: compileSortBy,
  size: (node, context) => {
    if (!takes(node, context, 1) || !node.args[0]) return undefined
    const part = context.compile(node.args[0])
    if (!part) return undefined
    if (part.type.kind === 'list')
      return { type: integer, run: (frame) => (part.run(frame) as readonly unknown[]).length }
    if (isTextLike(part.type)) return { type: integer, run: (frame) => [...(part.run(frame) as string)].length }
    return wrongOperand(node, node.args[0], part.type, 'list', context)
  },
}

interface Over {
  readonly list: Compiled & { readonly type: ListType }
  readonly items: (frame: Frame) => readonly unknown[]
  readonly slot: number
  readonly path: string
  readonly context: Context
}

/** The list of a macro, and the context inside it, where its variable is an item. */
function over(node: CallNode, context: Context): Over | undefined {
  const list = listArgument(node, context)
  const name = node.args[1]
  if (name?.kind !== 'name') {
    return context.report('expression/variable-needed', name ?? node, { function: `${node.name}()` })
  }
  if (context.depth >= deepest) {
    const detail = {
      en: `${node.name}() stands inside ${deepest} others of its kind`,
      zh: `${node.name}() 位于 ${deepest} 层同类函数之内`,
    }
    return context.report('expression/too-large', node, { detail })
  }
  if (!list) return undefined
  const { context: inner, local } = context.inside(name.name, list.type.item, list.itemKnown)
  const items = list.run as (frame: Frame) => readonly unknown[]
  return { list, items, slot: local.slot, path: local.path, context: inner }
}

/** The part evaluated with the macro's variable at an item. */
function perItem(part: Compiled['run'], slot: number): (frame: Frame) => (item: unknown) => unknown {
  return (frame) => (item) => {
    frame.locals[slot] = item
    return part(frame)
  }
}

function quantifier(
  node: CallNode,
  context: Context,
  judge: (items: readonly unknown[], test: (item: unknown) => boolean) => boolean,
): Compiled | undefined {
  if (!takes(node, context, 3) || !node.args[2]) return undefined
  const scan = over(node, context)
  const test = scan?.context.compile(node.args[2], boolean)
  if (!scan || !test) return undefined
  const each = perItem(test.run, scan.slot) as (frame: Frame) => (item: unknown) => boolean
  return { type: boolean, run: (frame) => judge(scan.items(frame), each(frame)) }
}

/** What the test establishes of an item is known of every item of the result. */
function compileFilter(node: CallNode, context: Context): Compiled | undefined {
  if (!takes(node, context, 3) || !node.args[2]) return undefined
  const scan = over(node, context)
  const test = scan?.context.compile(node.args[2], boolean)
  if (!scan || !test) return undefined
  const each = perItem(test.run, scan.slot)
  const itemKnown = [...(scan.list.itemKnown ?? []), ...establishedBy(test, scan.path)]
  return { type: scan.list.type, itemKnown, run: (frame) => scan.items(frame).filter(each(frame)) }
}

/** `list.map(a, value)`, or `list.map(a, test, value)` of the items that pass. */
function compileMap(node: CallNode, context: Context, expected?: Type): Compiled | undefined {
  if (!takes(node, context, 3, 4)) return undefined
  const scan = over(node, context)
  if (!scan) return undefined
  const [testNode, valueNode] = node.args.length === 4 ? [node.args[2], node.args[3]] : [undefined, node.args[2]]
  const test = testNode && scan.context.compile(testNode, boolean)
  if (testNode && !test) return undefined
  const wanted = expected?.kind === 'list' ? expected.item : undefined
  const value = valueNode && scan.context.knowing(test?.whenTrue).compile(valueNode, wanted)
  if (!value) return undefined
  const passes = test ? perItem(test.run, scan.slot) : undefined
  const each = perItem(inJson(value), scan.slot)
  const run = (frame: Frame) => {
    const items = scan.items(frame)
    return (passes ? items.filter(passes(frame)) : items).map(each(frame))
  }
  const itemKnown =
    value.path === scan.path
      ? [...(scan.list.itemKnown ?? []), ...(test ? establishedBy(test, scan.path) : [])]
      : value.known
  return { type: { kind: 'list', item: value.type }, run, ...(itemKnown && { itemKnown }) }
}

/** `sortBy(list, a, key)`: ascending, items with the same key in their old order. */
function compileSortBy(node: CallNode, context: Context): Compiled | undefined {
  if (!takes(node, context, 3) || !node.args[2]) return undefined
  const scan = over(node, context)
  const key = scan?.context.compile(node.args[2])
  if (!scan || !key) return undefined
  if (!isOrdered(key.type)) return wrongOperand(node, node.args[2], key.type, 'number', context)
  const each = perItem(key.run, scan.slot)
  const { type, itemKnown } = scan.list
  const run = (frame: Frame) => {
    const keyOf = each(frame)
    const keyed = scan.items(frame).map((item) => ({ item, key: keyOf(item) }))
    return keyed.sort((a, b) => inOrder(a.key, b.key)).map(({ item }) => item)
  }
  return { type, run, ...(itemKnown && { itemKnown }) }
}

function establishedBy(test: Compiled, path: string): readonly string[] {
  return (test.whenTrue ?? []).filter((fact) => fact.startsWith(`${path}.`)).map((fact) => fact.slice(path.length))
}
