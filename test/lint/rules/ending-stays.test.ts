import { endingStays } from '../../../engine/lint/rules/ending-stays.ts'
import { judge, states, task } from '../judge-rule.ts'

judge(endingStays, [
  {
    name: 'without a target',
    text: states(`a: { ${task}, on: { done: { notify: r } }, after: { 1 day: z } }`),
    found: ['6:61'],
  },
  {
    name: 'meant so',
    text: states(`a: { ${task}, on: { done: { notify: r, stay: true } }, after: { 1 day: z } }`),
    found: [],
  },
])
