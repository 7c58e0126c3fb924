import type { Definition } from '../definition/definition.ts'

/** Whether one of some active states, at or below a path, has a tag. */
export function hasTag({ states }: Definition, active: ReadonlySet<string>, path: string, tag: string): boolean {
  const below = `${path}.`
  for (const candidate of active) {
    if (candidate !== path && !candidate.startsWith(below)) continue
    if (states.get(candidate)?.tags.includes(tag)) return true
  }
  return false
}
