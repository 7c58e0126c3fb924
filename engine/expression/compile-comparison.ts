import { conversion } from './coerce.ts'
import { isNumeric, isTemporal, momentOf } from './compile-arithmetic.ts'
import { inJson } from './compile-collection.ts'
import type { Compiled, Frame, Run } from './compiled.ts'
import { partExpression } from './condition.ts'
import type { Context } from './context.ts'
import { fits, isTextLike, nothing, typeName } from './fits.ts'
import { fromJson, sameJson } from './json-form.ts'
import { type Length, lengthToMs } from './length.ts'
import type { BinaryNode, ExpressionNode } from './parse-expression.ts'
import type { EnumType, Type } from './type.ts'

/** Types whose literals are texts, so that a text beside a value of them is one of theirs. */
const writtenAsText: ReadonlySet<Type['kind']> = new Set(['enum', 'date', 'datetime', 'duration', 'money', 'state'])
const boolean: Type = { kind: 'boolean' }

/** `== != < <= > >=`. */
export function compileComparison(node: BinaryNode, context: Context): Compiled | undefined {
  const [left, right] = compileSides(node, context)
  if (!left || !right) return undefined
  const { operator } = node
  const key = comparisonKey(left, right)
  const isEquality = operator === '==' || operator === '!='
  if (left.lengthKind === 'calendar' || right.lengthKind === 'calendar') {
    if (key)
      return context.report('expression/calendar-length', left.lengthKind === 'calendar' ? node.left : node.right, {})
  }
  if (!key || (!isEquality && !key.ordered)) {
    const blanks = { operator, left: typeName(left.type), right: typeName(right.type) }
    return context.report('expression/wrong-operands', node, blanks)
  }
  const run =
    isEquality && !key.ordered
      ? sameRun(key.left, key.right, operator === '==')
      : compareRun(operator, key.left, key.right)
  return compared({ type: boolean, run }, left, right, node, context)
}

/** A comparison that can tell of its two sides. */
function compared(part: Compiled, left: Compiled, right: Compiled, node: BinaryNode, context: Context): Compiled {
  const sides = { left: partExpression(left, node.left, context), right: partExpression(right, node.right, context) }
  const whole = partExpression(part, node, context)
  return { ...part, condition: { kind: 'comparison', operator: node.operator, ...sides, whole } }
}

/** `item in list`. */
export function compileIn(node: BinaryNode, context: Context): Compiled | undefined {
  const { left: item, right: list } = node
  const listFirst = isText(item) ? context.compile(list) : undefined
  if (isText(item) && !listFirst) return undefined
  const hint =
    listFirst?.type.kind === 'list' && writtenAsText.has(listFirst.type.item.kind) ? listFirst.type.item : undefined
  const left = context.compile(item, hint)
  if (!left) return undefined
  const isWords = list.kind === 'list' && writtenAsText.has(left.type.kind) && list.items.every(isText)
  const right = listFirst ?? context.compile(list, isWords ? { kind: 'list', item: left.type } : undefined)
  if (!right) return undefined
  if (right.type.kind !== 'list') {
    return context.report('expression/wrong-operand', list, {
      operator: 'in',
      type: typeName(right.type),
      expected: 'list',
    })
  }
  const run = inRun(left, right, right.type.item)
  const blanks = { operator: 'in', left: typeName(left.type), right: typeName(right.type) }
  if (!run) return context.report('expression/wrong-operands', node, blanks)
  return compared({ type: boolean, run }, left, right, node, context)
}

function inRun(left: Compiled, right: Compiled, item: Type): Run | undefined {
  if (item === nothing) return () => false
  const read = fromJson(item)
  let current: unknown
  const each: Compiled = { type: item, run: () => (read ? read(current) : current) }
  const key = comparisonKey(left, each)
  if (!key) return undefined
  const wanted = key.left
  const same = key.ordered ? (a: unknown, b: unknown) => a === b : sameJson
  return (frame) => {
    const value = wanted(frame)
    return (right.run(frame) as readonly unknown[]).some((json) => {
      current = json
      return same(value, key.right(frame))
    })
  }
}

/** Both sides, a text literal beside a word, date, length or amount being one of these. */
function compileSides(node: BinaryNode, context: Context): readonly [Compiled | undefined, Compiled | undefined] {
  const { left, right } = node
  if (isText(left) && !isText(right)) {
    const other = context.compile(right)
    return [context.compile(left, hintFrom(other)), other]
  }
  const first = context.compile(left)
  return [first, context.compile(right, isText(right) ? hintFrom(first) : undefined)]
}

function hintFrom(other: Compiled | undefined): Type | undefined {
  return other && writtenAsText.has(other.type.kind) ? other.type : undefined
}

/** What of the two sides is compared: numbers and texts in order, or JSON for sameness; undefined if they do not compare. */
export function comparisonKey(
  left: Compiled,
  right: Compiled,
): { left: Run; right: Run; ordered: boolean } | undefined {
  const [a, b] = [left.type, right.type]
  if (isNumeric(a) && isNumeric(b)) return { left: left.run, right: right.run, ordered: true }
  if (isTemporal(a) && isTemporal(b)) {
    if (a.kind === b.kind) return { left: left.run, right: right.run, ordered: true }
    return { left: momentOf(left), right: momentOf(right), ordered: true }
  }
  if (a.kind === 'duration' && b.kind === 'duration')
    return { left: elapsed(left), right: elapsed(right), ordered: true }
  if (isTextLike(a) && isTextLike(b) && (fits(a, b) || fits(b, a)))
    return { left: left.run, right: right.run, ordered: true }
  if (!sameable(a, b)) return undefined
  return sameKey(left, right)
}

/** Lists and records are brought to one type first, so that a date among datetimes is compared as its first moment. */
function sameKey(left: Compiled, right: Compiled) {
  const toRight = conversion(left.type, right.type)
  if (typeof toRight === 'function') return { left: convertedRun(left, toRight), right: inJson(right), ordered: false }
  const toLeft = conversion(right.type, left.type)
  if (typeof toLeft === 'function') return { left: inJson(left), right: convertedRun(right, toLeft), ordered: false }
  return { left: inJson(left), right: inJson(right), ordered: false }
}

function convertedRun(part: Compiled, convert: (value: unknown, frame: Frame) => unknown): Run {
  return (frame) => convert(part.run(frame), frame)
}

function sameable(a: Type, b: Type): boolean {
  if (a.kind === 'enum' && b.kind === 'enum') return fits(a, b) || fits(b, a)
  if (enumBesideText(a, b) || enumBesideText(b, a)) return true
  return fits(a, b) || fits(b, a)
}

function enumBesideText(a: Type, b: Type): a is EnumType {
  return a.kind === 'enum' && (b.kind === 'string' || b.kind === 'text')
}

function sameRun(a: Run, b: Run, wanted: boolean): Run {
  return (frame) => sameJson(a(frame), b(frame)) === wanted
}

function compareRun(operator: string, left: Run, right: Run): Run {
  const [a, b] = [left as (f: Frame) => number, right as (f: Frame) => number]
  switch (operator) {
    case '==':
      return (frame) => a(frame) === b(frame)
    case '!=':
      return (frame) => a(frame) !== b(frame)
    case '<':
      return (frame) => a(frame) < b(frame)
    case '<=':
      return (frame) => a(frame) <= b(frame)
    case '>':
      return (frame) => a(frame) > b(frame)
    default:
      return (frame) => a(frame) >= b(frame)
  }
}

function elapsed(part: Compiled): Run {
  return (frame) => lengthToMs(part.run(frame) as Length)
}

function isText(node: ExpressionNode): boolean {
  return node.kind === 'literal' && typeof node.value === 'string'
}
