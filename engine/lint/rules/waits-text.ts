import { defineRule } from '../rule.ts'

const BY_ITSELF: ReadonlySet<string> = new Set(['always', 'after', 'at'])

/** A state that waits for more than time or its own `always` and does not say for what. */
export const waitsText = defineRule('lint/waits-text', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    if (state.kind !== 'wait' || state.waits || state.path === '') continue
    const moves = state.transitions.map(({ trigger }) => trigger.kind)
    const forEvents = moves.includes('event') || !moves.some((kind) => BY_ITSELF.has(kind))
    if (forEvents) report({ state: state.key }, state)
  }
})
