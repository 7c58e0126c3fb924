import { describe, expect, it } from 'vitest'
import { readDocuments } from '../../../engine/definition/read-documents.ts'

const head = 'process: a\nversion: 1.0.0\ntitle: { en: A }\ninitial: a\n'

/** A text, and the code, line and column of each fault it must give, in this order. */
type Case = readonly [text: string | Uint8Array, ...faults: readonly string[]]

const yaml: readonly Case[] = [
  ['', 'empty-document 1:1'],
  ['# nothing\n', 'empty-document 1:1'],
  [new Uint8Array([0x61, 0xff]), 'bad-encoding 1:1'],
  [new Uint8Array([0xc0, 0x80]), 'bad-encoding 1:1'],
  [`${head}x: \u0000`, 'control-character 5:4'],
  ['process: "\\0"', 'missing-key 1:1', 'control-character 1:10'],
  ['a: \ud800', 'control-character 1:4'],
  ['process:\n\ta: 1', 'tab 2:1'],
  ['process: "a', 'yaml-syntax 1:12'],
  ['%YAML 1.1\n---\nprocess: yes', 'directive 1:1', 'missing-key 3:1'],
  ['<<: 1', 'merge-key 1:1'],
  ['- a', 'wrong-kind 1:1'],
  ['process: *a', 'missing-key 1:1', 'unknown-alias 1:10'],
]

const inState: readonly Case[] = [
  ['guard: !x', 'quote-it 5:42'],
  ['guard: a.all(v, v > 1), target: b', 'quote-it 5:42'],
  ['guard: {x}, target: a', 'quote-it 5:42'],
  ['guard: , target: a', 'explicit-null 5:35'],
  ['guard: ~, target: a', 'explicit-null 5:42'],
  ['guard: !!str x', 'tag 5:42'],
  ['guard: 1, guard: 2', 'duplicate-key 5:45'],
  ['__proto__: 1', 'forbidden-key 5:35'],
  ['constructor: 1', 'forbidden-key 5:35'],
  ['odds: 12345678901234567890', 'number-range 5:41'],
  ['odds: .nan', 'number-range 5:41'],
  ['guad: x', 'unknown-key 5:35'],
  ['guard: [a]', 'wrong-kind 5:42'],
  ['target: 5', 'wrong-kind 5:43'],
  ['target: a b', 'bad-form 5:43'],
  ['odds: -1', 'out-of-range 5:41'],
  ['requires: [ { tht: a, else: { en: x } } ]', 'unknown-key 5:49'],
  ['requires: [ { that: a } ]', 'missing-key 5:47'],
  ['stay: true, target: a', 'two-kinds 5:47'],
  ['send: { event: X, to: sender }', 'not-one-of 5:57'],
  ['emit: { event: X }', 'unknown-key 5:35'],
  ['open: []', 'too-few 5:35'],
]

const shape: readonly Case[] = [
  ['proces: a', 'unknown-document 1:1'],
  ['scenario: a', 'unknown-document 1:1'],
  ['process: a', 'missing-key 1:1'],
  [`${head}states: {}`, 'too-few 5:1'],
  [`${head}states: { a: { tsk: 1 } }`, 'unknown-key 5:16'],
  [`${head}states: { a: { task: { rol: x } } }`, 'unknown-key 5:24'],
  [`${head}states: { a: { task: { due: 1 day } } }`, 'missing-one-of 5:16'],
  [`${head}states: { a: { task: { role: x, person: y } } }`, 'two-kinds 5:33'],
  [`${head}states: { a: { task: { role: x, late: up } } }`, 'key-needs 5:33'],
  [`${head}states: { a: { task: { role: x }, approval: { of: [x] } } }`, 'two-kinds 5:35'],
  [`${head}states: { a: { type: final, on: { X: a } } }`, 'two-kinds 5:29'],
  [`${head}states: { a: { type: parallel } }`, 'missing-key 5:11'],
  [`${head}states: { a: { states: { b: { type: final } } } }`, 'missing-key 5:11'],
  [`${head}states: { a: { each: p in x } }`, 'key-needs 5:16'],
  [`${head}states: { a: { with: { b: 1 } } }`, 'missing-one-of 5:11'],
  [`${head}states: { a: { type: finl } }`, 'not-one-of 5:22'],
  [`${head}states: { a: { history: deeep } }`, 'not-one-of 5:25'],
  [`${head}states: { a: { on: { x: a } } }`, 'identifier 5:22'],
  [`${head}states: { A: { type: final } }`, 'identifier 5:11'],
  [`${head}states: { a: { title: hello } }`, 'wrong-kind 5:23'],
  [`${head}states: { a: { approval: { of: [x], quorum: most } } }`, 'bad-form 5:45'],
  [`${head}states: { a: { task: { role: x, of: data.c } } }`, 'unknown-key 5:33'],
  [`${head}states: { a: { undo: x, defer: [X] } }`, 'unknown-key 5:16', 'unknown-key 5:25'],
  [`${head}holds: {}\nstates: { a: { type: final } }`, 'unknown-key 5:1'],
  [`${head}states: { a: { data: { x: text } } }`, 'unknown-key 5:16'],
  [`${head}states: { a: { use: t, initial: b } }`, 'unknown-key 5:24'],
  [`${head}data: { X: text, b: 5 }\nstates: { a: {} }`, 'identifier 5:9', 'wrong-kind 5:21'],
  ['process: A b\nversion: 1.0\ntitle: { en: A }\ninitial: a\nstates: { a: {} }', 'bad-form 1:10', 'wrong-kind 2:10'],
  ['calendar: c\nzone: Asia/Shanghai\nweek: { mon: [9-12], tu: [] }', 'bad-form 3:15', 'unknown-key 3:22'],
  ['organisation: o\nroles: {}\npeople: { Li: { name: { en: Li } } }', 'identifier 3:11'],
  ['project: p\nlocale: fr\nhost: x\nstore: y', 'not-one-of 2:9', 'unknown-key 3:1', 'wrong-kind 4:8'],
  ['process: a\n---\ncalendar: c', 'missing-key 1:1', 'missing-key 3:1'],
]

const inTemplate: readonly Case[] = [
  ['on: { $event: $next, X: [ { guard: $g, target: $t }, $more ] }, requires: $r'],
  ['task: $task, tags: $tags, type: $type'],
  ['on: { $event: { tgt: a } }', 'unknown-key 5:35'],
  ['task: text', 'wrong-kind 5:25'],
  ['on: { X: { target: 7 } }', 'wrong-kind 5:38'],
]

function faultsOf(text: string | Uint8Array): string[] {
  return readDocuments('f.yaml', text).problems.map(
    ({ code, place }) => `${code.replace('definition/', '')} ${place?.line}:${place?.column}`,
  )
}

describe('every fault is told with its place, of a cascade only the first', () => {
  it.each([...yaml, ...shape])('%j', (text, ...faults) => expect(faultsOf(text)).toEqual(faults))
  it.each(inState)('in a transition: %s', (text, ...faults) => {
    expect(faultsOf(`${head}states: { a: { always: [ {        ${text} } ] } }`)).toEqual(faults)
  })
  it.each(inTemplate)('in a template: %s', (text, ...faults) => {
    expect(faultsOf(`${head}templates: { t: { ${text} } }\nstates: { a: { use: t } }`)).toEqual(faults)
  })
})

describe('what YAML would read with another meaning must be quoted', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['a: !x', '!x'],
    ['a: !has(x) && y', '!has(x) && y'],
    ['a: { guard: a.all(v, v > 1), target: b }', 'a.all(v, v > 1)'],
    ['a: [ f(b, c), d ]', 'f(b, c)'],
    ['a: f(x # y)', 'f(x # y)'],
    ["a: x != 'see # 4'", "x != 'see # 4'"],
    ['a: {x}', '{x}'],
    ['a: {customer} sale', '{customer} sale'],
    ['a: "x" == y', '"x" == y'],
    ['a: [b].exists(c)', '[b].exists(c)'],
    ['a: b ? c : d', 'b ? c : d'],
    ['a: @b', '@b'],
    ['a: {b:1}', '{b:1}'],
  ]
  it.each(rows)('%s', (text, shown) => {
    const found = readDocuments('f.yaml', text).problems.filter(({ code }) => code === 'definition/quote-it')
    expect(found.map(({ blanks }) => blanks.text)).toEqual([shown])
  })
  it('an apostrophe before a comment is no cut value', () => {
    const codes = readDocuments('f.yaml', "x: the customer's wish # as told\n").problems.map(({ code }) => code)
    expect(codes).toEqual(['definition/unknown-document'])
  })
})

it('names the near key and those that are possible', () => {
  const [found] = readDocuments('f.yaml', `${head}states: { a: { type: final, titel: { en: A } } }`).problems
  expect(found?.blanks).toMatchObject({ key: 'titel', near: 'title' })
  expect(found?.place).toEqual({ file: 'f.yaml', line: 5, column: 29, endColumn: 34 })
})
