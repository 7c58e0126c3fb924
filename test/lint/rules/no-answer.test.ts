import { noAnswer } from '../../../engine/lint/rules/no-answer.ts'
import { judge, states } from '../judge-rule.ts'

judge(noAnswer, [
  {
    name: 'an action without one',
    text: `plugins: { crew: ^1.0.0 }\n${states(`a: { estimate: { min: 1 day, likely: 2 days, max: 3 days }, always: b }`, `b: { action: crew.count-votes, on: { done: z } }`)}`,
    environment: { answeredActions: new Set() },
    found: ['8:16'],
    blanks: { action: 'crew.count-votes' },
  },
  {
    name: 'an action with one',
    text: `plugins: { crew: ^1.0.0 }\n${states(`a: { estimate: { min: 1 day, likely: 2 days, max: 3 days }, always: b }`, `b: { action: crew.count-votes, on: { done: z } }`)}`,
    environment: { answeredActions: new Set(['crew.count-votes']) },
    found: [],
  },
  {
    name: 'a process that is not for rehearsals',
    text: `plugins: { crew: ^1.0.0 }\n${states(`a: { action: crew.count-votes, on: { done: z } }`)}`,
    environment: { answeredActions: new Set() },
    found: [],
  },
])
