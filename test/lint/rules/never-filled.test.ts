import { neverFilled } from '../../../engine/lint/rules/never-filled.ts'
import { judge, states } from '../judge-rule.ts'

judge(neverFilled, [
  {
    name: 'read and not filled',
    text: `data: { n?: integer }\n${states(`a: { always: [ { guard: has(data.n), target: z }, { target: z } ] }`)}`,
    found: ['5:9'],
    blanks: { name: 'n' },
  },
  {
    name: 'a default, an assignment, a form',
    text: `data: { d: { type: integer, default: 1 }, n?: integer, f?: integer }\n${states(`a: { task: { role: r, form: { f?: integer }, due: 1 day, late: up }, entry: { assign: { n: data.d } }, on: { done: [ { guard: has(data.n) && has(data.f), target: z }, { target: z } ] } }`)}`,
    found: [],
  },
])
