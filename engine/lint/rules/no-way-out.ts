import type { Definition, State } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'
import { closure, endsWith, enteredWith, flowRoot, movesFrom, withAncestors } from '../state-graph.ts'

/** States from which no end can be reached, unless the process is `endless`. Of those that lead in a circle the first. */
export const noWayOut = defineRule('lint/no-way-out', (definition, _environment, report) => {
  if (definition.endless) return
  const paths = [...definition.states.keys()]
  const after = new Map(paths.map((path) => [path, next(definition, path)]))
  const before = new Map<string, string[]>(paths.map((path) => [path, []]))
  for (const [path, followers] of after) for (const follower of followers) before.get(follower)?.push(path)
  const ends = paths.filter((path) => isEnd(definition, path))
  const free = closure(ends, (path) => before.get(path) ?? [])
  const stuck = [...definition.states.values()].filter(({ path, kind }) => kind !== 'history' && !free.has(path))
  const waysFrom = (path: string) => closure([path], (from) => after.get(from) ?? [])
  const told = new Set<string>()
  for (const state of stuck) {
    const onward = [...waysFrom(state.path)]
    const isTrap = onward.every((path) => waysFrom(path).has(state.path))
    if (isTrap && !onward.some((path) => told.has(path))) {
      told.add(state.path)
      report({ state: state.key }, state)
    }
  }
})

/** The flow, or work beside it, is over with this state: it is final, or work that stands alone beside the flow. */
function isEnd(definition: Definition, path: string): boolean {
  const root = flowRoot(definition, path)
  const state = definition.states.get(path)
  if (path === root) return path !== '' && state?.work !== undefined
  return endsWith(definition, path, root)
}

function next(definition: Definition, path: string): readonly string[] {
  const state = definition.states.get(path)
  if (!state) return []
  return [
    ...enteredWith(definition, state),
    ...movesFrom(definition, path).flatMap(({ target }) => target ?? []),
    ...beside(definition, state),
  ]
}

/** What is active at the same time in other regions may lead out too. */
function beside(definition: Definition, state: State): readonly string[] {
  return withAncestors(definition, state.path).flatMap(({ path, parent }) => {
    const around = parent === undefined ? undefined : definition.states.get(parent)
    return around?.kind === 'parallel' ? around.children.filter((region) => region !== path) : []
  })
}
