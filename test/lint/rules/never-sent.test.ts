import { neverSent } from '../../../engine/lint/rules/never-sent.ts'
import { judge, states } from '../judge-rule.ts'

judge(neverSent, [
  {
    name: 'only processes send it',
    text: `events: { GO: {} }\n${states(`a: { estimate: { min: 1 day, likely: 2 days, max: 3 days }, on: { GO: z } }`)}`,
    found: ['7:6'],
    blanks: { state: 'a', events: ['GO'] },
  },
  {
    name: 'its odds are 0',
    text: `events: { GO: { by: [r] } }\n${states(`a: { on: { GO: { odds: 0, target: z } } }`)}`,
    found: ['7:6'],
  },
  {
    name: 'the first of its own, or one around that has odds',
    text: `events: { GO: { by: [r] }, UP: {} }\n${states(`a: { estimate: { min: 1 day, likely: 2 days, max: 3 days }, on: { GO: b } }`, `b: { initial: i, on: { GO: { odds: 1, target: z } }, states: { i: { on: { UP: z } } } }`)}`,
    found: [],
  },
  {
    name: 'time leads on',
    text: `events: { GO: {} }\n${states(`a: { estimate: { min: 1 day, likely: 2 days, max: 3 days }, on: { GO: z }, after: { 1 day: z } }`)}`,
    found: [],
  },
])
