import { describe, expect, it } from 'vitest'
import type { LintEnvironment } from '../../engine/lint/rule.ts'
import { rules } from '../../engine/lint/rules/index.ts'
import { inShort, lintText } from './lint-text.ts'

/** States of a process whose `initial` is `a`, from line 5 on, and what must be found in it. */
interface Case {
  readonly name: string
  readonly text: string
  readonly found: readonly string[]
  readonly environment?: Partial<LintEnvironment>
}

const head = 'process: sample\nversion: 1.0.0\ntitle: { en: A, zh: 甲 }\ninitial: a\n'
const end = '  z: { type: final }\n'
const task = 'task: { role: r, due: 1 day, late: up }'

function states(...lines: readonly string[]): string {
  return `states:\n${lines.map((line) => `  ${line}\n`).join('')}${end}`
}

const cases: Readonly<Record<string, readonly Case[]>> = {
  'lint/unreachable-state': [
    { name: 'reached in turn', text: states('a: { always: b }', 'b: { always: z }'), found: [] },
    { name: 'never a target', text: states('a: { always: z }', 'b: { always: z }'), found: ['unreachable-state 7:6'] },
    {
      name: 'of a chain only the first',
      text: states('a: { always: z }', 'c: { always: z }', 'b: { always: c }'),
      found: ['unreachable-state 8:6'],
    },
    {
      name: 'of a circle the first in the text',
      text: states('a: { always: z }', 'b: { always: c }', 'c: { after: { 1 day: b }, always: z }'),
      found: ['unreachable-state 7:6'],
    },
    {
      name: 'regions and what is inside are entered together',
      text: states(
        'a:',
        '  type: parallel',
        '  on: { done: z }',
        '  states:',
        '    p: { initial: p1, states: { p1: { always: p2 }, p2: { type: final } } }',
        '    q: { initial: q2, states: { q2: { type: final } } }',
      ),
      found: [],
    },
    {
      name: 'done of a compound that can never be done',
      text: states('a: { initial: i, on: { done: b }, states: { i: { after: { 1 day: z } } } }', 'b: { always: z }'),
      found: ['unreachable-state 7:6'],
    },
    {
      name: 'work beside the flow that is opened',
      text: `tasks: { t: { ${task} } }\n${states('a: { entry: { open: t }, always: z }')}`,
      found: [],
    },
    {
      name: 'work beside the flow that nothing opens',
      text: `tasks: { t: { ${task} } }\n${states('a: { always: z }')}`,
      found: ['unreachable-state 5:13'],
    },
    {
      name: 'in a template once, with the first use',
      text: `templates: { t: { with: { next: state }, initial: i, on: { done: $next }, states: { i: { type: final }, j: { type: final } } } }\n${states('a: { use: t, with: { next: b } }', 'b: { use: t, with: { next: z } }')}`,
      found: ['unreachable-state 5:108 used 7:13'],
    },
  ],
  'lint/no-way-out': [
    {
      name: 'a circle with a way out',
      text: states('a: { after: { 1 day: b } }', 'b: { after: { 1 day: a, 2 days: z } }'),
      found: [],
    },
    {
      name: 'a trap: the first of its circle',
      text: states('a: { after: { 1 day: z, 2 days: b } }', 'b: { after: { 1 day: c } }', 'c: { after: { 1 day: b } }'),
      found: ['no-way-out 7:6'],
    },
    {
      name: 'endless is meant',
      text: `endless: true\n${states('a: { after: { 1 day: b, 2 days: z } }', 'b: { after: { 1 day: b } }')}`,
      found: [],
    },
    {
      name: 'another region leads out',
      text: states(
        'a:',
        '  type: parallel',
        '  states:',
        '    p: { initial: p1, states: { p1: { waits: { en: x } } } }',
        '    q: { initial: q1, states: { q1: { after: { 1 day: z } } } }',
      ),
      found: [],
    },
    {
      name: 'a region that never ends keeps its parallel from ending',
      text: states(
        'a:',
        '  type: parallel',
        '  states:',
        '    p: { initial: p1, states: { p1: { waits: { en: x } } } }',
        '    q: { initial: q1, states: { q1: { type: final } } }',
        '  on: { done: z }',
      ),
      found: ['no-way-out 9:10', 'unreachable-state 12:6'],
    },
    {
      name: 'a final state inside, and nobody takes done',
      text: states('a: { after: { 1 day: b, 2 days: z } }', 'b: { initial: i, states: { i: { type: final } } }'),
      found: ['no-way-out 7:33'],
    },
    {
      name: 'beside the flow a compound must end too',
      text: `tasks: { t: { initial: i, states: { i: { after: { 1 day: i } } } } }\n${states('a: { entry: { open: t }, always: z }')}`,
      found: ['no-way-out 5:40'],
    },
  ],
  'lint/endless-always': [
    {
      name: 'a circle without guards',
      text: states('a: { always: b }', 'b: { always: a, after: { 1 day: z } }'),
      found: ['endless-always 6:16'],
    },
    {
      name: 'a guard may end it',
      text: states('a: { always: b }', 'b: { always: [ { guard: now > now, target: z }, { target: a } ] }'),
      found: [],
    },
    {
      name: 'no target and no guard',
      text: states('a: { always: { notify: r }, after: { 1 day: z } }'),
      found: ['endless-always 6:16'],
    },
    {
      name: 'through a compound',
      text: states('a: { always: b, after: { 1 day: z } }', 'b: { initial: i, states: { i: { always: a } } }'),
      found: ['endless-always 6:16'],
    },
  ],
  'lint/ending-not-taken': [
    { name: 'taken', text: states(`a: { ${task}, on: { done: z } }`), found: [] },
    {
      name: 'approval without rejected',
      text: states('a: { approval: { of: [r], due: 1 day, late: up }, on: { approved: z } }'),
      found: ['ending-not-taken 6:18'],
    },
    {
      name: 'the end of late',
      text: states('a: { task: { role: r, due: 1 day, late: { end: EXPIRED } }, on: { done: z } }'),
      found: ['ending-not-taken 6:14'],
    },
    {
      name: 'a child without failed; of many it need not be taken',
      text: states(
        'a: { process: sample, on: { done: b } }',
        'b: { process: sample, each: "i in [1, 2]", on: { done: z } }',
      ),
      found: ['ending-not-taken 6:17'],
    },
    {
      name: 'nothing has to follow beside the flow and in a rhythm',
      text: `tasks: { t: { ${task} } }\n${states(`a: { entry: { open: t }, every: { 1 day: { ${task} } }, after: { 1 week: z } }`)}`,
      found: [],
    },
  ],
  'lint/sure-branch': [
    {
      name: 'a last one without guard',
      text: states(`a: { ${task}, on: { done: [ { guard: now > now, target: a }, { target: z } ] } }`),
      found: [],
    },
    {
      name: 'all may be false',
      text: states(
        `a: { ${task}, on: { done: [ { guard: now > now, target: a }, { guard: now < now, target: z } ] } }`,
      ),
      found: ['sure-branch 6:96'],
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
      found: ['sure-branch 6:64'],
    },
  ],
  'lint/ending-stays': [
    {
      name: 'without a target',
      text: states(`a: { ${task}, on: { done: { notify: r } }, after: { 1 day: z } }`),
      found: ['ending-stays 6:61'],
    },
    {
      name: 'meant so',
      text: states(`a: { ${task}, on: { done: { notify: r, stay: true } }, after: { 1 day: z } }`),
      found: [],
    },
  ],
  'lint/event-nobody-sends': [
    {
      name: 'no roles and no sender',
      text: `events: { GO: {} }\n${states('a: { waits: { en: x }, on: { GO: z } }')}`,
      environment: { sentEvents: new Set() },
      found: ['event-nobody-sends 5:11'],
    },
    {
      name: 'a process sends it, or the senders are not known',
      text: `events: { GO: {} }\n${states('a: { waits: { en: x }, on: { GO: z } }')}`,
      environment: { sentEvents: new Set(['GO']) },
      found: [],
    },
    {
      name: 'roles stand at the event or at a transition',
      text: `events: { GO: { by: [r] }, BACK: {} }\n${states('a: { waits: { en: x }, on: { GO: z, BACK: { by: [r], target: a } } }')}`,
      environment: { sentEvents: new Set() },
      found: [],
    },
    {
      name: 'it sends it itself',
      text: `events: { GO: {} }\n${states('a: { waits: { en: x }, on: { GO: z }, exit: { send: { event: GO, to: parent } } }')}`,
      environment: { sentEvents: new Set() },
      found: [],
    },
  ],
  'lint/event-never-taken': [
    {
      name: 'declared and not taken',
      text: `events: { GO: { by: [r] } }\n${states('a: { always: z }')}`,
      found: ['event-never-taken 5:11'],
    },
    {
      name: 'the business name of an ending',
      text: `events: { GO: { by: [r] } }\n${states('a: { task: { event: GO, role: r, due: 1 day, late: up }, on: { GO: z } }')}`,
      found: [],
    },
  ],
  'lint/requires-nobody': [
    {
      name: 'on moves that happen by themselves',
      text: states(
        'a: { always: { requires: [ { that: now > now, else: { en: x } } ], target: b }, after: { 1 day: z } }',
        'b: { process: sample, on: { done: { requires: [ { that: now > now, else: { en: x } } ], target: z }, failed: z } }',
      ),
      found: ['requires-nobody 6:16', 'requires-nobody 7:37'],
    },
    {
      name: 'on such a move into a state that has them',
      text: states(
        'a: { after: { 1 day: b } }',
        'b: { initial: c, states: { c: { requires: [ { that: now > now, else: { en: x } } ], always: z } } }',
      ),
      found: ['requires-nobody 6:24'],
    },
    {
      name: 'somebody ends a task and can be told',
      text: states(`a: { ${task}, on: { done: { requires: [ { that: now > now, else: { en: x } } ], target: z } } }`),
      found: [],
    },
  ],
  'lint/no-deadline': [
    {
      name: 'a task without due',
      text: states('a: { task: { role: r }, on: { done: z } }'),
      found: ['no-deadline 6:14'],
    },
    {
      name: 'an approval without due',
      text: states('a: { approval: { of: [r] }, on: { approved: z, rejected: z } }'),
      found: ['no-deadline 6:18'],
    },
    {
      name: 'a rhythm without due',
      text: states('a: { every: { 1 day: { task: { role: r } } }, after: { 1 week: z } }'),
      found: ['no-deadline 6:32'],
    },
  ],
  'lint/no-consequence': [
    {
      name: 'due alone',
      text: states('a: { task: { role: r, due: 1 day }, on: { done: z } }'),
      found: ['no-consequence 6:14'],
    },
    {
      name: 'the usual consequence of the process',
      text: `late: up\n${states('a: { task: { role: r, due: 1 day }, on: { done: z } }')}`,
      found: [],
    },
  ],
  'lint/no-calendar': [
    {
      name: 'a calendar that is not there',
      text: `calendar: office\n${states('a: { always: z }')}`,
      environment: { calendars: new Set(['cn-office']) },
      found: ['no-calendar 1:1'],
    },
    {
      name: 'work days and no calendar',
      text: states('a: { after: { 3 workdays: z } }'),
      found: ['no-calendar 1:1'],
    },
    { name: 'no calendar needed', text: states('a: { title: { en: 3 workdays }, after: { 3 days: z } }'), found: [] },
    { name: 'calendars not known', text: `calendar: office\n${states('a: { always: z }')}`, found: [] },
  ],
  'lint/unknown-role': [
    {
      name: 'every naming, with its own place',
      text: `control: { cancel: [u1] }\nevents: { GO: { by: [u2] } }\nstates:
  a: { waits: { en: x }, entry: { notify: u3 }, on: { GO: { by: [u4], escalate: u5, target: b } } }
  b: { task: { role: u6, due: 1 day, late: { escalate: u7 } }, on: { done: c } }
  c: { approval: { of: [u8, r], veto: [u9], due: 1 day, late: up }, on: { approved: z, rejected: z } }
${end}`,
      environment: { roles: new Set(['r']) },
      found: ['1:1', '6:11', '8:6', '8:59', '8:59', '9:14', '9:14', '10:18', '10:18'].map((at) => `unknown-role ${at}`),
    },
    { name: 'roles not known', text: states(`a: { ${task}, on: { done: z } }`), found: [] },
  ],
  'lint/role-held-by-nobody': [
    {
      name: 'known and free, told once',
      text: states(`a: { ${task}, on: { done: b } }`, `b: { ${task}, on: { done: z } }`),
      environment: { roles: new Set(['r']), heldRoles: new Set() },
      found: ['role-held-by-nobody 6:14'],
    },
    {
      name: 'held',
      text: states(`a: { ${task}, on: { done: z } }`),
      environment: { roles: new Set(['r']), heldRoles: new Set(['r']) },
      found: [],
    },
  ],
  'lint/missing-text': [
    {
      name: 'each kind of text, at its owner',
      text: `types: { k: { enum: { w: { en: W } } } }
params: { p: { type: integer, default: 1, title: { en: P } } }
events: { GO: { title: { en: G }, by: [r] } }
states:
  a:
    title: { en: T }
    waits: { en: x }
    on: { GO: { target: b, note: { en: N }, requires: [ { that: "true", else: { en: E } } ] } }
  b:
    title: { en: B, zh: 乙 }
    task:
      guide: { en: G }
      role: r
      due: 1 day
      late: up
      form: { f: { type: integer, title: { en: F } } }
      evidence: [ { kind: e, title: { en: V } } ]
    on: { done: z }
${end}`,
      environment: { languages: ['en', 'zh'] },
      found: ['1:1', '1:1', '1:1', '7:11', '10:5', '10:5', '12:15', '12:57', '16:7', '16:7', '16:7'].map(
        (at) => `missing-text ${at}`,
      ),
    },
    {
      name: 'both languages',
      text: states('a: { title: { en: A, zh: 甲 }, always: z }'),
      environment: { languages: ['en', 'zh'] },
      found: [],
    },
    { name: 'a language the project does not have', text: states('a: { title: { en: A }, always: z }'), found: [] },
  ],
  'lint/waits-text': [
    { name: 'waits for time', text: states('a: { after: { 1 day: z } }'), found: [] },
    {
      name: 'waits for an event',
      text: `events: { GO: { by: [r] } }\n${states('a: { on: { GO: z } }')}`,
      found: ['waits-text 7:6'],
    },
    {
      name: 'waits for what its parent takes',
      text: `events: { GO: { by: [r] } }\n${states('a: { initial: i, on: { GO: z }, states: { i: {} } }')}`,
      found: ['waits-text 7:48'],
    },
  ],
}

describe.each(Object.entries(cases))('%s', (_code, table) => {
  it.each(table)('$name', ({ text, found, environment = {} }) => {
    expect(lintText(head + text, { languages: [], ...environment }).map(inShort)).toEqual(found)
  })
})

it('every rule is tested, and has one code of its own', () => {
  expect(Object.keys(cases)).toEqual(rules.map(({ code }) => code))
})
