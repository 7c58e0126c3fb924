import { describe, expect, it } from 'vitest'
import { describeTransition } from '../../engine/picture/describe-transition.ts'
import { definition, type StateSpec } from './build-definition.ts'

function labels(spec: StateSpec, locale: 'en' | 'zh'): readonly string[] {
  const process = definition({
    id: 'p',
    title: ['P', '流程'],
    events: { LOSE: ['Lose the sale', '丢单'] },
    params: [{ name: 'latest', type: { kind: 'duration' }, optional: false, default: '12 weeks' }],
    states: { a: spec, b: { title: ['Second', '第二'] } },
  })
  return (process.states.get('a')?.transitions ?? []).map((transition) =>
    describeTransition(transition, process, locale),
  )
}

const cases: readonly (readonly [string, StateSpec, readonly string[], readonly string[]])[] = [
  ['an event with a title', { on: { LOSE: 'b' } }, ['Lose the sale'], ['丢单']],
  ['an event without a title', { on: { STEP_BACK: 'b' } }, ['Step back'], ['Step back']],
  ['the end of work', { task: 'r', on: { done: 'b', failed: 'b' } }, ['done', 'failed'], ['完成', '失败']],
  ['a decision', { approval: ['r'], on: { approved: 'b', rejected: 'b' } }, ['approved', 'rejected'], ['批准', '否决']],
  ['a length', { after: { '10 weeks': 'b' } }, ['after 10 weeks'], ['10周后']],
  ['a length with parts', { after: { '1 week 2 workdays': 'b' } }, ['after 1 week 2 workdays'], ['1周2个工作日后']],
  ['a parameter', { after: { 'params.latest': 'b' } }, ['after 12 weeks'], ['12周后']],
  ['always', { always: 'b' }, [''], ['']],
  [
    'alternatives',
    { task: 'r', on: { done: [{ guard: 'form.count > 3', to: 'b' }, { to: 'a' }] } },
    ['done [count > 3]', 'done [otherwise]'],
    ['完成[…]', '完成[否则]'],
  ],
  [
    'a note in place of a guard',
    { on: { LOSE: { guard: 'f(x)', note: ['Too late', '太晚'], to: 'b' } } },
    ['Lose the sale [Too late]'],
    ['丢单[太晚]'],
  ],
  ['a state in a guard', { always: { guard: "active('/b')", to: 'b' } }, ['[in Second]'], ['[处于第二]']],
  ['a negation', { always: { guard: '!values.areasLeft && true', to: 'b' } }, ['[not areas left]'], ['[…]']],
  ['a formula', { always: { guard: 'data.list.filter(x, x > 1).size() > 2', to: 'b' } }, ['[…]'], ['[…]']],
  [
    'more than fits',
    { always: { guard: 'data.aVeryLongNameIndeed && data.anotherQuiteLongName && data.third', to: 'b' } },
    ['[a very long name indeed and…]'],
    ['[…]'],
  ],
]

describe('describeTransition', () => {
  it.each(cases)('%s', (_, spec, english, chinese) => {
    expect(labels(spec, 'en')).toEqual(english)
    expect(labels(spec, 'zh')).toEqual(chinese)
  })
})
