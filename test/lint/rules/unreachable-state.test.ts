import { unreachableState } from '../../../engine/lint/rules/unreachable-state.ts'
import { judge, states, task } from '../judge-rule.ts'

judge(unreachableState, [
  { name: 'reached in turn', text: states('a: { always: b }', 'b: { always: z }'), found: [] },
  { name: 'never a target', text: states('a: { always: z }', 'b: { always: z }'), found: ['7:6'] },
  {
    name: 'of a chain only the first',
    text: states('a: { always: z }', 'c: { always: z }', 'b: { always: c }'),
    found: ['8:6'],
  },
  {
    name: 'of a circle the first in the text',
    text: states('a: { always: z }', 'b: { always: c }', 'c: { after: { 1 day: b }, always: z }'),
    found: ['7:6'],
  },
  {
    name: 'regions and what is inside are entered together',
    text: states(
      'a:',
      '  type: parallel',
      '  on: { done: z }',
      '  states:',
      '    p: { initial: p1, states: { p1: { always: p2 }, p2: { type: final } } }',
      '    q: { initial: q2, states: { q2: { type: final } } }',
    ),
    found: [],
  },
  {
    name: 'done of a compound that can never be done',
    text: states('a: { initial: i, on: { done: b }, states: { i: { after: { 1 day: z } } } }', 'b: { always: z }'),
    found: ['7:6'],
  },
  {
    name: 'work beside the flow that is opened',
    text: `tasks: { t: { ${task} } }\n${states('a: { entry: { open: t }, always: z }')}`,
    found: [],
  },
  {
    name: 'work beside the flow that nothing opens',
    text: `tasks: { t: { ${task} } }\n${states('a: { always: z }')}`,
    found: ['5:13'],
  },
  {
    name: 'in a template once, with the first use',
    text: `templates: { t: { with: { next: state }, initial: i, on: { done: $next }, states: { i: { type: final }, j: { type: final } } } }\n${states('a: { use: t, with: { next: b } }', 'b: { use: t, with: { next: z } }')}`,
    found: ['5:108 used 7:13'],
  },
])
