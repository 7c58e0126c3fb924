import { nearestName } from '../../problem/nearest-name.ts'
import { defineRule } from '../rule.ts'

/** A plugin named that is not at hand. */
export const unknownPlugin = defineRule('lint/unknown-plugin', (definition, { plugins }, report) => {
  if (!plugins) return
  for (const plugin of Object.keys(definition.plugins)) {
    if (!plugins.has(plugin)) report({ plugin, near: nearestName(plugin, plugins.keys()) }, definition)
  }
})
