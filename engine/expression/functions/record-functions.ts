import { buildRecord, inJson } from '../compile-collection.ts'
import { textLiteral } from '../compile-literal.ts'
import { compileLenient, unknownField } from '../compile-path.ts'
import type { Compiled } from '../compiled.ts'
import { partExpression } from '../condition.ts'
import type { Context } from '../context.ts'
import { fieldOf, typeName } from '../fits.ts'
import type { CallNode, ExpressionNode } from '../parse-expression.ts'
import type { RecordType, Type } from '../type.ts'
import { type FunctionTable, literalText, takes, wrongOperand } from './function-table.ts'

/** Records: what is there, and copies with a change. */
export const recordFunctions: FunctionTable = {
  /** Whether a path is there; then everything on the way to it is too. */
  has: (node, context) => {
    if (!takes(node, context, 1)) return undefined
    const [path] = node.args
    if (path?.kind !== 'select') return context.report('expression/has-needs-field', path ?? node, {})
    const field = compileLenient(path, context)
    if (!field) return undefined
    const part: Compiled = { type: { kind: 'boolean' }, run: (frame) => field.run(frame) !== undefined }
    const text = context.task.text.slice(path.start, path.end)
    const condition = { kind: 'presence', path: text, whole: partExpression(part, node, context) } as const
    return { ...part, whenTrue: field.present, condition }
  },
  set: compileSet,
}

/** `set(record, 'field', value)`: a copy of the record with that field. */
function compileSet(node: CallNode, context: Context): Compiled | undefined {
  if (!takes(node, context, 3)) return undefined
  const [recordNode, nameNode, valueNode] = node.args
  const record = recordNode && context.compile(recordNode)
  const name = literalText(node, 1, 'field', context)
  if (!record || name === undefined || !nameNode || !valueNode) return undefined
  if (record.type.kind !== 'record') return wrongOperand(node, recordNode, record.type, 'record', context)
  const field = fieldOf(record.type, name)
  if (!field) return unknownField(record.type, { ...nameNode, field: name }, context)
  const value = context.compile(valueNode, field.type)
  if (!value) return undefined
  const written = inJson(value)
  return {
    type: record.type,
    run: (frame) => ({ ...(record.run(frame) as object), [name]: written(frame) }),
    known: [...(record.known ?? []), `.${name}`],
  }
}

/** A call of a name under `types:`: a record of its fields in order, or a word of an enum. */
export function compileConstructor(type: Type, node: CallNode, context: Context): Compiled | undefined {
  if (type.kind === 'enum') {
    if (!takes(node, context, 1) || !node.args[0]) return undefined
    const word = literalText(node, 0, 'word', context)
    return word === undefined ? undefined : textLiteral(word, node.args[0], context, type)
  }
  if (type.kind !== 'record') {
    return context.report('expression/unknown-function', node, { name: typeName(type) })
  }
  return takes(node, context, neededArguments(type), type.fields.length)
    ? buildRecord(type, argumentsByField(type, node), node, context)
    : undefined
}

/** Fields at the end that are optional or have a default may be left out. */
function neededArguments(type: RecordType): number {
  return type.fields.findLastIndex((field) => !field.optional && field.default === undefined) + 1
}

function argumentsByField(type: RecordType, node: CallNode): ReadonlyMap<string, ExpressionNode> {
  return new Map(node.args.flatMap((arg, i) => (type.fields[i] ? [[type.fields[i].name, arg] as const] : [])))
}
