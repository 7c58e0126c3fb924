import { defineRule } from '../rule.ts'
import { isInRange } from '../version-range.ts'

/** The plugin at hand is of a version that the process was not written for. */
export const pluginVersion = defineRule('lint/plugin-version', (definition, { plugins }, report) => {
  for (const { section, name, ...at } of definition.written.names) {
    const version = section === 'plugins' ? plugins?.get(name) : undefined
    const range = definition.plugins[name] ?? ''
    if (version !== undefined && !isInRange(version, range)) report({ plugin: name, version, range }, at)
  }
})
