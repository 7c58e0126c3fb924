import { eventNobodySends } from '../../../engine/lint/rules/event-nobody-sends.ts'
import { judge, states } from '../judge-rule.ts'
import { projectOf } from '../lint-text.ts'

const text = `events: { GO: {} }\n${states('a: { waits: { en: x }, on: { GO: z } }')}`
const other = `process: other\nversion: 1.0.0\ntitle: { en: O }\ninitial: a\n`
const runner =
  other.replace('other', 'runner') +
  states('a: { process: sample, exit: { send: { event: GO, to: children } }, on: { done: z, failed: z } }')
const sender = other + states('a: { exit: { send: { event: GO, to: parent } }, always: z }')

judge(eventNobodySends, [
  {
    name: 'no roles and no sender',
    text: text,
    environment: { processes: projectOf() },
    found: ['5:11'],
  },
  {
    name: 'the processes are not known',
    text: text,
    found: [],
  },
  {
    name: 'the process that runs it sends it',
    text: text,
    environment: { processes: projectOf(runner) },
    found: [],
  },
  {
    name: 'a process that does not run it sends it to its children',
    text: text,
    environment: { processes: projectOf(runner.replace('process: sample', 'process: other')) },
    found: ['5:11'],
  },
  {
    name: 'a process it runs sends it to its parent',
    text: `events: { GO: {} }\n${states('a: { process: other, on: { GO: z, done: z, failed: z } }')}`,
    environment: { processes: projectOf(sender) },
    found: [],
  },
  {
    name: 'a process it does not run sends it to its parent',
    text: text,
    environment: { processes: projectOf(sender) },
    found: ['5:11'],
  },
  {
    name: 'roles stand at the event or at a transition',
    text: `events: { GO: { by: [r] }, BACK: {} }\n${states('a: { waits: { en: x }, on: { GO: z, BACK: { by: [r], target: a } } }')}`,
    environment: { processes: projectOf() },
    found: [],
  },
  {
    name: 'whoever completes the task sends it',
    text: `events: { GO: {} }\n${states('a: { task: { event: GO, role: r, due: 1 day, late: up }, on: { GO: z } }')}`,
    environment: { processes: projectOf() },
    found: [],
  },
])
