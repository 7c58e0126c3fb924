import { moveNeverTaken } from '../../../engine/lint/rules/move-never-taken.ts'
import { judge, states } from '../judge-rule.ts'

judge(moveNeverTaken, [
  {
    name: 'after one without a guard',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { target: z }, { guard: data.b, target: a } ] } }`)}`,
    found: ['9:53'],
  },
  {
    name: 'after an equal guard',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.b, target: z }, { guard: "data.b ", target: a } ] } }`)}`,
    found: ['9:68'],
  },
  {
    name: 'after a range that holds its own',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 5, target: z }, { guard: data.n > 10, target: a } ] } }`)}`,
    found: ['9:72'],
  },
  {
    name: 'after a range that its own holds',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 10, target: z }, { guard: data.n > 5, target: a } ] } }`)}`,
    found: [],
  },
  {
    name: 'after a pair that leaves nothing',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 5, target: z }, { guard: data.n <= 5, target: a }, { target: a } ] } }`)}`,
    found: ['9:107'],
  },
  {
    name: 'after all words of an enum',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.k == 'one', target: z }, { guard: "data.k in ['two', 'three']", target: a }, { target: a } ] } }`)}`,
    found: ['9:129'],
  },
  {
    name: 'part of it is left',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.k == 'one', target: z }, { guard: data.k == 'two', target: a }, { target: a } ] } }`)}`,
    found: [],
  },
  {
    name: 'guards that cannot be compared',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nparams: { p: { type: integer, default: 4 } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > params.p, target: z }, { guard: data.n > 10, target: a } ] } }`)}`,
    found: [],
  },
  {
    name: 'the same comparison, turned round',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nparams: { p: { type: integer, default: 4 } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > params.p, target: z }, { guard: params.p < data.n, target: a } ] } }`)}`,
    found: ['10:79'],
  },
  {
    name: 'moves of different triggers',
    text: `input: { n: date }\n${states('a: { after: { 1 day: z, 2 days: z }, at: [ { when: data.n, target: z }, { when: data.n, target: a } ] }')}`,
    found: [],
  },
  {
    name: 'a guard that a template was given',
    text: `templates: { t: { with: { g: expression, to: state }, always: [ { guard: $g, target: $to }, { target: $to } ], after: { 1 day: $to } } }\n${states('a: { use: t, with: { g: "true", to: z } }')}`,
    found: [],
  },
])
