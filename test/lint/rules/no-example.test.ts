import { noExample } from '../../../engine/lint/rules/no-example.ts'
import { judge, states } from '../judge-rule.ts'

judge(noExample, [
  {
    name: 'input, form, event',
    text: `input: { i: integer }\nevents: { GO: { by: [r], with: { n: integer } } }\n${states(`a: { task: { role: r, form: { f: integer, o?: integer, e: { type: integer, example: 1 } }, due: 1 day, late: up }, on: { done: b } }`, `b: { on: { GO: z } }`)}`,
    found: ['5:10', '6:34', '8:33'],
    blanks: { field: 'i' },
  },
  {
    name: 'a process that is not for rehearsals',
    text: `input: { i: integer }\n${states(`a: { always: z }`)}`,
    found: [],
  },
  {
    name: 'a record of examples, a default',
    text: `types: { l: { n: { type: integer, example: 1 } } }\ninput: { i: list of l, d: { type: integer, default: 1 } }\n${states(`a: { always: z }`)}`,
    found: [],
  },
  {
    name: 'what the guard says of the event',
    text: `events: { GO: { by: [r], with: { s: string } } }\n${states(`a: { estimate: { min: 1 day, likely: 2 days, max: 3 days }, on: { GO: { guard: event.s == 'x', target: z } } }`)}`,
    found: [],
  },
  {
    name: 'an event that a rehearsal never sends',
    text: `events: { GO: { by: [r], with: { s: string } }, END: { by: [r] } }\n${states(`a: { on: { END: { odds: 1, target: z }, GO: { odds: 0, target: z } } }`)}`,
    found: [],
  },
])
