import { sureBranch } from '../../../engine/lint/rules/sure-branch.ts'
import { judge, states, task } from '../judge-rule.ts'

judge(sureBranch, [
  {
    name: 'a last one without guard',
    text: states(`a: { ${task}, on: { done: [ { guard: now > now, target: a }, { target: z } ] } }`),
    found: [],
  },
  {
    name: 'all may be false',
    text: states(`a: { ${task}, on: { done: [ { guard: now > now, target: a }, { guard: now < now, target: z } ] } }`),
    found: ['6:96'],
  },
  {
    name: 'one is the opposite of the other',
    text: states(
      `a: { ${task}, on: { done: [ { guard: now > now, target: a }, { guard: "!(now > now)", target: z } ] } }`,
    ),
    found: [],
  },
  {
    name: 'done of a compound',
    text: states('a: { initial: i, states: { i: { type: final } }, on: { done: { guard: now > now, target: z } } }'),
    found: ['6:64'],
  },
])
