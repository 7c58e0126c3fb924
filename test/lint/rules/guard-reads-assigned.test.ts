import { guardReadsAssigned } from '../../../engine/lint/rules/guard-reads-assigned.ts'
import { judge, states } from '../judge-rule.ts'

judge(guardReadsAssigned, [
  {
    name: 'what it assigns',
    text: `data: { n: { type: integer, default: 0 } }\nevents: { GO: { by: [r], with: { n: integer } } }\n${states('a: { waits: { en: x }, on: { GO: [ { guard: data.n < 3, target: z, assign: { n: data.n + 1 } }, { target: z } ] } }')}`,
    found: ['8:47'],
    blanks: { field: 'n' },
  },
  {
    name: 'something else',
    text: `data: { n: { type: integer, default: 0 } }\nevents: { GO: { by: [r], with: { n: integer } } }\n${states('a: { waits: { en: x }, on: { GO: [ { guard: event.n < 3, target: z, assign: { n: event.n } }, { target: z } ] } }')}`,
    found: [],
  },
  {
    name: 'the value it will have',
    text: `data: { n: { type: integer, default: 0 } }\nevents: { GO: { by: [r], with: { n: integer } } }\n${states('a: { waits: { en: x }, on: { GO: [ { guard: data.n + 1 < 3, target: z, assign: { n: data.n + 1 } }, { target: z } ] } }')}`,
    found: [],
  },
  {
    name: 'of a record of a template',
    text: `templates: { t: { data: { n: { type: integer, default: 0 } }, initial: i, states: { i: { always: { guard: own.n < 3, assign: { own.n: own.n + 1 }, target: i } } } } }\n${states('a: { use: t }')}`,
    found: ['5:107 used 7:13'],
  },
])
