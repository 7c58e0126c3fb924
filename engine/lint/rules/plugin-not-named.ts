import { defineRule } from '../rule.ts'

/** An action whose plugin does not stand under `plugins`: any version of it would be taken. */
export const pluginNotNamed = defineRule('lint/plugin-not-named', (definition, _environment, report) => {
  const told = new Set<string>()
  for (const { work, usedAt } of definition.states.values()) {
    if (work?.kind !== 'action') continue
    const [plugin = ''] = work.action.split('.', 1)
    if (Object.hasOwn(definition.plugins, plugin) || told.has(plugin)) continue
    told.add(plugin)
    report({ plugin, action: work.action }, { place: work.place, usedAt })
  }
})
