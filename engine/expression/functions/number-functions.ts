import { coerce } from '../coerce.ts'
import { isNumeric } from '../compile-arithmetic.ts'
import { comparisonKey } from '../compile-comparison.ts'
import type { Compiled, Frame, Run } from '../compiled.ts'
import type { Context } from '../context.ts'
import { exact, roundAt } from '../exact-number.ts'
import { ExpressionFailure } from '../expression-failure.ts'
import { commonType, nothing, typeName } from '../fits.ts'
import { fromJson } from '../json-form.ts'
import type { CallNode, ExpressionNode } from '../parse-expression.ts'
import type { ListType, Type } from '../type.ts'
import { type FunctionTable, listArgument, takes, wrongOperand } from './function-table.ts'

const number: Type = { kind: 'number' }
const integer: Type = { kind: 'integer' }

/** Figures: what makes whole numbers and money of numbers, and what is counted of a list of them. */
export const numberFunctions: FunctionTable = {
  round: compileRound,
  floor: (node, context) => whole(node, context, (value) => Math.floor(exact(value)) + 0),
  ceil: (node, context) => whole(node, context, (value) => Math.ceil(exact(value)) + 0),
  int: (node, context) => whole(node, context, (value) => Math.trunc(value) + 0),
  sum: (node, context) => overList(node, context, (list) => (list.item === nothing ? integer : list.item), sum),
  mean: (node, context) => overList(node, context, () => number, mean),
  min: (node, context, expected) => extreme(node, context, expected, (order) => order < 0),
  max: (node, context, expected) => extreme(node, context, expected, (order) => order > 0),
  share: (node, context) => {
    if (!takes(node, context, 2)) return undefined
    const [part, total] = node.args.map((arg) => figure(node, arg, context))
    if (!part || !total) return undefined
    return { type: number, run: (frame) => share(part(frame), total(frame)) }
  },
}

/** `round(x)` is whole; `round(x, places)` a number, or money where money is expected and the places are at most two. */
function compileRound(node: CallNode, context: Context, expected?: Type): Compiled | undefined {
  if (!takes(node, context, 1, 2)) return undefined
  if (node.args.length === 1) return whole(node, context, (value) => roundAt(value, 0))
  const [, places] = node.args
  const value = node.args[0] && figure(node, node.args[0], context)
  if (places?.kind !== 'literal' || typeof places.value !== 'number' || !isPlaces(places.value)) {
    return context.report('expression/literal-needed', places ?? node, { function: 'round()', what: '0–9' })
  }
  const at = places.value
  if (!value) return undefined
  const type = expected?.kind === 'money' && at <= 2 ? expected : number
  return { type, run: (frame) => roundAt(value(frame), at) }
}

function isPlaces(places: number): boolean {
  return Number.isInteger(places) && places >= 0 && places <= 9
}

function whole(node: CallNode, context: Context, apply: (value: number) => number): Compiled | undefined {
  if (!takes(node, context, 1) || !node.args[0]) return undefined
  const value = figure(node, node.args[0], context)
  return value && { type: integer, run: (frame) => apply(value(frame)) }
}

/** An argument that is a number of any kind. */
function figure(node: CallNode, arg: ExpressionNode, context: Context): ((frame: Frame) => number) | undefined {
  const part = context.compile(arg)
  if (!part) return undefined
  return isNumeric(part.type)
    ? (part.run as (frame: Frame) => number)
    : wrongOperand(node, arg, part.type, 'number', context)
}

function overList(
  node: CallNode,
  context: Context,
  typeOf: (list: ListType) => Type,
  apply: (values: readonly number[]) => number,
): Compiled | undefined {
  if (!takes(node, context, 1)) return undefined
  const list = listArgument(node, context)
  if (!list) return undefined
  const { item } = list.type
  if (!isNumeric(item) && item !== nothing)
    return wrongOperand(node, node.args[0] ?? node, list.type, 'list of number', context)
  const values = itemsOf(list, item) as (frame: Frame) => readonly number[]
  return { type: typeOf(list.type), run: (frame) => apply(values(frame)) }
}

/** Smallest or largest of two values, or of a list, in their order. Of equals the first. */
function extreme(node: CallNode, context: Context, expected: Type | undefined, better: (order: number) => boolean) {
  if (!takes(node, context, 1, 2)) return undefined
  if (node.args.length === 2) return ofTwo(node, context, expected, better)
  const list = listArgument(node, context)
  if (!list) return undefined
  const { item } = list.type
  if (!isOrdered(item))
    return wrongOperand(node, node.args[0] ?? node, list.type, 'list of numbers, days or texts', context)
  const values = itemsOf(list, item)
  const run: Run = (frame) => {
    const [first, ...others] = values(frame)
    if (first === undefined) throw new ExpressionFailure('expression/empty-list', { function: `${node.name}()` })
    return others.reduce((best, value) => (better(inOrder(value, best)) ? value : best), first)
  }
  return { type: item, run }
}

function ofTwo(node: CallNode, context: Context, expected: Type | undefined, better: (order: number) => boolean) {
  const [first, second] = node.args
  const wanted = expected && isOrdered(expected) && !isNumeric(expected) ? expected : undefined
  const a = first && context.compile(first, wanted)
  const b = second && context.compile(second, wanted)
  if (!a || !b) return undefined
  const type = commonFigure(a.type, b.type)
  if (!type || !isOrdered(type)) {
    const blanks = { operator: `${node.name}()`, left: typeName(a.type), right: typeName(b.type) }
    return context.report('expression/wrong-operands', node, blanks)
  }
  const left = isNumeric(type) ? a : coerce(a, type, first, context)
  const right = isNumeric(type) ? b : coerce(b, type, second, context)
  if (!left || !right) return undefined
  const run: Run = (frame) => {
    const [one, other] = [left.run(frame), right.run(frame)]
    return better(inOrder(other, one)) ? other : one
  }
  return { type, run }
}

/** Money beside another number is a number. */
function commonFigure(a: Type, b: Type): Type | undefined {
  if (isNumeric(a) && isNumeric(b) && a.kind !== b.kind) return number
  return commonType(a, b)
}

/** Whether values of the type have an order. Lengths are left out: months and days have none. */
export function isOrdered(type: Type): boolean {
  const value: Compiled = { type, run: () => undefined }
  return type.kind !== 'duration' && comparisonKey(value, value)?.ordered === true
}

/** The order of two values of an ordered type, in their form inside an expression. */
export function inOrder(a: unknown, b: unknown): number {
  if (a === b) return 0
  return (a as number) < (b as number) ? -1 : 1
}

function itemsOf(list: Compiled, item: Type): (frame: Frame) => readonly unknown[] {
  const items = list.run as (frame: Frame) => readonly unknown[]
  const read = fromJson(item)
  return read ? (frame) => items(frame).map(read) : items
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => exact(total + value), 0)
}

function mean(values: readonly number[]): number {
  return share(sum(values), values.length)
}

function share(part: number, total: number): number {
  return total === 0 ? 0 : exact(part / total)
}
