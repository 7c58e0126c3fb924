import { eventNeverTaken } from '../../../engine/lint/rules/event-never-taken.ts'
import { judge, states } from '../judge-rule.ts'

judge(eventNeverTaken, [
  {
    name: 'declared and not taken',
    text: `events: { GO: { by: [r] } }\n${states('a: { always: z }')}`,
    found: ['5:11'],
  },
  {
    name: 'the business name of an ending',
    text: `events: { GO: { by: [r] } }\n${states('a: { task: { event: GO, role: r, due: 1 day, late: up }, on: { GO: z } }')}`,
    found: [],
  },
])
