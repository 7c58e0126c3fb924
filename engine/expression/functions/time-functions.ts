import { isTemporal } from '../compile-arithmetic.ts'
import type { Compiled, Frame, LengthKind } from '../compiled.ts'
import type { Context } from '../context.ts'
import { fits } from '../fits.ts'
import { lengthOf } from '../length.ts'
import type { CallNode } from '../parse-expression.ts'
import type { Type } from '../type.ts'
import { type CompileCall, type FunctionTable, plain, takes, wrongOperand } from './function-table.ts'

const weekMs = 604_800_000
const number: Type = { kind: 'number' }
const integer: Type = { kind: 'integer' }

/** Lengths of time, and counting on the working calendar. */
export const timeFunctions: FunctionTable = {
  minutes: lengthFunction('minutes', 'elapsed'),
  hours: lengthFunction('hours', 'elapsed'),
  days: lengthFunction('days', 'days'),
  weeks: lengthFunction('weeks', 'days'),
  workdays: (node, context) => {
    const [from, to] = daysOf(node, context)
    return from && to && { type: integer, run: (frame) => frame.world.calendar.workdaysBetween(from(frame), to(frame)) }
  },
  addWorkdays: (node, context) => {
    if (!takes(node, context, 2)) return undefined
    const from = dayOf(node, 0, context)
    const count = node.args[1] && context.compile(node.args[1], integer)
    if (!from || !count) return undefined
    return {
      type: { kind: 'date' },
      run: (frame) => frame.world.calendar.addWorkdays(from(frame), count.run(frame) as number),
    }
  },
  weeksBetween: plain([{ kind: 'datetime' }, { kind: 'datetime' }], integer, (_frame, from: number, to: number) => {
    return Math.floor((to - from) / weekMs) + 0
  }),
}

/** A whole number of days keeps a date a date; a part of a day cannot. */
function lengthFunction(unit: 'minutes' | 'hours' | 'days' | 'weeks', kind: LengthKind): CompileCall {
  return (node, context) => {
    if (!takes(node, context, 1) || !node.args[0]) return undefined
    const amount = context.compile(node.args[0])
    if (!amount) return undefined
    if (!fits(amount.type, number)) return wrongOperand(node, node.args[0], amount.type, 'number', context)
    const lengthKind = amount.type.kind === 'integer' ? kind : 'elapsed'
    return { type: { kind: 'duration' }, run: (frame) => lengthOf(amount.run(frame) as number, unit), lengthKind }
  }
}

function daysOf(node: CallNode, context: Context) {
  return takes(node, context, 2) ? [dayOf(node, 0, context), dayOf(node, 1, context)] : []
}

/** The day of an argument that is a date or a moment. */
function dayOf(node: CallNode, at: number, context: Context): ((frame: Frame) => number) | undefined {
  const arg = node.args[at]
  const isText = arg?.kind === 'literal' && typeof arg.value === 'string'
  const part: Compiled | undefined = arg && context.compile(arg, isText ? { kind: 'date' } : undefined)
  if (!arg || !part) return undefined
  const value = part.run as (frame: Frame) => number
  if (part.type.kind === 'date') return value
  if (isTemporal(part.type)) return (frame) => frame.world.calendar.dayOf(value(frame))
  return wrongOperand(node, arg, part.type, 'date', context)
}
