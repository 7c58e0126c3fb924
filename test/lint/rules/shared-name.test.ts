import { sharedName } from '../../../engine/lint/rules/shared-name.ts'
import { judge, states } from '../judge-rule.ts'

judge(sharedName, [
  {
    name: 'a level further out has it too',
    text: states(`a: { initial: i, states: { i: { always: b }, b: { always: /b } } }`, `b: { always: z }`),
    found: ['6:43'],
    blanks: { name: 'b', meant: '/a.b', other: '/b' },
  },
  {
    name: 'written from the root, or as a child',
    text: states(`a: { initial: i, always: .b, states: { i: {}, b: { always: /b } } }`, `b: { always: z }`),
    found: [],
  },
  {
    name: 'one level has it',
    text: states(`a: { always: b }`, `b: { always: z }`),
    found: [],
  },
  {
    name: 'what stands outside a template is out of its reach',
    text: `templates: { t: { initial: i, states: { i: { always: b }, b: { type: final } } } }\n${states(`a: { use: t, on: { done: b } }`, `b: { always: z }`)}`,
    found: [],
  },
])
