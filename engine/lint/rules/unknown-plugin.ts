import { nearestName } from '../../problem/nearest-name.ts'
import { defineRule } from '../rule.ts'

/** A plugin named that is not at hand. */
export const unknownPlugin = defineRule('lint/unknown-plugin', (definition, { plugins }, report) => {
  if (!plugins) return
  for (const { section, name, ...at } of definition.written.names) {
    if (section === 'plugins' && !plugins.has(name))
      report({ plugin: name, near: nearestName(name, plugins.keys()) }, at)
  }
})
