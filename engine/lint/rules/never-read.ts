import { declaredData } from '../declared-data.ts'
import { defineRule } from '../rule.ts'
import { usesOf } from '../uses.ts'

/** A key of `data` that nothing reads, no form shows and no report finds. */
export const neverRead = defineRule('lint/never-read', (definition, _environment, report) => {
  const { paths, wholes } = usesOf(definition)
  for (const { written, field, path, isAsked } of declaredData(definition)) {
    const isRead = paths.has(path) || wholes.has(path.slice(0, path.lastIndexOf('.')))
    if (!isRead && !isAsked && !field.index) report({ name: field.name }, written)
  }
})
