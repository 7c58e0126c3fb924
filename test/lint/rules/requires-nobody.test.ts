import { requiresNobody } from '../../../engine/lint/rules/requires-nobody.ts'
import { judge, states, task } from '../judge-rule.ts'

judge(requiresNobody, [
  {
    name: 'on moves that happen by themselves',
    text: states(
      'a: { always: { requires: [ { that: now > now, else: { en: x } } ], target: b }, after: { 1 day: z } }',
      'b: { process: sample, on: { done: { requires: [ { that: now > now, else: { en: x } } ], target: z }, failed: z } }',
    ),
    found: ['6:16', '7:37'],
  },
  {
    name: 'on such a move into a state that has them',
    text: states(
      'a: { after: { 1 day: b } }',
      'b: { initial: c, states: { c: { requires: [ { that: now > now, else: { en: x } } ], always: z } } }',
    ),
    found: ['6:24'],
  },
  {
    name: 'somebody ends a task and can be told',
    text: states(`a: { ${task}, on: { done: { requires: [ { that: now > now, else: { en: x } } ], target: z } } }`),
    found: [],
  },
])
