import type { Compiled, Run } from './compiled.ts'
import { type Context, suggestion } from './context.ts'
import { ExpressionFailure } from './expression-failure.ts'
import { fieldOf, typeName } from './fits.ts'
import { fromJson } from './json-form.ts'
import type { NodeOf } from './parse-expression.ts'
import type { RecordType, Type } from './type.ts'

/** A variable, or where an enum is expected one of its words. */
export function compileName(node: NodeOf<'name'>, context: Context, expected?: Type): Compiled | undefined {
  const { name } = node
  const local = context.locals.get(name)
  if (local) {
    const { slot, type, path } = local
    return { type, path, run: converted(type, (frame) => frame.locals[slot]) }
  }
  const { variables } = context.task.scope
  const type = Object.hasOwn(variables, name) ? variables[name] : undefined
  const isWord = expected?.kind === 'enum' && expected.words.some(({ word }) => word === name)
  if (expected && isWord && type?.kind !== 'enum') return { type: expected, run: () => name }
  if (!type) return unknownName(node, context, expected)
  if (type.kind !== 'record') context.task.reads.add(name)
  return { type, path: name, run: converted(type, variable(name)) }
}

/** A field of a record. Optional ones need a fact that they are present. */
export function compileSelect(node: NodeOf<'select'>, context: Context): Compiled | undefined {
  const base = context.compile(node.of)
  const field = base && declaredField(base, node, context)
  if (!base || !field) return undefined
  const path = base.path === undefined ? undefined : `${base.path}.${node.field}`
  const isKnown = (path !== undefined && context.facts.has(path)) || base.known?.includes(`.${node.field}`)
  const shown = textOf(node, context)
  if (field.optional && !isKnown) return context.report('expression/may-be-absent', node, { path: shown })
  const read = fieldReader(base.run, node.field)
  const run: Run = (frame) => {
    const value = read(frame)
    if (value === undefined || value === null) throw new ExpressionFailure('expression/absent', { path: shown })
    return value
  }
  return { ...located(base, path, node.field), type: field.type, run: converted(field.type, run) }
}

interface LenientPath extends Compiled {
  readonly present: readonly string[]
}

/**
 * A path any part of which may be absent: its JSON value, or undefined. For `has()`, and for values that are left out
 * where they are absent. `present` are the paths that are there when the last one is.
 */
export function compileLenient(node: NodeOf<'select'>, context: Context): LenientPath | undefined {
  const before: (Compiled & Partial<LenientPath>) | undefined =
    node.of.kind === 'select' ? compileLenient(node.of, context) : context.compile(node.of)
  const field = before && declaredField(before, node, context)
  if (!before || !field) return undefined
  const path = before.path === undefined ? undefined : `${before.path}.${node.field}`
  const earlier = before.present ?? []
  const read = fieldReader(before.run, node.field)
  const run: Run = (frame) => read(frame) ?? undefined
  return { type: field.type, run, ...(path && { path }), present: path === undefined ? earlier : [...earlier, path] }
}

/** What is written at a part, as people read it. */
function textOf(node: { readonly start: number; readonly end: number }, context: Context): string {
  return context.task.text.slice(node.start, node.end)
}

function declaredField(base: Compiled, node: NodeOf<'select'>, context: Context) {
  if (base.type.kind !== 'record') {
    return context.report('expression/no-fields', node, { type: typeName(base.type), field: node.field })
  }
  const field = fieldOf(base.type, node.field)
  if (!field) return unknownField(base.type, node, context)
  if (node.of.kind === 'name' && !context.locals.has(node.of.name))
    context.task.reads.add(`${node.of.name}.${node.field}`)
  return field
}

/** Reports a field that the record does not have. */
export function unknownField(type: RecordType, node: { field: string; start: number; end: number }, context: Context) {
  const known = type.fields.map(({ name }) => name)
  const blanks = { type: typeName(type), field: node.field, ...suggestion(node.field, known) }
  return context.report('expression/unknown-field', node, blanks)
}

function unknownName(node: NodeOf<'name'>, context: Context, expected?: Type) {
  const words = expected?.kind === 'enum' ? expected.words.map(({ word }) => word) : []
  if (expected?.kind === 'enum') {
    const blanks = { word: node.name, type: typeName(expected), ...suggestion(node.name, words) }
    return context.report('expression/unknown-word', node, blanks)
  }
  const known = [...context.locals.keys(), ...Object.keys(context.task.scope.variables)]
  return context.report('expression/unknown-name', node, { name: node.name, ...suggestion(node.name, known) })
}

function located(base: Compiled, path: string | undefined, field: string) {
  const inner = base.known
    ?.filter((known) => known.startsWith(`.${field}.`))
    .map((known) => known.slice(field.length + 1))
  return { ...(path !== undefined && { path }), ...(inner && inner.length > 0 && { known: inner }) }
}

function variable(name: string): Run {
  const read = fieldReader((frame) => frame.activation, name)
  return (frame) => {
    const value = read(frame)
    if (value === undefined || value === null) throw new ExpressionFailure('expression/absent', { path: name })
    return value
  }
}

/** Own fields only: the few names every object inherits are looked for with care, all others can be read plainly. */
function fieldReader(of: Run, field: string): Run {
  if (field in {}) {
    return (frame) => {
      const record = of(frame) as Record<string, unknown> | undefined
      return record !== undefined && Object.hasOwn(record, field) ? record[field] : undefined
    }
  }
  return (frame) => (of(frame) as Record<string, unknown> | undefined)?.[field]
}

function converted(type: Type, run: Run): Run {
  const read = fromJson(type)
  return read ? (frame) => read(run(frame)) : run
}
