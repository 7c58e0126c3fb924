import { notByNobody } from '../../../engine/lint/rules/not-by-nobody.ts'
import { judge, states } from '../judge-rule.ts'

judge(notByNobody, [
  {
    name: 'a state that only waits',
    text: states(
      `a: { after: { 1 day: b } }`,
      `b: { approval: { of: [r], notBy: a, due: 1 day, late: up }, on: { approved: z, rejected: z } }`,
    ),
    found: ['7:29'],
    blanks: { state: 'b', other: 'a' },
  },
  {
    name: 'a task, also inside',
    text: states(
      `a: { initial: i, states: { i: { task: { role: r, due: 1 day, late: up }, on: { done: b } } } }`,
      `b: { approval: { of: [r], notBy: a, due: 1 day, late: up }, on: { approved: z, rejected: z } }`,
    ),
    found: [],
  },
])
