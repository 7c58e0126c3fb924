import { describe, expect, it } from 'vitest'
import type { Definition } from '../../engine/definition/definition.ts'
import { notesTo } from '../../engine/definition/written.ts'
import { concernedAt } from '../../engine/people/ladder.ts'
import {
  mayAssign,
  mayClaim,
  mayComplete,
  mayControl,
  mayRelease,
  maySend,
  type TaskFacts,
} from '../../engine/people/may-act.ts'
import { resolveActor } from '../../engine/people/resolve-actor.ts'
import type { Problem } from '../../engine/problem/problem.ts'
import { actor, salesDirectory } from './organisation-samples.ts'

const place = { file: 'sale.yaml', line: 1, column: 1 }

/** The parts of a definition that these decisions read. */
const sale: Definition = {
  written: notesTo([]).written,
  id: 'sale',
  version: '1.0.0',
  title: { en: 'Sale' },
  calendar: 'cn-office',
  endless: false,
  plugins: {},
  control: { suspend: ['salesperson'], cancel: ['sales-manager'] },
  types: {},
  params: [],
  input: [],
  data: { kind: 'record', name: 'data', fields: [] },
  values: [],
  events: {
    LOSE: { name: 'LOSE', with: [], by: ['salesperson', 'sales-manager'], place },
    SELECT: { name: 'SELECT', with: [], place },
    TOLD: { name: 'TOLD', with: [], place },
  },
  states: new Map([
    [
      'intent',
      {
        path: 'intent',
        key: 'intent',
        kind: 'wait',
        children: [],
        tags: [],
        metrics: {},
        requires: [],
        entry: [],
        exit: [],
        rhythms: [],
        output: {},
        place,
        transitions: [
          {
            index: 0,
            source: 'intent',
            trigger: { kind: 'event', event: 'SELECT' },
            by: ['sponsor'],
            requires: [],
            stay: false,
            operations: [],
            place,
          },
          {
            index: 1,
            source: 'intent',
            trigger: { kind: 'event', event: 'TOLD' },
            requires: [],
            stay: false,
            operations: [],
            place,
          },
        ],
      },
    ],
  ]),
  beside: [],
  output: { kind: 'record', name: 'output', fields: [] },
  expanded: {},
  place,
}

const code = (problem: Problem | undefined) => problem?.code ?? 'may'
const engine = { id: 'sale-one', roles: [], via: 'process', proved: true } as const

describe('resolveActor', () => {
  it('gives the roles the directory knows, whatever was claimed', () => {
    const answer = resolveActor(salesDirectory, { person: 'wang.fang', via: 'api', proved: true })
    expect(answer).toEqual({
      ok: true,
      value: { id: 'wang.fang', roles: ['salesperson', 'trainer'], via: 'api', proved: true },
    })
  })

  it('refuses a person nobody knows, and names the nearest', () => {
    const answer = resolveActor(salesDirectory, { person: 'li.wie', via: 'cli', proved: false })
    expect(answer.ok ? undefined : answer.problems).toMatchObject([
      { code: 'people/unknown-person', blanks: { person: 'li.wie', near: 'li.wei' } },
    ])
  })
})

describe('maySend', () => {
  it.each([
    ['LOSE', 'li.wei', 'may'],
    ['LOSE', 'chen.jing', 'may'],
    ['LOSE', 'zhao.min', 'people/may-not-send'],
    // Only the transition says who.
    ['SELECT', 'zhao.min', 'may'],
    ['SELECT', 'li.wei', 'people/may-not-send'],
    ['TOLD', 'zhao.min', 'people/only-processes-send'],
    // Whether there is such an event the step says.
    ['NONE', 'li.wei', 'may'],
  ])('%s by %s: %s', (event, person, expected) => {
    expect(code(maySend(sale, event, actor(person)))).toBe(expected)
    expect(maySend(sale, event, engine)).toBeUndefined()
  })
})

describe('mayControl', () => {
  it.each([
    ['suspend', 'li.wei', 'may'],
    ['suspend', 'chen.jing', 'people/may-not-control'],
    ['resume', 'li.wei', 'may'],
    ['cancel', 'li.wei', 'people/may-not-control'],
    ['cancel', 'chen.jing', 'may'],
    ['retry', 'li.wei', 'may'],
    ['retry', 'chen.jing', 'may'],
    ['retry', 'zhao.min', 'people/may-not-control'],
  ] as const)('%s by %s: %s', (operation, person, expected) => {
    expect(code(mayControl(sale, operation, actor(person)))).toBe(expected)
  })

  it('is nobody but for a retry where the process says nothing', () => {
    const silent = { ...sale, control: {} }
    expect(code(mayControl(silent, 'cancel', actor('zhao.min')))).toBe('people/nobody-controls')
    expect(code(mayControl(silent, 'retry', actor('zhao.min')))).toBe('may')
    expect(code(mayControl(sale, 'cancel', engine))).toBe('may')
  })
})

const task = (facts: Partial<TaskFacts>): TaskFacts => ({ id: 't', excluded: [], escalatedTo: [], ...facts })

describe('mayComplete and mayClaim', () => {
  it.each<[string, Partial<TaskFacts>, string, string]>([
    ['a holder of the role', { role: 'salesperson' }, 'li.wei', 'may'],
    ['somebody else', { role: 'salesperson' }, 'chen.jing', 'people/lacks-role'],
    ['the person', { person: 'li.wei' }, 'li.wei', 'may'],
    ['not the person', { person: 'li.wei' }, 'wang.fang', 'people/task-of-other'],
    ['who has it', { role: 'salesperson', assignee: 'li.wei' }, 'li.wei', 'may'],
    ['who was given it', { role: 'sponsor', assignee: 'li.wei' }, 'li.wei', 'may'],
    ['another holder', { role: 'salesperson', assignee: 'li.wei' }, 'wang.fang', 'people/claimed-by-other'],
    ['a doer', { role: 'salesperson', excluded: ['li.wei'] }, 'li.wei', 'people/excluded'],
    ['a doer who was given it', { assignee: 'li.wei', excluded: ['li.wei'] }, 'li.wei', 'people/excluded'],
    [
      'whom it was escalated to',
      { role: 'salesperson', escalatedTo: ['sales-manager'] },
      'chen.jing',
      'people/lacks-role',
    ],
  ])('%s', (_, facts, person, expected) => {
    expect(code(mayComplete(task(facts), actor(person)))).toBe(expected)
    expect(code(mayClaim(task(facts), actor(person)))).toBe(expected)
  })

  it('names who has it', () => {
    const problem = mayComplete(task({ assignee: 'li.wei' }), actor('wang.fang'))
    expect(problem?.blanks).toEqual({ task: 't', assignee: 'li.wei' })
  })
})

describe('mayRelease', () => {
  it.each<[string, Partial<TaskFacts>, string, string]>([
    ['who has it', { assignee: 'li.wei' }, 'li.wei', 'may'],
    ['a superior of theirs', { assignee: 'li.wei' }, 'zhao.min', 'may'],
    ['a peer', { role: 'salesperson', assignee: 'li.wei' }, 'wang.fang', 'people/may-not-release'],
    ['whom it was escalated to', { assignee: 'li.wei', escalatedTo: ['trainer'] }, 'wang.fang', 'may'],
    ['anyone, when nobody has it', { role: 'salesperson' }, 'li.wei', 'people/not-claimed'],
  ])('%s', (_, facts, person, expected) => {
    expect(code(mayRelease(salesDirectory, task(facts), actor(person)))).toBe(expected)
  })
})

describe('mayAssign', () => {
  it.each<[string, Partial<TaskFacts>, string, string, string]>([
    ['a holder to a holder', { role: 'salesperson' }, 'li.wei', 'wang.fang', 'may'],
    ['who has it to a holder', { role: 'salesperson', assignee: 'li.wei' }, 'li.wei', 'wang.fang', 'may'],
    ['a role of the ladder', { role: 'salesperson', assignee: 'li.wei' }, 'chen.jing', 'wang.fang', 'may'],
    ['a superior', { role: 'trainer', assignee: 'wang.fang' }, 'chen.jing', 'wang.fang', 'may'],
    [
      'a peer taking it away',
      { role: 'salesperson', assignee: 'li.wei' },
      'wang.fang',
      'wang.fang',
      'people/may-not-assign',
    ],
    ['a stranger', { role: 'trainer' }, 'li.wei', 'wang.fang', 'people/may-not-assign'],
    ['to one without the role', { role: 'salesperson' }, 'li.wei', 'zhao.min', 'people/lacks-role'],
    ['to a doer', { role: 'salesperson', excluded: ['wang.fang'] }, 'li.wei', 'wang.fang', 'people/excluded'],
    ['by a doer to another', { role: 'salesperson', excluded: ['li.wei'] }, 'li.wei', 'wang.fang', 'may'],
  ])('%s', (_, facts, by, to, expected) => {
    expect(code(mayAssign(salesDirectory, task(facts), actor(to), actor(by)))).toBe(expected)
  })
})

describe('concernedAt', () => {
  it.each<[string, { role?: string; person?: string }, number, string[], boolean]>([
    ['the first step of the ladder', { role: 'salesperson' }, 1, ['sales-manager'], false],
    ['the second', { role: 'salesperson' }, 2, ['sponsor'], true],
    ['the last from then on', { role: 'salesperson' }, 5, ['sponsor'], true],
    ['nobody without a ladder', { role: 'trainer' }, 1, [], true],
    ['the superior of a person', { person: 'li.wei' }, 1, ['chen.jing'], false],
    ['theirs', { person: 'li.wei' }, 2, ['zhao.min'], true],
    ['nobody above the first', { person: 'zhao.min' }, 1, [], true],
  ])('%s', (_, work, level, to, last) => {
    expect(concernedAt(salesDirectory, work, level)).toEqual({ to, last })
  })

  it('passes over a step on which nobody stands', () => {
    const ladders = new Map([['trainer', ['auditor', 'sponsor']]])
    expect(concernedAt({ ...salesDirectory, ladders }, { role: 'trainer' }, 1)).toEqual({ to: ['sponsor'], last: true })
  })
})
