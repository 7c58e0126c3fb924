import { noConsequence } from '../../../engine/lint/rules/no-consequence.ts'
import { judge, states } from '../judge-rule.ts'

judge(noConsequence, [
  {
    name: 'due alone',
    text: states('a: { task: { role: r, due: 1 day }, on: { done: z } }'),
    found: ['6:14'],
  },
  {
    name: 'the usual consequence of the process',
    text: `late: up\n${states('a: { task: { role: r, due: 1 day }, on: { done: z } }')}`,
    found: [],
  },
])
