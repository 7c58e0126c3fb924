import { nearestName } from '../../problem/nearest-name.ts'
import { defineRule } from '../rule.ts'

/** A role that the organisation does not know: work would stay with nobody. */
export const unknownRole = defineRule('lint/unknown-role', (definition, { roles }, report) => {
  if (!roles) return
  for (const { role, ...at } of definition.written.roles) {
    if (!roles.has(role)) report({ role, near: nearestName(role, roles) }, at)
  }
})
