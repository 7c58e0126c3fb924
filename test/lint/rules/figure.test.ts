import { figure } from '../../../engine/lint/rules/figure.ts'
import { judge, states } from '../judge-rule.ts'

judge(figure, [
  {
    name: 'compared with',
    text: `input: { n: integer }\n${states(`a: { always: [ { guard: data.n > 20, target: z }, { target: z } ] }`)}`,
    found: ['7:36'],
    blanks: { figure: '20' },
  },
  {
    name: 'reckoned with',
    text: `input: { n: number, at: date }\nvalues: { v: data.n * 0.35 - -2, late: now > data.at + days(30), later: "now > data.at + '30 days'" }\n${states(`a: { always: z }`)}`,
    found: ['6:23', '6:30', '6:61', '6:90'],
  },
  {
    name: 'what counts nothing',
    text: `input: { n: number, l: list of number }\nvalues: { v: "1 - data.n * 100", r: "round(data.n, 9) == 1", s: data.l.size() > 0, i: "data.l[2] > 0", t: 3 }\n${states(`a: { always: z }`)}`,
    found: [],
  },
  {
    name: 'one of some figures',
    text: `input: { n: integer }\nvalues: { v: 'data.n in [2, 3]' }\n${states(`a: { always: z }`)}`,
    found: [],
  },
  {
    name: 'the argument of a template',
    text: `templates: { t: { with: { n: integer }, initial: i, states: { i: { always: [ { guard: "data.n > $n", target: j }, { target: j } ] }, j: { type: final } } } }\ninput: { n: integer }\n${states(`a: { use: t, with: { n: 20 }, on: { done: z } }`)}`,
    found: [],
  },
])
