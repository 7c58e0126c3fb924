/** What expressions read, by path: `data.areas`, `params.grace`; `own` is the record it means. */
import type { Definition } from '../definition/definition.ts'
import type { WrittenExpression } from '../definition/written.ts'
import { partsOf, pathsAskedFor, pathsRead } from '../expression/parts-of.ts'

/** Paths an expression reads, and all those they lead through. */
export function readsOf(written: WrittenExpression): ReadonlySet<string> {
  const { syntax } = written.expression
  return new Set(syntax ? pathsRead(syntax).flatMap((path) => prefixes(absolute(path, written))) : [])
}

/** Paths an expression asks for with `has()`. */
export function askedFor(written: WrittenExpression): ReadonlySet<string> {
  const { syntax } = written.expression
  return new Set(syntax ? pathsAskedFor(syntax).map((path) => absolute(path, written).join('.')) : [])
}

/** What a definition's expressions use. */
export interface Uses {
  /** Every path read or asked for, and those it leads through. */
  readonly paths: ReadonlySet<string>
  /** Paths read as a whole, so that all inside them is read too. */
  readonly wholes: ReadonlySet<string>
  /** Names of functions and of constructors of types. */
  readonly calls: ReadonlySet<string>
}

const known = new WeakMap<Definition, Uses>()

/** What the expressions of a definition use, gathered once. */
export function usesOf(definition: Definition): Uses {
  const uses = known.get(definition) ?? gather(definition)
  known.set(definition, uses)
  return uses
}

function gather({ written }: Definition): Uses {
  const paths = new Set<string>()
  const wholes = new Set<string>()
  const calls = new Set<string>()
  for (const each of written.expressions) {
    const { syntax } = each.expression
    if (!syntax) continue
    for (const read of [...pathsRead(syntax), ...pathsAskedFor(syntax)]) {
      const path = absolute(read, each)
      wholes.add(path.join('.'))
      for (const prefix of prefixes(path)) paths.add(prefix)
    }
    for (const part of partsOf(syntax)) if (part.kind === 'call') calls.add(part.name)
  }
  return { paths, wholes, calls }
}

/** A path with the record that `own` means in its place. */
export function absolute(path: readonly string[], { own }: Pick<WrittenExpression, 'own'>): readonly string[] {
  return path[0] === 'own' && own !== undefined ? ['data', own, ...path.slice(1)] : path
}

function prefixes(path: readonly string[]): readonly string[] {
  return path.map((_name, index) => path.slice(0, index + 1).join('.'))
}
