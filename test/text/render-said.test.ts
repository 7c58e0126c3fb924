import { describe, expect, test } from 'vitest'
import type { Locale, Text } from '../../engine/problem/problem.ts'
import type { SaidArgument } from '../../engine/problem/said.ts'
import { type Rendering, renderSaid } from '../../engine/text/render-said.ts'

const rendering: Rendering = {
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  people: (id) => (id === 'li.wei' ? { en: 'Li Wei', zh: '李伟' } : undefined),
  roles: (id) => (id === 'sponsor' ? { en: 'Sponsor', zh: '发起人' } : undefined),
}

function said(text: Text | string, given: Readonly<Record<string, SaidArgument>> = {}, locale: Locale = 'en'): string {
  return renderSaid({ text: typeof text === 'string' ? { en: text } : text, arguments: given }, locale, rendering)
}

describe('arguments', () => {
  test.each<[SaidArgument, string, string]>([
    [{ as: 'number', value: 12345.5 }, '12,345.5', '12,345.5'],
    [{ as: 'text', value: 'plain {text} <b>' }, 'plain {text} <b>', 'plain {text} <b>'],
    [{ as: 'date', value: '2026-01-05' }, '5 Jan 2026', '2026年1月5日'],
    [{ as: 'datetime', value: '2026-01-05T17:30:00.000Z' }, '6 Jan 2026, 01:30', '2026年1月6日 01:30'],
    [{ as: 'money', value: '50000.00' }, '¥50,000.00', '¥50,000.00'],
    [{ as: 'duration', value: '3 workdays' }, '3 workdays', '3个工作日'],
    [{ as: 'duration', value: '1 week 2 hours' }, '1 week 2 hours', '1周2小时'],
    [{ as: 'person', value: 'li.wei' }, 'Li Wei', '李伟'],
    [{ as: 'person', value: 'nobody' }, 'nobody', 'nobody'],
    [{ as: 'role', value: 'sponsor' }, 'Sponsor', '发起人'],
    [{ as: 'customer', value: 'east-china-telecom' }, 'east-china-telecom', 'east-china-telecom'],
    [{ as: 'title', value: { en: 'Signing', zh: '签单' } }, 'Signing', '签单'],
    [{ as: 'title', value: { zh: '签单' } }, '签单', '签单'],
  ])('%j', (argument, en, zh) => {
    expect(said('{x}', { x: argument })).toBe(en)
    expect(said({ zh: '{x}' }, { x: argument }, 'zh')).toBe(zh)
  })

  test.each([
    ['date', 'soon'],
    ['datetime', 'soon'],
    ['money', 'much'],
    ['duration', 'long'],
  ] as const)('a %s that is none is shown as it is', (as, value) => {
    expect(said('{x}', { x: { as, value } })).toBe(value)
  })
})

describe('messages', () => {
  test.each([
    ['names with dots', 'Week {values.week} of {p.customers.total}', 'Week 7 of 7'],
    ['a plural', '{n, plural, one {# customer} other {# customers}}', '7 customers'],
    ['a number inside a plural', '{n, plural, one {one} other {{n} of {values.week}}}', '7 of 7'],
    ['a plural of a name with dots', '{values.week, plural, one {week} other {weeks}}', 'weeks'],
    ['an apostrophe', "the customer's {n}", "the customer's 7"],
    ['tags are text', 'a <b>{n}</b>', 'a <b>7</b>'],
    ['dots outside names stay', 'v1.0 {n}. Done.', 'v1.0 7. Done.'],
    ['an argument that is not there', 'for {customer}', 'for …'],
    ['an argument that is not there, in a plural', '{gone, plural, one {one} other {many}}', 'many'],
  ])('%s', (_, message, expected) => {
    const seven: SaidArgument = { as: 'number', value: 7 }
    expect(said(message, { n: seven, 'values.week': seven, 'p.customers.total': seven })).toBe(expected)
  })

  test.each(['{', 'a { b', '{n, plural}', '{n, plural, one {x}}', '}{', '{0x!}'])('%j is shown as it is', (message) => {
    expect(said(message, { n: { as: 'number', value: 1 } })).toBe(message)
  })

  test('a language that is missing falls back to the other', () => {
    expect(said({ zh: '完成' })).toBe('完成')
    expect(said({ en: 'Done' }, {}, 'zh')).toBe('Done')
    expect(said({})).toBe('')
  })

  test('a value is never read as a message', () => {
    expect(said('{x} {y}', { x: { as: 'text', value: '{y}' }, y: { as: 'text', value: "'" } })).toBe("{y} '")
  })
})
