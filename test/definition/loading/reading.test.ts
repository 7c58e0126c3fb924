import { describe, expect, it } from 'vitest'
import { interfaceOf } from '../../../engine/definition/read-definition.ts'
import { defined, environment, inShort, loadText } from './load-text.ts'

const head = 'process: sample\nversion: 1.0.0\ntitle: { en: A, zh: 甲 }\ninitial: a\n'

/** Where `target: NAME` in the state `a.b.c` leads. */
const names: readonly (readonly [name: string, target: string | undefined])[] = [
  ['c', 'a.b.c'],
  ['d', 'a.b.d'],
  ['b', 'a.b'],
  ['e', 'a.e'],
  ['z', 'z'],
  ['a.e', 'a.e'],
  ['b.d', 'a.b.d'],
  ['same', 'a.b.same'],
  ['/same', 'same'],
  ['/a.same', 'a.same'],
  ['.inner', 'a.b.c.inner'],
  ['.d', undefined],
  ['inner', undefined],
  ['/d', undefined],
  ['nowhere', undefined],
]

describe('names of states', () => {
  it.each(names)('%s', (name, target) => {
    const text = `${head}states:
  a:
    initial: b
    states:
      b:
        initial: c
        states:
          c: { initial: inner, states: { inner: { type: final } }, on: { done: { target: ${name} } } }
          d: { type: final }
          same: { type: final }
      e: { type: final }
      same: { type: final }
  same: { type: final }
  z: { type: final }
`
    const { definition, problems } = loadText(text)
    if (target === undefined) expect(problems.map(inShort)).toEqual(['unknown-target 12:90'])
    else expect(definition?.states.get('a.b.c')?.transitions[0]?.target).toBe(target)
  })
})

describe('fields and types', () => {
  it('keeps what people fill in as data, without default', () => {
    const { data, input } = defined(`${head}types: { goal: { what: string, by?: date } }
input: { who: person, why?: text }
data: { seen: { type: list of date, default: [] } }
states:
  a:
    task: { role: r, form: { goals: { type: list of goal, min: 1 }, size: { type: integer, default: 3 } } }
    on: { done: z }
  z: { type: final }
`)
    expect(input.map(({ name, optional }) => [name, optional])).toEqual([
      ['who', false],
      ['why', true],
    ])
    expect(data.fields.map(({ name }) => name)).toEqual(['who', 'why', 'seen', 'goals', 'size'])
    expect(data.fields.find(({ name }) => name === 'goals')?.type).toMatchObject({
      kind: 'list',
      item: { name: 'goal' },
    })
    expect(data.fields.find(({ name }) => name === 'size')).not.toHaveProperty('default')
  })

  it('takes types of another process by its name', () => {
    const other = defined(
      `${head}types: { goal: { what: string } }\nstates: { a: { type: final, output: { n: "3" } } }`,
    )
    const reading = { ...environment, processes: new Map([['other', interfaceOf(other)]]) }
    const text = `${head.replace('sample', 'second')}data: { goals: { type: list of other/goal, default: [] } }
states:
  a: { process: other, on: { done: { guard: result.n == 3, target: z }, failed: z } }
  z: { type: final }
`
    expect(defined(text, reading).data.fields[0]?.type).toMatchObject({ kind: 'list', item: { name: 'goal' } })
    expect(loadText(text).problems.map(inShort)).toContain('unknown-type 5:24')
  })
})

/** A line of the process, and what is wrong with it, line 5 on. */
const faults: readonly (readonly [name: string, text: string, ...found: readonly string[]])[] = [
  ['an unknown type', 'data: { x: strin }\nstates: { a: { type: final } }', 'unknown-type 5:12'],
  ['a type within itself', 'types: { x: { y: x } }\nstates: { a: { type: final } }', 'endless-type 5:18'],
  [
    'values in a circle',
    'values: { x: values.y, y: values.x }\nstates: { a: { type: final } }',
    'endless-value 5:14',
    'endless-value 5:27',
  ],
  [
    'a form field of another type',
    'data: { x: { type: date, default: 2026-01-05 } }\nstates: { a: { task: { role: r, form: { x: boolean } }, on: { done: z } }, z: { type: final } }',
    'field-twice 6:39',
  ],
  ['an unknown initial', 'states: { b: { type: final } }', 'unknown-target 4:10'],
  ['an unknown event', 'states: { a: { on: { GO: z } }, z: { type: final } }', 'unknown-event 5:22'],
  [
    'an ending of other work',
    'states: { a: { task: { role: r }, on: { approved: z } }, z: { type: final } }',
    'unknown-event 5:41',
  ],
  [
    'an unknown field',
    'states: { a: { always: { target: z, assign: { x: "1" } } }, z: { type: final } }',
    'unknown-field 5:47',
  ],
  [
    'an unknown process',
    'states: { a: { process: other, on: { done: z } }, z: { type: final } }',
    'unknown-process 5:25',
  ],
  [
    'a length that is none',
    'states: { a: { task: { role: r, due: "3" }, on: { done: z } }, z: { type: final } }',
    'not-a-length 5:38',
  ],
  [
    'a moment that is none',
    'states: { a: { at: [ { when: "3", target: z } ] }, z: { type: final } }',
    'not-a-moment 5:30',
  ],
  [
    'a list that is none',
    'states: { a: { process: sample, each: "x in 3", on: { done: z } }, z: { type: final } }',
    'each-list 5:39',
  ],
  [
    'a quorum that does not fit',
    'states: { a: { approval: { of: [r, s], quorum: 2 of 3 }, on: { approved: z, rejected: z } }, z: { type: final } }',
    'quorum 5:48',
  ],
  [
    'work beside the flow that is not there',
    'states: { a: { exit: { open: t }, always: z }, z: { type: final } }',
    'unknown-beside 5:30',
  ],
  [
    'ends that give different types',
    'states: { a: { always: z }, z: { type: final, output: { n: "3" } }, y: { type: final, output: { n: "true" } } }',
    'output-types 5:72',
  ],
]

it.each(faults)('%s is a fault at its place', (_name, text, ...found) => {
  expect(loadText(head + text).problems.map(inShort)).toEqual(found)
})

describe('deadlines', () => {
  const lates: readonly (readonly [late: string, found: object])[] = [
    ['due: 3 workdays', { due: '3 workdays', late: undefined }],
    ['due: grace', { due: 'params.grace', late: undefined }],
    ['due: 3 workdays, late: up', { due: '3 workdays', late: { escalate: 'up' } }],
    ['due: 3 workdays, late: { end: OVER }', { due: '3 workdays', late: { end: 'OVER' } }],
    ['due: data.day, late: { escalate: boss }', { due: 'data.day', late: { escalate: 'boss' } }],
  ]
  const text = (late: string, top = '') => `${head}${top}params: { grace: { type: duration, default: 24 hours } }
data: { day: { type: date, default: 2026-01-05 } }
states: { a: { task: { role: r, ${late} }, on: { done: z } }, z: { type: final } }
`
  it.each(lates)('%s', (late, found) => {
    const work = defined(text(late)).states.get('a')?.work
    const deadline = work && 'deadline' in work ? work.deadline : undefined
    expect({ due: deadline?.due.text, late: deadline?.late }).toEqual(found)
  })

  it('without late has the consequence of the process, else of the project', () => {
    const lateOf = (top: string, late?: string) => {
      const reading = late === undefined ? environment : { ...environment, late }
      const work = defined(text('due: grace', top), reading).states.get('a')?.work
      return work && 'deadline' in work ? work.deadline?.late : undefined
    }
    expect([lateOf(''), lateOf('', 'up'), lateOf('late: boss\n', 'up')]).toEqual([
      undefined,
      { escalate: 'up' },
      { escalate: 'boss' },
    ])
  })
})

describe('work beside the flow', () => {
  it('may open other work beside the flow', () => {
    const { states, beside } = defined(`${head}tasks:
  one: { initial: i, states: { i: { task: { role: r }, on: { done: { target: j, open: two } } }, j: { type: final } } }
  two: { task: { role: r } }
states: { a: { exit: { open: one }, always: z }, z: { type: final } }
`)
    expect(beside).toEqual(['~one', '~two'])
    expect(states.get('~one.i')?.transitions[0]?.operations).toEqual([{ kind: 'open', task: '~two' }])
  })
})

it('values may use each other in any order', () => {
  const { values } = defined(`${head}values: { x: values.y + 1, y: "2" }\nstates: { a: { type: final } }`)
  expect(values.map(({ name }) => name)).toEqual(['y', 'x'])
})

it('the output has a field of every end, optional unless all give it', () => {
  const { output } = defined(`${head}data: { n: { type: number, default: 1 } }
states:
  a: { always: z, after: { 1 day: y } }
  z: { type: final, output: { n: data.n, done: "true" } }
  y: { type: final, output: { n: "3" } }
`)
  expect(output.fields.map(({ name, optional, type }) => [name, optional, type.kind])).toEqual([
    ['n', false, 'number'],
    ['done', true, 'boolean'],
  ])
})
