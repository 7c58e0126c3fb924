import { pluginNotNamed } from '../../../engine/lint/rules/plugin-not-named.ts'
import { judge, states } from '../judge-rule.ts'

judge(pluginNotNamed, [
  {
    name: 'told once',
    text: states(
      `a: { action: crew.count-votes, on: { done: b } }`,
      `b: { action: crew.count-votes, on: { done: z } }`,
    ),
    found: ['6:16'],
    blanks: { plugin: 'crew', action: 'crew.count-votes' },
  },
  {
    name: 'named',
    text: `plugins: { crew: ^1.0.0 }\n${states(`a: { action: crew.count-votes, on: { done: z } }`)}`,
    found: [],
  },
])
