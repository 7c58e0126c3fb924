import { neverRead } from '../../../engine/lint/rules/never-read.ts'
import { judge, states } from '../judge-rule.ts'

judge(neverRead, [
  {
    name: 'kept and not read',
    text: `data: { n?: integer }\n${states(`a: { entry: { assign: { n: 1 } }, always: z }`)}`,
    found: ['5:9'],
    blanks: { name: 'n' },
  },
  {
    name: 'read, found by reports, shown in a form, given to others',
    text: `data: { n?: integer, i: { type: integer, default: 1, index: true }, f?: integer, o?: integer }\n${states(`a: { task: { role: r, form: { f?: integer }, title: { en: "{n}" }, due: 1 day, late: up }, on: { done: b } }`, `b: { type: final, output: { o: data.o } }`)}`,
    found: [],
  },
  {
    name: 'in the record of a template',
    text: `templates: { t: { data: { n: { type: integer, default: 0 }, m: { type: integer, default: 0 } }, initial: i, states: { i: { always: { target: j, assign: { own.n: own.m } } }, j: { type: final } } } }\n${states(`a: { use: t, on: { done: z } }`)}`,
    found: ['5:27 used 7:13'],
  },
])
