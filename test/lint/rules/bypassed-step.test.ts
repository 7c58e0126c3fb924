import { bypassedStep } from '../../../engine/lint/rules/bypassed-step.ts'
import { judge, states } from '../judge-rule.ts'

judge(bypassedStep, [
  {
    name: 'every way leads through the step',
    text: `data: { twice: { type: integer, default: 0 } }\n${states(`a: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: b } }`, `b: { entry: { assign: { twice: data.score * 2 } }, always: z }`)}`,
    found: [],
  },
  {
    name: 'its state can be left another way',
    text: `data: { twice: { type: integer, default: 0 } }\n${states(`a: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: b }, after: { 2 days: b } }`, `b: { entry: { assign: { twice: data.score * 2 } }, always: z }`)}`,
    found: ['8:34'],
    blanks: { state: 'b', field: 'score', step: 'a' },
  },
  {
    name: 'a way around it, and a value between',
    text: `values: { good: data.score > 1 }\n${states(`a: { after: { 1 day: b, 2 days: c } }`, `b: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: c } }`, `c: { always: [ { guard: values.good, target: z }, { target: b } ] }`)}`,
    found: ['9:27'],
  },
  {
    name: 'the way around asks first',
    text: `events: { GO: { by: [r] } }\n${states(`a: { on: { GO: [ { guard: has(data.score), target: c }, { target: b } ] } }`, `b: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: c } }`, `c: { always: [ { guard: data.score > 1, target: z }, { target: b } ] }`)}`,
    found: [],
  },
  {
    name: 'the reader asks first',
    text: `events: { GO: { by: [r] } }\n${states(`a: { after: { 1 day: b, 2 days: c } }`, `b: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: c } }`, `c: { always: [ { guard: has(data.score) && data.score > 1, target: z }, { target: b } ] }`)}`,
    found: [],
  },
  {
    name: 'the way around assigns it',
    text: states(
      `a: { after: { 1 day: b, 2 days: { target: c, assign: { score: 1 } } } }`,
      `b: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: c } }`,
      `c: { always: [ { guard: data.score > 1, target: z }, { target: b } ] }`,
    ),
    found: [],
  },
  {
    name: 'its own lateness ends it',
    text: states(
      `a: { task: { role: r, form: { who: person }, due: 1 day, late: { end: EXPIRED } }, on: { done: b, EXPIRED: b } }`,
      `b: { task: { person: data.who, due: 1 day, late: up }, on: { done: z } }`,
    ),
    found: ['7:24'],
  },
  {
    name: 'what is absent as a whole is left out',
    text: `data: { kept?: integer }\n${states(`a: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: b }, after: { 2 days: b } }`, `b: { entry: { assign: { kept: data.score } }, always: z }`)}`,
    found: [],
  },
  {
    name: 'read only where another part allows it',
    text: `input: { sure: boolean }\n${states(`a: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: b }, after: { 2 days: b } }`, `b: { always: [ { guard: data.sure && data.score > 1, target: z }, { target: a } ] }`)}`,
    found: [],
  },
  {
    name: 'another region may have filled it',
    text: states(
      `a:`,
      `  type: parallel`,
      `  states:`,
      `    p: { initial: i, states: { i: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: j } }, j: { tags: [full] } } }`,
      `    q: { initial: k, states: { k: { always: { guard: "tagged('a', 'full')", target: b } } } }`,
      `b: { always: [ { guard: data.score > 1, target: z }, { target: a } ] }`,
    ),
    found: [],
  },
  {
    name: 'all regions end first',
    text: states(
      `a:`,
      `  type: parallel`,
      `  states:`,
      `    p: { initial: i, states: { i: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: j } }, j: { type: final } } }`,
      `    q: { initial: k, states: { k: { type: final } } }`,
      `  on: { done: b }`,
      `b: { always: [ { guard: data.score > 1, target: z }, { target: a } ] }`,
    ),
    found: [],
  },
  {
    name: 'a history goes back to what was there',
    text: `events: { HALT: { by: [r] }, BACK: { by: [r] } }\n${states(`a: { initial: i, on: { HALT: c }, states: { i: { task: { role: r, form: { score: integer }, due: 1 day, late: up }, on: { done: j } }, j: { always: { guard: data.score > 1, target: z } }, was: { history: deep } } }`, `c: { on: { BACK: a.was } }`)}`,
    found: [],
  },
])
