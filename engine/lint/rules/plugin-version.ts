import { defineRule } from '../rule.ts'
import { isInRange } from '../version-range.ts'

/** The plugin at hand is of a version that the process was not written for. */
export const pluginVersion = defineRule('lint/plugin-version', (definition, { plugins }, report) => {
  for (const [plugin, range] of Object.entries(definition.plugins)) {
    const version = plugins?.get(plugin)
    if (version !== undefined && !isInRange(version, range)) report({ plugin, version, range }, definition)
  }
})
