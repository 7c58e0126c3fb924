/** Phrases with the values their arguments have now: what is stored and shown later, in any language. */
import type { Definition, Phrase } from '../definition/definition.ts'
import type { Activation, Expression, World } from '../expression/expression.ts'
import type { Json, Type } from '../expression/type.ts'
import type { Text } from '../problem/problem.ts'
import type { Said, SaidArgument } from './effect.ts'

/** Fills a phrase. An argument that is absent, or cannot be worked out, is shown as an ellipsis: a text never stops a step. */
export function say(
  phrase: Phrase,
  definition: Definition,
  look: () => World & { readonly activation: Activation },
): Said {
  let seen: ReturnType<typeof look> | undefined
  const filled: Record<string, SaidArgument> = {}
  for (const name in phrase.arguments) {
    const expression = phrase.arguments[name]
    if (!expression) continue
    seen ??= look()
    filled[name] = argumentOf(expression, seen, definition)
  }
  return { text: phrase.text, arguments: filled }
}

/** A fixed text. */
export function fixed(text: Text): Said {
  return { text, arguments: {} }
}

const ELLIPSIS: SaidArgument = { as: 'text', value: '…' }

function argumentOf(
  expression: Expression,
  seen: World & { readonly activation: Activation },
  definition: Definition,
): SaidArgument {
  try {
    const value = expression.evaluate(seen.activation, seen)
    return value === undefined || value === null ? ELLIPSIS : shown(value, expression.type, definition)
  } catch {
    return ELLIPSIS
  }
}

function shown(value: Json, type: Type, definition: Definition): SaidArgument {
  switch (type.kind) {
    case 'list':
      return { as: 'number', value: Array.isArray(value) ? value.length : 0 }
    case 'number':
    case 'integer':
      return { as: 'number', value: Number(value) }
    case 'enum': {
      const word = type.words.find((candidate) => candidate.word === value)
      return word?.title ? { as: 'title', value: word.title } : { as: 'text', value: String(value) }
    }
    case 'state':
      return titleOf(String(value), definition)
    case 'date':
    case 'datetime':
    case 'money':
    case 'duration':
    case 'person':
    case 'customer':
    case 'role':
      return { as: type.kind, value: String(value) }
    default:
      return { as: 'text', value: typeof value === 'object' ? JSON.stringify(value) : String(value) }
  }
}

function titleOf(path: string, definition: Definition): SaidArgument {
  const state = definition.states.get(path)
  return state?.title ? { as: 'title', value: state.title.text } : { as: 'text', value: state?.key ?? path }
}
