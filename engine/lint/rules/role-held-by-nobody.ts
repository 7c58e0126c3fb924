import { defineRule } from '../rule.ts'

/** A known role that nobody holds, told once for the process. */
export const roleHeldByNobody = defineRule('lint/role-held-by-nobody', (definition, environment, report) => {
  const { roles, heldRoles } = environment
  if (!heldRoles) return
  const told = new Set<string>()
  for (const { role, ...at } of definition.written.roles) {
    if (heldRoles.has(role) || told.has(role) || (roles && !roles.has(role))) continue
    told.add(role)
    report({ role }, at)
  }
})
