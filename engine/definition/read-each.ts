/** `each: p in EXPR` and `every: p in EXPR`: a variable and the list it runs over. */
import type { Expression } from '../expression/expression.ts'
import type { Type } from '../expression/type.ts'
import type { Node } from './node.ts'
import { type Reading, readExpression, report, type Standing, textOf } from './reading.ts'

const EACH = /^\s*([A-Za-z_]\w*)\s+in\s+([\s\S]+)$/

export interface Each {
  readonly variable: string
  readonly list: Expression
  readonly item: Type
}

/** The variable, the list and the type of its items; undefined where there is none or after reporting what is wrong. */
export function readEach(reading: Reading, standing: Standing, node: Node | undefined): Each | undefined {
  if (!node) return undefined
  const [, variable, text] = EACH.exec(textOf(node) ?? '') ?? []
  if (node.kind !== 'scalar' || variable === undefined || text === undefined) {
    report(reading, 'definition/each-form', {}, node)
    return undefined
  }
  const shift = String(node.value).indexOf(text)
  const listNode: Node = { ...node, value: text, place: { ...node.place, column: node.place.column + shift } }
  const list = readExpression(reading, standing, listNode)
  if (!list) return undefined
  if (list.type.kind !== 'list') {
    report(reading, 'definition/each-list', {}, node)
    return undefined
  }
  return { variable, list, item: list.type.item }
}
