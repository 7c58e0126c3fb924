import { defineRule } from '../rule.ts'

/** The name of a state that a level further out has too: the nearest counts, a reader may think of the other. */
export const sharedName = defineRule('lint/shared-name', (definition, _environment, report) => {
  for (const { name, meant, other, ...at } of definition.written.sharedNames)
    report({ name, meant: `/${meant}`, other: `/${other}` }, at)
})
