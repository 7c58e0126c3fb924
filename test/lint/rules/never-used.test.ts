import { neverUsed } from '../../../engine/lint/rules/never-used.ts'
import { judge, states } from '../judge-rule.ts'

judge(neverUsed, [
  {
    name: 'a parameter, a value, a type',
    text: `params: { p: { type: integer, default: 1 } }\nvalues: { v: now }\ntypes: { t: { n: integer } }\n${states(`a: { always: z }`)}`,
    environment: { processes: new Map() },
    found: ['5:11', '6:11', '7:10'],
    blanks: { section: 'params', name: 'p' },
  },
  {
    name: 'used in an expression, a length, a text, a constructor',
    text: `params: { p: { type: duration, default: 1 day } }\nvalues: { v: now, w: values.v }\ntypes: { t: { n: integer } }\ndata: { l: { type: list of t, default: [] } }\n${states(`a: { title: { en: "{values.w}" }, entry: { assign: { l: "[t(1)]" } }, after: { p: z } }`)}`,
    environment: { processes: new Map() },
    found: [],
  },
  {
    name: 'a type that a parameter of a template is of',
    text: `templates: { t: { with: { l: list of k }, initial: i, states: { i: { type: final } } } }\ntypes: { k: { n: integer } }\n${states(`a: { use: t, on: { done: z } }`)}`,
    environment: { processes: new Map() },
    found: [],
  },
  {
    name: 'types others may use',
    text: `types: { t: { n: integer } }\n${states(`a: { always: z }`)}`,
    found: [],
  },
])
