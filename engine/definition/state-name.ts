/** Names of states in a text and the absolute paths they mean (`language.md` 3, "Targets"). */
import type { TextScope } from './node.ts'

/** Keys of the children of each compound state, by absolute path. */
export type ChildKeys = ReadonlyMap<string, ReadonlySet<string>>

/** Joins a path and a key or relative path; the root is `''`. */
export function joinPath(parent: string, rest: string): string {
  if (rest === '') return parent
  return parent === '' ? rest : `${parent}.${rest}`
}

/** The path a state stands in; the root and work beside the flow stand in none. */
export function parentPath(path: string): string | undefined {
  if (path === '') return undefined
  const dot = path.lastIndexOf('.')
  if (path.startsWith('~')) return undefined
  return dot < 0 ? '' : path.slice(0, dot)
}

/** Scope of what is written directly in the child of a state, given the scope of the state's own content. */
export function innerScope(scope: TextScope, path: string): TextScope {
  return scope.levels[0] === path ? scope : { ...scope, levels: [path, ...scope.levels] }
}

/**
 * The absolute path a name means, or undefined where no level has it. `//a.b` is absolute already (an expression that
 * was carried into another text), `/a.b` starts at the text's root, `.a` is a child of `self`; any other name is looked
 * up outwards, the nearest level with a match counts.
 */
export function resolveStateName(name: string, scope: TextScope, self: string, keys: ChildKeys): string | undefined {
  if (name.startsWith('//')) return name.slice(2)
  if (name.startsWith('/')) return joinPath(scope.root, name.slice(1))
  if (name.startsWith('.')) return joinPath(self, name.slice(1))
  const first = name.split('.', 1)[0] ?? name
  const level = scope.levels.find((candidate) => keys.get(candidate)?.has(first))
  return level === undefined ? undefined : joinPath(level, name)
}
