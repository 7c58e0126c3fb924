import { declaredData } from '../declared-data.ts'
import { defineRule } from '../rule.ts'
import { usesOf } from '../uses.ts'

/** A key of `data` that is read, and that nothing ever fills. */
export const neverFilled = defineRule('lint/never-filled', (definition, _environment, report) => {
  const { paths } = usesOf(definition)
  for (const { written, field, path, isAsked, isAssigned } of declaredData(definition)) {
    const isFilled = field.default !== undefined || isAsked || isAssigned
    if (!isFilled && paths.has(path)) report({ name: field.name }, written)
  }
})
