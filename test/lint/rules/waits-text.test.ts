import { waitsText } from '../../../engine/lint/rules/waits-text.ts'
import { judge, states } from '../judge-rule.ts'

judge(waitsText, [
  { name: 'waits for time', text: states('a: { after: { 1 day: z } }'), found: [] },
  {
    name: 'waits for an event',
    text: `events: { GO: { by: [r] } }\n${states('a: { on: { GO: z } }')}`,
    found: ['7:6'],
  },
  {
    name: 'waits for what its parent takes',
    text: `events: { GO: { by: [r] } }\n${states('a: { initial: i, on: { GO: z }, states: { i: {} } }')}`,
    found: ['7:48'],
  },
])
