import { idleKey } from '../../../engine/lint/rules/idle-key.ts'
import { judge, states } from '../judge-rule.ts'

judge(idleKey, [
  {
    name: 'by of what nobody asks for',
    text: states(
      `a: { task: { role: r, due: 1 day, late: up }, on: { done: { by: [r], target: z } } }`,
      `b: { always: { by: [r], target: z } }`,
    ),
    found: ['6:63', '7:18'],
    blanks: { key: 'by', state: 'a' },
  },
  {
    name: 'stay of what does not end work',
    text: `events: { GO: { by: [r] } }\n${states(`a: { on: { GO: { stay: true } }, after: { 1 day: z } }`)}`,
    found: ['7:20'],
    blanks: { key: 'stay' },
  },
  {
    name: 'leave where no children are left',
    text: `events: { GO: { by: [r] } }\n${states(`a: { on: { GO: { leave: keep, target: z } } }`, `b: { process: other, on: { GO: { leave: keep, note: { en: x } }, done: z, failed: z } }`)}`,
    found: ['7:20', '8:36'],
    blanks: { key: 'leave' },
  },
  {
    name: 'odds of what happens by itself',
    text: states(`a: { after: { 1 day: { odds: 3, target: z } } }`),
    found: ['6:26'],
    blanks: { key: 'odds' },
  },
  {
    name: 'escalate where nobody works',
    text: `events: { GO: { by: [r] } }\n${states(`a: { on: { GO: { escalate: up, target: z } } }`)}`,
    found: ['7:20'],
    blanks: { key: 'escalate' },
  },
  {
    name: 'each where it works',
    text: `events: { GO: { by: [r] } }\n${states(`a: { task: { role: r, due: 1 day, late: up }, on: { GO: { by: [r], odds: 1, escalate: up }, done: { stay: true, note: { en: x } } }, after: { 1 day: b } }`, `b: { initial: i, states: { i: { process: other, on: { done: z, failed: z } } }, on: { GO: { leave: keep, target: z } } }`)}`,
    found: [],
  },
])
