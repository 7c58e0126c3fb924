/** The compiler: a part of an expression, checked, as a closure. Every kind of part has its file. */
import { nearestName } from '../problem/nearest-name.ts'
import { coerce } from './coerce.ts'
import { compileArithmetic, compileMinus } from './compile-arithmetic.ts'
import { compileIndex, compileList, compileRecord } from './compile-collection.ts'
import { compileComparison, compileIn } from './compile-comparison.ts'
import { compileLiteral } from './compile-literal.ts'
import { compileBoth, compileChoice, compileNot } from './compile-logic.ts'
import { compileName, compileSelect } from './compile-path.ts'
import type { Compiled } from './compiled.ts'
import type { Context } from './context.ts'
import type { CompileCall } from './functions/function-table.ts'
import { listFunctions } from './functions/list-functions.ts'
import { numberFunctions } from './functions/number-functions.ts'
import { compileConstructor, recordFunctions } from './functions/record-functions.ts'
import { stateFunctions } from './functions/state-functions.ts'
import { textFunctions } from './functions/text-functions.ts'
import { timeFunctions } from './functions/time-functions.ts'
import type { BinaryNode, CallNode, ExpressionNode } from './parse-expression.ts'
import type { Type } from './type.ts'

const functions: ReadonlyMap<string, CompileCall> = new Map(
  [numberFunctions, timeFunctions, listFunctions, textFunctions, stateFunctions, recordFunctions].flatMap(
    Object.entries<CompileCall>,
  ),
)

/** Checks and compiles a part, as a value of the expected type if one is given. */
export function compileNode(node: ExpressionNode, context: Context, expected?: Type): Compiled | undefined {
  const part = compileKind(node, context, expected)
  return part && expected ? coerce(part, expected, node, context) : part
}

function compileKind(node: ExpressionNode, context: Context, expected?: Type): Compiled | undefined {
  switch (node.kind) {
    case 'literal':
      return compileLiteral(node, context, expected)
    case 'unsupported':
      return context.report('expression/unsupported', node, { what: node.what })
    case 'name':
      return compileName(node, context, expected)
    case 'select':
      return compileSelect(node, context)
    case 'index':
      return compileIndex(node, context)
    case 'list':
      return compileList(node, context, expected)
    case 'record':
      return compileRecord(node, context, expected)
    case 'call':
      return compileCall(node, context, expected)
    case 'choice':
      return compileChoice(node, context, expected)
    case 'and':
    case 'or':
      return compileBoth(node, context)
    case 'not':
      return compileNot(node, context)
    case 'minus':
      return compileMinus(node, context, expected)
    case 'binary':
      return compileBinary(node, context, expected)
  }
}

function compileBinary(node: BinaryNode, context: Context, expected?: Type): Compiled | undefined {
  const { operator } = node
  if (operator === 'in') return compileIn(node, context)
  const isArithmetic = '+-*/%'.includes(operator)
  return isArithmetic ? compileArithmetic(node, context, expected) : compileComparison(node, context)
}

function compileCall(node: CallNode, context: Context, expected?: Type): Compiled | undefined {
  const { name } = node
  const { types } = context.task.scope
  const compile = functions.get(name)
  if (compile) return compile(node, context, expected)
  const type = !node.method && Object.hasOwn(types, name) ? types[name] : undefined
  if (type) return compileConstructor(type, node, context)
  const near = nearestName(name, [...functions.keys(), ...Object.keys(types)])
  return context.report('expression/unknown-function', node, { name, near })
}
