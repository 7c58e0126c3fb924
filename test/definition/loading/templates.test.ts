import { describe, expect, it } from 'vitest'
import { defined, inShort, loadText } from './load-text.ts'

const head = 'process: sample\nversion: 1.0.0\ntitle: { en: A, zh: 甲 }\ninitial: a\n'

function guardOf(text: string, path: string): string | undefined {
  return defined(head + text)
    .states.get(path)
    ?.transitions.find(({ guard }) => guard)?.guard?.text
}

describe('what a use gives', () => {
  it('fills keys, whole values, items of lists and expressions', () => {
    const { states } = defined(`${head}events: { GO: { by: [r] } }
templates:
  t:
    with: { go: event, next: state, seats: list of role, size: integer, tags: list of string }
    approval: { of: [r, $seats], due: 1 day, late: up }
    tags: [first, $tags]
    on: { approved: { guard: "$size > 2 && 'x' in $tags", target: $next }, rejected: $next, $go: { target: $next } }
states:
  a: { use: t, with: { go: GO, next: z, seats: [s, u], size: 3, tags: [x, y] } }
  z: { type: final }
`)
    const a = states.get('a')
    expect(a?.work).toMatchObject({ seats: ['r', 's', 'u'] })
    expect(a?.tags).toEqual(['first', 'x', 'y'])
    expect(a?.transitions.map(({ target }) => target)).toEqual(['z', 'z', 'z'])
    expect(a?.transitions.map(({ trigger }) => trigger)).toContainEqual({ kind: 'event', event: 'GO' })
    expect(a?.transitions[0]?.guard?.text).toBe(`3 > 2 && 'x' in ["x", "y"]`)
  })

  it('carries an expression in brackets, and $id as the key of the use', () => {
    const text = `templates:
  t:
    with: { opens: { type: expression, default: "true" }, next: state }
    always: { guard: "$id == 'a' && $opens", target: $next }
states:
  a: { use: t, with: { opens: "active('/b') || now < now", next: b } }
  b: { use: t, with: { next: z } }
  z: { type: final }
`
    expect(guardOf(text, 'a')).toBe(`"a" == 'a' && (active('//b') || now < now)`)
    expect(guardOf(text, 'b')).toBe(`"b" == 'a' && (true)`)
  })

  it('leaves out keys and items of arguments not given', () => {
    const { states } = defined(`${head}templates:
  t:
    with: { due?: duration, tags: list of string, next: state }
    task: { role: r, due: $due }
    tags: [x, $tags]
    on: { done: $next }
states: { a: { use: t, with: { next: z } }, z: { type: final } }
`)
    expect(states.get('a')).toMatchObject({ tags: ['x'] })
    expect(states.get('a')?.work).not.toHaveProperty('deadline')
  })

  it('takes a whole state, with the names of the text it is written in', () => {
    const { states } = defined(`${head}templates:
  t:
    with: { work: state, next: state }
    initial: i
    on: { done: $next }
    states:
      i: { use: $work, on: { done: end } }
      end: { type: final }
states:
  a:
    use: t
    with:
      next: end
      work: { task: { role: r, due: 1 day, late: { end: EXPIRED } }, on: { EXPIRED: end } }
  end: { type: final }
`)
    const inner = states.get('a.i')
    expect(inner?.transitions.map(({ trigger, target }) => [trigger, target])).toEqual([
      [{ kind: 'ending', ending: 'EXPIRED' }, 'end'],
      [{ kind: 'ending', ending: 'done' }, 'a.end'],
    ])
  })

  it('reaches through templates in templates', () => {
    const { states } = defined(`${head}templates:
  inner: { with: { next: state, who: role }, task: { role: $who, due: 1 day, late: up }, on: { done: $next } }
  outer:
    with: { next: state, who: role }
    initial: i
    states: { i: { use: inner, with: { next: $next, who: $who } } }
states: { a: { use: outer, with: { next: z, who: boss } }, z: { type: final } }
`)
    expect(states.get('a.i')?.work).toMatchObject({ assignee: { role: 'boss' } })
    expect(states.get('a.i')?.transitions[0]?.target).toBe('z')
  })

  it('puts the title of the use into texts, in their language', () => {
    const { states } = defined(`${head}templates:
  t:
    with: { next: state }
    task: { title: { en: "Do {title}", zh: "完成{title}" }, role: r, due: 1 day, late: up }
    on: { done: $next }
states: { a: { use: t, title: { en: One, zh: 一 }, with: { next: z } }, z: { type: final } }
`)
    expect(states.get('a')?.work).toMatchObject({ title: { text: { en: 'Do One', zh: '完成一' } } })
  })

  it('has the key where the use has no title, and outside templates the title of the state', () => {
    const { states } = defined(`${head}templates:
  t: { with: { next: state }, title: { en: T }, waits: { en: "for {title}" }, always: $next }
states:
  a: { use: t, with: { next: b } }
  b: { title: { en: Two, zh: 二 }, waits: { en: "for {title}", zh: "等{title}" }, always: z }
  z: { type: final }
`)
    expect(states.get('a')?.waits?.text).toEqual({ en: 'for a' })
    expect(states.get('b')?.waits?.text).toEqual({ en: 'for Two', zh: '等二' })
  })

  it('opens a record for each use', () => {
    const { data, states } = defined(`${head}templates:
  t:
    with: { next: state }
    data: { count: { type: integer, default: 1 } }
    initial: i
    states: { i: { always: { guard: own.count > 1, assign: { own.count: own.count + 1 }, target: $next } } }
states: { a: { use: t, with: { next: b } }, b: { use: t, with: { next: z } }, z: { type: final } }
`)
    expect(data.fields.map(({ name, type }) => [name, type.kind])).toEqual([
      ['a', 'record'],
      ['b', 'record'],
    ])
    expect(states.get('b.i')?.transitions[0]?.operations).toMatchObject([
      { kind: 'assign', writes: [{ record: 'b', field: 'count' }] },
    ])
  })
})

const t = 'templates: { t: { with: { next: state }, always: $next } }\n'
const faults: readonly (readonly [name: string, text: string, ...found: readonly string[]])[] = [
  ['no such template', 'states: { a: { use: t } }', 'unknown-template 5:21'],
  [
    'no such parameter',
    `${t}states: { a: { use: t, with: { nxt: z, next: z } }, z: { type: final } }`,
    'unknown-argument 6:32',
  ],
  ['an argument missing', `${t}states: { a: { use: t } }`, 'missing-argument 6:21'],
  [
    'a list where one is wanted',
    'templates: { t: { with: { who: role }, task: { role: $who } } }\nstates: { a: { use: t, with: { who: [r] } } }',
    'argument-kind 6:37',
  ],
  ['$ outside a template', 'states: { a: { always: { guard: $who, target: a } } }', 'argument-outside-template 5:33'],
  ['$ of no parameter', 'templates: { t: { always: $nxt } }\nstates: { a: { use: t } }', 'unknown-argument 5:27'],
  [
    'an event twice',
    `${t.replace('always: $next', 'initial: i, states: { i: { type: final } }, on: { done: $next }')}states: { a: { use: t, with: { next: z }, on: { done: z } }, z: { type: final } }`,
    'event-twice 6:49',
  ],
  [
    'a template within itself',
    'templates: { t: { initial: i, states: { i: { use: t } } } }\nstates: { a: { use: t } }',
    'endless-template 5:51 used 6:21',
  ],
  [
    'a fault inside, with the place of the use',
    'templates: { t: { with: { next: state }, always: nowhere } }\nstates: { a: { use: t, with: { next: z } }, z: { type: final } }',
    'unknown-target 5:50 used 6:21',
  ],
  [
    'a fault in an argument, at its own place',
    `${t}states: { a: { use: t, with: { next: nowhere } }, z: { type: final } }`,
    'unknown-target 6:38',
  ],
  [
    'two records of one name',
    'templates: { t: { with: { next: state }, data: { n: { type: integer, default: 1 } }, always: $next } }\nstates: { a: { initial: b, states: { b: { use: t, with: { next: c } } } }, c: { initial: b, states: { b: { use: t, with: { next: z } } } }, z: { type: final } }',
    'record-twice 5:48 used 6:113',
  ],
]

describe('what is wrong with a use', () => {
  it.each(faults)('%s', (_name, text, ...found) => {
    expect(loadText(head + text).problems.map(inShort)).toEqual(found)
  })

  it('is too large once expanded', () => {
    const many = Array.from({ length: 80 }, (_, index) => `s${index}: { use: t }`).join(', ')
    const text = `${head}templates: { t: { initial: x0, states: { ${Array.from({ length: 70 }, (_, index) => `x${index}: { type: final }`).join(', ')} } } }\nstates: { a: { type: final }, ${many} }`
    expect(loadText(text).problems.map(({ code }) => code)).toEqual(['definition/too-many-states'])
  })
})
