import type { Definition } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'
import { canFinish, closure, enteredWith, withAncestors } from '../state-graph.ts'

/** No path leads to a state from the start, or nothing opens work beside the flow. Of a chain only the first is told. */
export const unreachableState = defineRule('lint/unreachable-state', (definition, _environment, report) => {
  const follow = (path: string) => followers(definition, path)
  const reached = closure([''], follow)
  const missed = [...definition.states.values()].filter(
    ({ path, parent }) => !reached.has(path) && (parent === undefined || reached.has(parent)),
  )
  const within = new Map(missed.map(({ path }) => [path, closure([path], follow)]))
  for (const state of missed) {
    const led = missed.some(
      ({ path }) => path !== state.path && within.get(path)?.has(state.path) && !within.get(state.path)?.has(path),
    )
    const isFirstOfCircle = missed.every(
      ({ path }) => !within.get(path)?.has(state.path) || !comesBefore(definition, path, state.path),
    )
    if (!led && isFirstOfCircle) report({ state: state.key }, state)
  }
})

function comesBefore(definition: Definition, path: string, other: string): boolean {
  for (const candidate of definition.states.keys()) {
    if (candidate === path) return path !== other
    if (candidate === other) return false
  }
  return false
}

/** What may become active because a state is: inside it, around it, after it, and what is opened beside the flow. */
function followers(definition: Definition, path: string): readonly string[] {
  const state = definition.states.get(path)
  if (!state) return []
  const operations = [...state.entry, ...state.exit, ...state.transitions.flatMap((move) => move.operations)]
  return [
    ...enteredWith(definition, state),
    ...withAncestors(definition, path).map((around) => around.path),
    ...state.transitions.flatMap(({ trigger, target }) => {
      const happens = trigger.kind !== 'done' || canFinish(definition, path)
      return happens && target !== undefined ? [target] : []
    }),
    ...operations.flatMap((operation) => (operation.kind === 'open' ? [operation.task] : [])),
  ]
}
