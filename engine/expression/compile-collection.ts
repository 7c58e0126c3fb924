import { coerce } from './coerce.ts'
import { unknownField } from './compile-path.ts'
import type { Compiled } from './compiled.ts'
import type { Context } from './context.ts'
import { ExpressionFailure } from './expression-failure.ts'
import { commonType, fieldOf, nothing, typeName } from './fits.ts'
import { fromJson, toJson } from './json-form.ts'
import type { ExpressionNode, NodeOf } from './parse-expression.ts'
import type { Field, RecordType, Type } from './type.ts'

/** `[a, b]`: all items of the expected type, else of one they have in common. */
export function compileList(node: NodeOf<'list'>, context: Context, expected?: Type): Compiled | undefined {
  const wanted = expected?.kind === 'list' ? expected.item : undefined
  const items = node.items.map((item) => context.compile(item, wanted))
  let item: Type = wanted ?? nothing
  for (const [i, part] of items.entries()) {
    if (!part) return undefined
    const common = wanted ?? commonType(item, part.type)
    if (!common) {
      const blanks = { left: typeName(item), right: typeName(part.type) }
      return context.report('expression/mixed-list', node.items[i] ?? node, blanks)
    }
    item = common
  }
  const parts = items.map((part, i) => part && coerce(part, item, node.items[i] ?? node, context))
  const runs = parts.flatMap((part) => (part ? [inJson(part)] : []))
  if (runs.length < parts.length) return undefined
  return { type: { kind: 'list', item }, run: (frame) => runs.map((run) => run(frame)) }
}

/** `{ 'field': value }` where a record is expected. */
export function compileRecord(node: NodeOf<'record'>, context: Context, expected?: Type): Compiled | undefined {
  if (expected?.kind !== 'record' || expected === nothing) {
    return context.report('expression/unsupported', node, { what: 'map' })
  }
  const given = new Map<string, ExpressionNode>()
  for (const [key, value] of node.entries) {
    if (key.kind !== 'literal' || typeof key.value !== 'string') {
      return context.report('expression/literal-needed', key, { function: '{ }', what: 'field' })
    }
    if (!fieldOf(expected, key.value)) return unknownField(expected, { ...key, field: key.value }, context)
    given.set(key.value, value)
  }
  return buildRecord(expected, given, node, context)
}

/** A record of the values given by field; defaults are filled in, optional fields may be left out. */
export function buildRecord(
  type: RecordType,
  given: ReadonlyMap<string, ExpressionNode>,
  node: ExpressionNode,
  context: Context,
): Compiled | undefined {
  const parts = type.fields.map((field) => {
    const value = given.get(field.name)
    if (value) return fieldPart(field, context.compile(value, field.type))
    if (field.default !== undefined) return { name: field.name, run: () => field.default }
    if (field.optional) return 'left out'
    return context.report('expression/missing-field', node, { type: typeName(type), field: field.name })
  })
  if (parts.includes(undefined)) return undefined
  const fields = parts.flatMap((part) => (part === undefined || part === 'left out' ? [] : [part]))
  return {
    type,
    run: (frame) => Object.fromEntries(fields.map(({ name, run }) => [name, run(frame)])),
    known: fields.map(({ name }) => `.${name}`),
  }
}

/** `list[n]`, n a whole number counted from 0. */
export function compileIndex(node: NodeOf<'index'>, context: Context): Compiled | undefined {
  const list = context.compile(node.of)
  const index = context.compile(node.index, { kind: 'number' })
  if (!list || !index) return undefined
  if (list.type.kind !== 'list') {
    return context.report('expression/wrong-operand', node, {
      operator: '[ ]',
      type: typeName(list.type),
      expected: 'list',
    })
  }
  const { item } = list.type
  const read = fromJson(item)
  return {
    type: item,
    ...(list.itemKnown && { known: list.itemKnown }),
    run: (frame) => {
      const items = list.run(frame) as readonly unknown[]
      const at = index.run(frame) as number
      const value = items[at]
      if (value === undefined) throw new ExpressionFailure('expression/no-such-item', { index: at, size: items.length })
      return read ? read(value) : value
    },
  }
}

/** The part's value in its JSON form, as lists and records hold it. */
export function inJson(part: Compiled): Compiled['run'] {
  const write = toJson(part.type)
  const { run } = part
  return write ? (frame) => write(run(frame)) : run
}

function fieldPart(field: Field, part: Compiled | undefined) {
  return part && { name: field.name, run: inJson(part) }
}
