import { eventInTwoRegions } from '../../../engine/lint/rules/event-in-two-regions.ts'
import { judge, states } from '../judge-rule.ts'

judge(eventInTwoRegions, [
  {
    name: 'both take it',
    text: `events: { GO: { by: [r], with: { step: string } } }\n${states(`a:`, `  type: parallel`, `  states:`, `    p: { initial: i, states: { i: { on: { GO: { note: { en: x } } } } } }`, `    q: { initial: j, states: { j: { on: { GO: k } }, k: { type: final } } }`, `  on: { done: z }`)}`,
    found: ['11:49'],
    blanks: { event: 'GO', state: 'j', other: 'i' },
  },
  {
    name: 'told apart by a field of it',
    text: `events: { GO: { by: [r], with: { step: string } } }\n${states(`a:`, `  type: parallel`, `  states:`, `    p: { initial: i, states: { i: { on: { GO: { guard: event.step == 'one', note: { en: x } } } } } }`, `    q: { initial: j, states: { j: { on: { GO: { guard: event.step == 'two', target: k } } }, k: { type: final } } }`, `  on: { done: z }`)}`,
    found: [],
  },
  {
    name: 'of one word',
    text: `events: { GO: { by: [r], with: { step: string } } }\n${states(`a:`, `  type: parallel`, `  states:`, `    p: { initial: i, states: { i: { on: { GO: { guard: event.step == 'one', note: { en: x } } } } } }`, `    q: { initial: j, states: { j: { on: { GO: { guard: event.step == 'one', target: k } } }, k: { type: final } } }`, `  on: { done: z }`)}`,
    found: ['11:49'],
  },
  {
    name: 'only one of them looks',
    text: `events: { GO: { by: [r], with: { step: string } } }\n${states(`a:`, `  type: parallel`, `  states:`, `    p: { initial: i, states: { i: { on: { GO: { guard: event.step == 'one', note: { en: x } } } } } }`, `    q: { initial: j, states: { j: { on: { GO: k } }, k: { type: final } } }`, `  on: { done: z }`)}`,
    found: ['11:49'],
  },
  {
    name: 'two states of one region',
    text: `events: { GO: { by: [r], with: { step: string } } }\n${states(`a:`, `  type: parallel`, `  states:`, `    p: { initial: i, states: { i: { on: { GO: j } }, j: { on: { GO: i } } } }`, `    q: { initial: k, states: { k: { type: final } } }`)}`,
    found: [],
  },
  {
    name: 'the parallel itself takes what regions do not',
    text: `events: { GO: { by: [r], with: { step: string } } }\n${states(`a:`, `  type: parallel`, `  states:`, `    p: { initial: i, states: { i: { on: { GO: j } }, j: {} } }`, `    q: { initial: k, states: { k: { type: final } } }`, `  on: { GO: z }`)}`,
    found: [],
  },
])
