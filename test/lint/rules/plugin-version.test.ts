import { pluginVersion } from '../../../engine/lint/rules/plugin-version.ts'
import { judge, states } from '../judge-rule.ts'

judge(pluginVersion, [
  {
    name: 'another version',
    text: `plugins: { crew: ^2.0.0 }\n${states(`a: { action: crew.count-votes, on: { done: z } }`)}`,
    environment: { plugins: new Map([['crew', '1.4.2']]) },
    found: ['5:12'],
    blanks: { plugin: 'crew', version: '1.4.2', range: '^2.0.0' },
  },
  {
    name: 'in the range',
    text: `plugins: { crew: ^1.0.0 }\n${states(`a: { action: crew.count-votes, on: { done: z } }`)}`,
    environment: { plugins: new Map([['crew', '1.4.2']]) },
    found: [],
  },
  {
    name: 'versions not known',
    text: `plugins: { crew: ^2.0.0 }\n${states(`a: { action: crew.count-votes, on: { done: z } }`)}`,
    found: [],
  },
])
