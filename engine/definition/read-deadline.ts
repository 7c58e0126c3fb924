/** Lengths of time, deadlines and their consequence, estimates (`language.md` 4 and 5). */

import { formatDuration } from '../calendar/format-duration.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import type { Expression } from '../expression/expression.ts'
import { child, type Node } from './node.ts'
import {
  constantAt,
  DURATION,
  type Reading,
  readExpression,
  report,
  rolesOf,
  type Standing,
  textOf,
} from './reading.ts'
import type { Deadline, Estimate, Late } from './work.ts'

/**
 * A length: `3 workdays`, the name of a parameter of type duration, or an expression. `moments` allows one that gives a
 * date or a datetime instead.
 */
export function readLength(reading: Reading, standing: Standing, node: Node, moments = false): Expression | undefined {
  const text = (textOf(node) ?? '').trim()
  const duration = parseDuration(text)
  if (duration) {
    const length = constantAt(node, text, DURATION, formatDuration(duration))
    reading.written.expressions.push({ expression: length, own: standing.skeleton?.own })
    return length
  }
  const param = reading.params.find(({ name }) => name === text)
  if (param && param.type.kind === 'duration')
    return readExpression(reading, standing, scalar(node, `params.${text}`), { expected: DURATION })
  const expression = readExpression(reading, standing, node, moments ? {} : { expected: DURATION })
  if (!expression) return undefined
  const fitting = ['duration', ...(moments ? ['date', 'datetime'] : [])]
  if (fitting.includes(expression.type.kind)) return expression
  report(reading, 'definition/not-a-length', { text }, node)
  return undefined
}

/** A key of `after` or `every`, read as a length. */
export function readLengthKey(reading: Reading, standing: Standing, key: string, at: Node): Expression | undefined {
  return readLength(reading, standing, scalar(at, key))
}

function scalar(node: Node, value: string): Node {
  return { kind: 'scalar', value, place: node.place, style: 'block', ...(node.text ? { text: node.text } : {}) }
}

/** `due`, `remind` and `late` of a task or approval; without `late` the process's usual consequence, then the project's. */
export function readDeadline(reading: Reading, standing: Standing, node: Node): { readonly deadline?: Deadline } {
  const dueNode = child(node, 'due')
  const due = dueNode && readLength(reading, standing, dueNode, true)
  if (!due) return {}
  const remindNode = child(node, 'remind')
  const remind = remindNode && readRemind(reading, standing, remindNode)
  const late = readLate(reading, standing, child(node, 'late'), dueNode)
  return { deadline: { due, ...(remind ? { remind } : {}), ...(late ? { late } : {}) } }
}

/** `1 workday before`. */
function readRemind(reading: Reading, standing: Standing, node: Node): Expression | undefined {
  const text = (textOf(node) ?? '').trim()
  if (!text.endsWith(' before')) {
    report(reading, 'definition/remind-form', { text }, node)
    return undefined
  }
  return readLength(reading, standing, scalar(node, text.slice(0, -' before'.length)))
}

function readLate(reading: Reading, standing: Standing, node: Node | undefined, due: Node): Late | undefined {
  const usual = usualConsequence(reading, due)
  if (!node) return usual === undefined ? undefined : { escalate: usual }
  if (node.kind === 'scalar') return { escalate: rolesOf(reading, node)[0] ?? 'up' }
  const afterNode = child(node, 'after')
  const after = afterNode && readLength(reading, standing, afterNode)
  const end = textOf(child(node, 'end'))
  const [named] = rolesOf(reading, child(node, 'escalate'))
  const escalate = named ?? (end === undefined ? usual : undefined)
  return {
    ...(after ? { after } : {}),
    ...(escalate === undefined ? {} : { escalate }),
    ...(end === undefined ? {} : { end }),
  }
}

/** The consequence of the process, noted where it stands; else that of the project, which is noted at the due time. */
function usualConsequence({ late, environment, written }: Reading, due: Node): string | undefined {
  const usual = late ?? environment.late
  if (late === undefined && usual !== undefined && usual !== 'up')
    written.roles.push({ role: usual, place: due.place, usedAt: due.text?.usedAt })
  return usual
}

/** `{ min, likely, max }` of a task or of a state that waits. */
export function readEstimate(reading: Reading, node: Node | undefined): { readonly estimate?: Estimate } {
  if (node?.kind !== 'map') return {}
  const [min, likely, max] = ['min', 'likely', 'max'].map((key) => {
    const value = child(node, key)
    return value && readLength(reading, { variables: {} }, value)
  })
  return min && likely && max ? { estimate: { min, likely, max } } : {}
}
