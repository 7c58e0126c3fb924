/** Texts with arguments (`language.md` 2): each argument is a name and becomes a compiled expression. */
import type { Expression } from '../expression/expression.ts'
import type { Phrase } from './definition.ts'
import { child, type Node } from './node.ts'
import { bracesMatch, phraseArguments } from './phrase-arguments.ts'
import { noteText, readText } from './read-fields.ts'
import { type Reading, readExpression, report, type Standing, type StateSkeleton } from './reading.ts'

/** Reads and notes `{ en: …, zh: … }` with its arguments, `what` of its owner it is; `{title}` is the title of the state it stands in. */
export function readPhrase(reading: Reading, standing: Standing, what: string, written: Node): Phrase {
  const node = withStateTitle(written, standing.skeleton)
  const found: Record<string, Expression> = {}
  const languages = node.kind === 'map' ? node.entries : []
  for (const { value } of languages) {
    if (value.kind !== 'scalar') continue
    if (!bracesMatch(String(value.value))) report(reading, 'definition/text-braces', {}, value)
    for (const name of phraseArguments(String(value.value))) {
      if (Object.hasOwn(found, name) || name === 'title') continue
      const expression = readArgument(reading, standing, value, name)
      if (expression) found[name] = expression
    }
  }
  return { text: noteText(reading, what, node), arguments: found }
}

function withStateTitle(node: Node, skeleton: StateSkeleton | undefined): Node {
  if (node.kind !== 'map' || !skeleton || skeleton.path === '') return node
  const title = readText(child(skeleton.node, 'title'))
  const entries = node.entries.map((entry) => {
    const { value } = entry
    if (value.kind !== 'scalar' || typeof value.value !== 'string') return entry
    const own = (entry.key === 'zh' ? (title.zh ?? title.en) : (title.en ?? title.zh)) ?? skeleton.key
    return { ...entry, value: { ...value, value: value.value.replaceAll('{title}', () => own) } }
  })
  return { ...node, entries }
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
