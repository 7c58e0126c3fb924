/** Texts with arguments (`language.md` 2): each argument is a name and becomes a compiled expression. */
import type { Expression } from '../expression/expression.ts'
import type { Phrase } from './definition.ts'
import type { Node } from './node.ts'
import { phraseArguments } from './phrase-arguments.ts'
import { readText } from './read-fields.ts'
import { type Reading, readExpression, type Standing } from './reading.ts'

/** Reads `{ en: …, zh: … }` with its arguments. */
export function readPhrase(reading: Reading, standing: Standing, node: Node): Phrase {
  const found: Record<string, Expression> = {}
  const languages = node.kind === 'map' ? node.entries : []
  for (const { value } of languages) {
    if (value.kind !== 'scalar') continue
    for (const name of phraseArguments(String(value.value))) {
      if (Object.hasOwn(found, name) || name === 'title') continue
      const expression = readArgument(reading, standing, value, name)
      if (expression) found[name] = expression
    }
  }
  return { text: readText(node), arguments: found }
}

/** A bare name is a variable, else a field of `own`, else of `data`; a dotted one starts as an expression does. */
function readArgument(reading: Reading, standing: Standing, node: Node, name: string): Expression | undefined {
  const text =
    name.includes('.') || isVariable(standing, name) ? name : `${recordWith(reading, standing, name)}.${name}`
  const scalar: Node = {
    kind: 'scalar',
    value: text,
    place: node.place,
    style: 'block',
    ...(node.text ? { text: node.text } : {}),
  }
  return readExpression(reading, standing, scalar, { allowAbsent: true })
}

function isVariable(standing: Standing, name: string): boolean {
  return name === 'now' || Object.hasOwn(standing.variables, name)
}

function recordWith(reading: Reading, standing: Standing, name: string): 'own' | 'data' {
  const own = standing.skeleton?.own === undefined ? undefined : reading.records[standing.skeleton.own]
  return own?.fields.some((field) => field.name === name) ? 'own' : 'data'
}
