import { noWayOut } from '../../../engine/lint/rules/no-way-out.ts'
import { judge, states } from '../judge-rule.ts'

judge(noWayOut, [
  {
    name: 'a circle with a way out',
    text: states('a: { after: { 1 day: b } }', 'b: { after: { 1 day: a, 2 days: z } }'),
    found: [],
  },
  {
    name: 'a trap: the first of its circle',
    text: states('a: { after: { 1 day: z, 2 days: b } }', 'b: { after: { 1 day: c } }', 'c: { after: { 1 day: b } }'),
    found: ['7:6'],
  },
  {
    name: 'endless is meant',
    text: `endless: true\n${states('a: { after: { 1 day: b, 2 days: z } }', 'b: { after: { 1 day: b } }')}`,
    found: [],
  },
  {
    name: 'another region leads out',
    text: states(
      'a:',
      '  type: parallel',
      '  states:',
      '    p: { initial: p1, states: { p1: { waits: { en: x } } } }',
      '    q: { initial: q1, states: { q1: { after: { 1 day: z } } } }',
    ),
    found: [],
  },
  {
    name: 'a region that never ends keeps its parallel from ending',
    text: states(
      'a:',
      '  type: parallel',
      '  states:',
      '    p: { initial: p1, states: { p1: { waits: { en: x } } } }',
      '    q: { initial: q1, states: { q1: { type: final } } }',
      '  on: { done: z }',
    ),
    found: ['9:10'],
  },
  {
    name: 'a final state inside, and nobody takes done',
    text: states('a: { after: { 1 day: b, 2 days: z } }', 'b: { initial: i, states: { i: { type: final } } }'),
    found: ['7:33'],
  },
  {
    name: 'beside the flow a compound must end too',
    text: `tasks: { t: { initial: i, states: { i: { after: { 1 day: i } } } } }\n${states('a: { entry: { open: t }, always: z }')}`,
    found: ['5:40'],
  },
])
