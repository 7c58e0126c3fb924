/**
 * What a definition says and where it says it, for findings that must stand on the very text or role. These lists stand
 * beside the definition's own parts: fields travel from it into stored tasks and interfaces, where places have no
 * business.
 */
import type { Expression } from '../expression/expression.ts'
import type { Field } from '../expression/type.ts'
import type { Place, Problem, Text } from '../problem/problem.ts'

/** Where something was written and, inside a template, the use that brought it in. */
export interface WrittenPlace {
  readonly place: Place
  readonly usedAt?: Place | undefined
}

/** A text people may see, and what it is: `title`, `field city`, `else`. */
export interface WrittenText extends WrittenPlace {
  readonly what: string
  readonly text: Text
}

/** A role named somewhere; `up` of an escalation is none. */
export interface WrittenRole extends WrittenPlace {
  readonly role: string
}

/** An expression, and the record that `own` means in it. */
export interface WrittenExpression {
  readonly expression: Expression
  readonly own?: string | undefined
}

/** A field and where it is declared; each is told by being the same object. */
export interface WrittenField extends WrittenPlace {
  readonly field: Field
}

/** A name that the process declares; `record` is that of a template's own data. */
export interface WrittenName extends WrittenPlace {
  readonly section: 'params' | 'values' | 'types' | 'data' | 'plugins'
  readonly name: string
  readonly record?: string
}

/** The name of a state that more than one level has: what it means, and what it does not. */
export interface SharedName extends WrittenPlace {
  readonly name: string
  readonly meant: string
  readonly other: string
}

export interface Written {
  /** Where the keys of the process stand. */
  readonly keys: ReadonlyMap<string, Place>
  readonly texts: readonly WrittenText[]
  readonly roles: readonly WrittenRole[]
  readonly expressions: readonly WrittenExpression[]
  readonly fields: readonly WrittenField[]
  readonly names: readonly WrittenName[]
  /** Types that fields name, those of other processes as `process/type`. */
  readonly usedTypes: ReadonlySet<string>
  readonly sharedNames: readonly SharedName[]
}

/** What readers note on their way. */
export interface Notes {
  readonly problems: Problem[]
  readonly written: {
    readonly keys: ReadonlyMap<string, Place>
    readonly texts: WrittenText[]
    readonly roles: WrittenRole[]
    readonly expressions: WrittenExpression[]
    readonly fields: WrittenField[]
    readonly names: WrittenName[]
    readonly usedTypes: Set<string>
    readonly sharedNames: SharedName[]
  }
}

/** Nothing noted yet; faults go to the list given, `keys` are those of the process. */
export function notesTo(problems: Problem[], keys: ReadonlyMap<string, Place> = new Map()): Notes {
  const written = {
    keys,
    texts: [],
    roles: [],
    expressions: [],
    fields: [],
    names: [],
    usedTypes: new Set<string>(),
    sharedNames: [],
  }
  return { problems, written }
}
