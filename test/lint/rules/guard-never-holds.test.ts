import { guardNeverHolds } from '../../../engine/lint/rules/guard-never-holds.ts'
import { judge, states } from '../judge-rule.ts'

judge(guardNeverHolds, [
  {
    name: 'a range that holds nothing',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 5 && data.n < 3, target: z }, { target: a } ] } }`)}`,
    found: ['9:47'],
  },
  {
    name: 'nothing between two whole numbers',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 5 && data.n < 6, target: z }, { target: a } ] } }`)}`,
    found: ['9:47'],
  },
  {
    name: 'two words at once',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.k == 'one' && data.k == 'two', target: z }, { target: a } ] } }`)}`,
    found: ['9:47'],
  },
  {
    name: 'yes and no',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.b && !data.b, target: z }, { target: a } ] } }`)}`,
    found: ['9:47'],
  },
  {
    name: 'a range',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 3 && data.n < 5, target: z }, { target: a } ] } }`)}`,
    found: [],
  },
  {
    name: 'more alternatives than are looked at',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: "(data.n == 0 || data.n == 100) && (data.n == 1 || data.n == 101) && (data.n == 2 || data.n == 102) && (data.n == 3 || data.n == 103) && (data.n == 4 || data.n == 104) && (data.n == 5 || data.n == 105) && (data.n == 6 || data.n == 106) && (data.n == 7 || data.n == 107) && (data.n == 8 || data.n == 108) && (data.n == 9 || data.n == 109) && (data.n == 10 || data.n == 110) && (data.n == 11 || data.n == 111)", target: z }, { target: a } ] } }`)}`,
    found: [],
  },
])
