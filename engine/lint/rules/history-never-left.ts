import { defineRule } from '../rule.ts'
import { leaves } from '../state-graph.ts'

/** A history whose parent nothing ever leaves: there is nothing it could go back to. */
export const historyNeverLeft = defineRule('lint/history-never-left', (definition, _environment, report) => {
  const moves = [...definition.states.values()].flatMap(({ transitions }) => transitions)
  for (const state of definition.states.values()) {
    const { parent } = state
    if (state.kind !== 'history' || parent === undefined) continue
    if (moves.some((move) => leaves(definition, move, parent))) continue
    report({ state: state.key, parent: definition.states.get(parent)?.key || definition.id }, state)
  }
})
