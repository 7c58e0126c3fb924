import { endlessAlways } from '../../../engine/lint/rules/endless-always.ts'
import { judge, states } from '../judge-rule.ts'

judge(endlessAlways, [
  {
    name: 'a circle without guards',
    text: states('a: { always: b }', 'b: { always: a, after: { 1 day: z } }'),
    found: ['6:16'],
  },
  {
    name: 'a guard that nothing on the way changes',
    text: `input: { n: integer }\n${states('a: { always: b }', 'b: { always: [ { guard: data.n > 2, target: z }, { target: a } ] }')}`,
    found: ['7:16'],
  },
  {
    name: 'a guard that what is assigned on the way may change',
    text: `data: { n: { type: integer, default: 0 } }\n${states('a: { always: b, entry: { assign: { n: data.n + 1 } } }', 'b: { always: [ { guard: data.n > 2, target: z }, { target: a } ] }')}`,
    found: [],
  },
  {
    name: 'a guard that asks for states',
    text: states('a: { always: b }', "b: { always: [ { guard: active('b'), target: z }, { target: a } ] }"),
    found: [],
  },
  {
    name: 'guards that exclude each other',
    text: `input: { n: integer }\n${states('a: { always: { guard: data.n > 2, target: b }, after: { 1 day: z } }', 'b: { always: { guard: data.n < 2, target: a }, after: { 1 day: z } }')}`,
    found: [],
  },
  {
    name: 'guards of one thing that may exclude each other',
    text: `input: { n: list of integer }\n${states('a: { always: { guard: 2 in data.n, target: b }, after: { 1 day: z } }', 'b: { always: { guard: "data.n == []", target: a }, after: { 1 day: z } }')}`,
    found: [],
  },
  {
    name: 'a move of the state around comes back',
    text: `input: { n: boolean }\n${states('a: { initial: i, always: { guard: data.n, target: a }, states: { i: { after: { 1 day: z } } } }')}`,
    found: ['7:28'],
  },
  {
    name: 'no target and no guard',
    text: states('a: { always: { notify: r }, after: { 1 day: z } }'),
    found: ['6:16'],
  },
  {
    name: 'through a compound',
    text: states('a: { always: b, after: { 1 day: z } }', 'b: { initial: i, states: { i: { always: a } } }'),
    found: ['6:16'],
  },
])
