import { unknownPlugin } from '../../../engine/lint/rules/unknown-plugin.ts'
import { judge, states } from '../judge-rule.ts'

judge(unknownPlugin, [
  {
    name: 'not at hand',
    text: `plugins: { crw: ^1.0.0 }\n${states(`a: { always: z }`)}`,
    environment: { plugins: new Map([['crew', '1.4.2']]) },
    found: ['5:12'],
    blanks: { plugin: 'crw', near: 'crew' },
  },
  {
    name: 'at hand',
    text: `plugins: { crew: ^1.0.0 }\n${states(`a: { always: z }`)}`,
    environment: { plugins: new Map([['crew', '1.4.2']]) },
    found: [],
  },
  {
    name: 'plugins not known',
    text: `plugins: { crw: ^1.0.0 }\n${states(`a: { always: z }`)}`,
    found: [],
  },
])
