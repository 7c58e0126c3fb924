import { roleHeldByNobody } from '../../../engine/lint/rules/role-held-by-nobody.ts'
import { judge, states, task } from '../judge-rule.ts'

judge(roleHeldByNobody, [
  {
    name: 'known and free, told once',
    text: states(`a: { ${task}, on: { done: b } }`, `b: { ${task}, on: { done: z } }`),
    environment: { roles: new Set(['r']), heldRoles: new Set() },
    found: ['6:22'],
  },
  {
    name: 'held',
    text: states(`a: { ${task}, on: { done: z } }`),
    environment: { roles: new Set(['r']), heldRoles: new Set(['r']) },
    found: [],
  },
])
