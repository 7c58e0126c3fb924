import { endingNotTaken } from '../../../engine/lint/rules/ending-not-taken.ts'
import { judge, states, task } from '../judge-rule.ts'

judge(endingNotTaken, [
  { name: 'taken', text: states(`a: { ${task}, on: { done: z } }`), found: [] },
  {
    name: 'approval without rejected',
    text: states('a: { approval: { of: [r], due: 1 day, late: up }, on: { approved: z } }'),
    found: ['6:18'],
  },
  {
    name: 'the end of late',
    text: states('a: { task: { role: r, due: 1 day, late: { end: EXPIRED } }, on: { done: z } }'),
    found: ['6:14'],
  },
  {
    name: 'a child without failed; of many it need not be taken',
    text: states(
      'a: { process: sample, on: { done: b } }',
      'b: { process: sample, each: "i in [1, 2]", on: { done: z } }',
    ),
    found: ['6:17'],
  },
  {
    name: 'nothing has to follow beside the flow and in a rhythm',
    text: `tasks: { t: { ${task} } }\n${states(`a: { entry: { open: t }, every: { 1 day: { ${task} } }, after: { 1 week: z } }`)}`,
    found: [],
  },
])
