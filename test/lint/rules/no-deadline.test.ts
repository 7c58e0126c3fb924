import { noDeadline } from '../../../engine/lint/rules/no-deadline.ts'
import { judge, states } from '../judge-rule.ts'

judge(noDeadline, [
  {
    name: 'a task without due',
    text: states('a: { task: { role: r }, on: { done: z } }'),
    found: ['6:14'],
  },
  {
    name: 'an approval without due',
    text: states('a: { approval: { of: [r] }, on: { approved: z, rejected: z } }'),
    found: ['6:18'],
  },
  {
    name: 'a rhythm without due',
    text: states('a: { every: { 1 day: { task: { role: r } } }, after: { 1 week: z } }'),
    found: ['6:32'],
  },
])
