import type { Definition, Transition } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'
import { closure, enteredWith } from '../state-graph.ts'

/** A move that nobody asks for has requirements, its own or those of the state it enters: there is nobody to refuse. */
export const requiresNobody = defineRule('lint/requires-nobody', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    for (const move of state.transitions) {
      if (!happensByItself(definition, move)) continue
      const refuses = move.requires.length > 0 || entersRequirements(definition, move.target)
      if (refuses) report({ state: state.key }, { place: move.place, usedAt: state.usedAt })
    }
  }
})

function happensByItself(definition: Definition, { trigger, source }: Transition): boolean {
  if (trigger.kind === 'ending') {
    const kind = definition.states.get(source)?.work?.kind
    return kind === 'action' || kind === 'children'
  }
  return ['always', 'after', 'at', 'every'].includes(trigger.kind)
}

function entersRequirements(definition: Definition, target: string | undefined): boolean {
  if (target === undefined || definition.states.get(target)?.kind === 'history') return false
  const entered = closure([target], (path) => {
    const state = definition.states.get(path)
    return state && state.kind !== 'history' ? enteredWith(definition, state) : []
  })
  return [...entered].some((path) => (definition.states.get(path)?.requires.length ?? 0) > 0)
}
