import type { Definition } from '../../definition/definition.ts'
import { defineRule } from '../rule.ts'
import { usesOf } from '../uses.ts'

/** A parameter, a value or a type that nothing uses. */
export const neverUsed = defineRule('lint/never-used', (definition, { processes }, report) => {
  const { paths, calls } = usesOf(definition)
  for (const { section, name, ...at } of definition.written.names) {
    if (section === 'data' || section === 'plugins') continue
    const isUsed =
      section === 'types'
        ? // Another process may use a type, and without a project nobody knows.
          !processes || calls.has(name) || isNamed(definition, name, processes)
        : paths.has(`${section}.${name}`)
    if (!isUsed) report({ section, name }, at)
  }
})

function isNamed({ id, written }: Definition, type: string, processes: ReadonlyMap<string, Definition>): boolean {
  return (
    written.usedTypes.has(type) || [...processes.values()].some((other) => other.written.usedTypes.has(`${id}/${type}`))
  )
}
