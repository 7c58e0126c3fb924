import { historyNeverLeft } from '../../../engine/lint/rules/history-never-left.ts'
import { end, judge, states } from '../judge-rule.ts'

judge(historyNeverLeft, [
  {
    name: 'what is interrupted lies around it',
    text: `events: { HALT: { by: [r] }, BACK: { by: [r] } }\n${states(`a: { initial: i, on: { HALT: b }, states: { i: { after: { 1 day: z } }, was: { history: deep } } }`, `b: { on: { BACK: a.was } }`)}`,
    found: [],
  },
  {
    name: 'nothing leaves its parent',
    text: `events: { HALT: { by: [r] }, BACK: { by: [r] } }\n${states(`a: { initial: i, on: { HALT: .i }, states: { i: { on: { BACK: was }, after: { 1 day: j } }, j: { type: final }, was: { history: deep } } }`)}`,
    found: ['7:120'],
    blanks: { state: 'was', parent: 'a' },
  },
  {
    name: 'of the process',
    text: `events: { HALT: { by: [r] }, BACK: { by: [r] } }\nstates:\n  a: { on: { HALT: b, BACK: was } }\n  b: { on: { BACK: was } }\n  was: { history: shallow }\n${end}`,
    found: ['9:8'],
    blanks: { parent: 'sample' },
  },
  {
    name: 'a state around it is left',
    text: `events: { HALT: { by: [r] }, BACK: { by: [r] } }\n${states(`a: { initial: c, on: { HALT: b }, states: { c: { initial: i, states: { i: { after: { 1 day: z } }, was: { history: deep } } } } }`, `b: { on: { BACK: a.c.was } }`)}`,
    found: [],
  },
  {
    name: 'it is left and entered anew',
    text: `events: { HALT: { by: [r] }, BACK: { by: [r] } }\n${states(`a: { initial: i, on: { HALT: a, BACK: a.was }, states: { i: { after: { 1 day: z } }, was: { history: deep } } }`)}`,
    found: [],
  },
  {
    name: 'another region leaves the parallel around',
    text: `events: { HALT: { by: [r] }, BACK: { by: [r] } }\n${states(`a:`, `  type: parallel`, `  states:`, `    p: { initial: i, states: { i: {}, was: { history: deep } } }`, `    q: { initial: j, states: { j: { on: { HALT: b } } } }`, `b: { on: { BACK: a.p.was } }`)}`,
    found: [],
  },
  {
    name: 'another region leaves only itself',
    text: `events: { HALT: { by: [r] }, BACK: { by: [r] } }\n${states(`a:`, `  type: parallel`, `  title: { en: P }`, `  states:`, `    p: { initial: i, states: { i: { on: { BACK: was } }, was: { history: deep } } }`, `    q: { initial: j, states: { j: { on: { HALT: k } }, k: {} } }`)}`,
    found: ['11:65'],
  },
])
