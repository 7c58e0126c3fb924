import { guardsOverlap } from '../../../engine/lint/rules/guards-overlap.ts'
import { judge, states } from '../judge-rule.ts'

judge(guardsOverlap, [
  {
    name: 'both hold between',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n < 10, target: z }, { guard: data.n > 5, target: a } ] } }`)}`,
    found: ['9:82'],
    blanks: { guard: 'data.n > 5', other: 'data.n < 10' },
  },
  {
    name: 'both hold where they meet',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n >= 5, target: z }, { guard: data.n <= 5, target: a } ] } }`)}`,
    found: ['9:82'],
  },
  {
    name: 'one begins where the other ends',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 5, target: z }, { guard: data.n <= 5, target: a } ] } }`)}`,
    found: [],
  },
  {
    name: 'one within the other',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 10, target: z }, { guard: data.n > 5, target: a } ] } }`)}`,
    found: [],
  },
  {
    name: 'guards of different things',
    text: `input: { n: integer, b: boolean, k: kind }\ntypes: { kind: { enum: [one, two, three] } }\nevents: { GO: { by: [r] } }\n${states(`a: { waits: { en: x }, on: { GO: [ { guard: data.n > 10, target: z }, { guard: data.b, target: a } ] } }`)}`,
    found: [],
  },
])
