import { describe, expect, it } from 'vitest'
import { codesOf, filmOf, projectOf } from './sample-project.ts'

const long = '{ min: 10 weeks, likely: 10 weeks, max: 10 weeks }'
const child = `
process: child
version: 1.0.0
title: { en: Child }
calendar: cn-office
input: { name: { type: string, example: alone } }
events: { HELLO: {} }
initial: a
states:
  a:
    entry: { send: { event: BORN, to: parent, with: { name: data.name }, missing: ignore } }
    task: { role: analyst, due: 20 weeks, estimate: ${long} }
    on: { done: z, HELLO: b }
  b: { task: { role: analyst, due: 1 week, estimate: { min: 1 hour, likely: 1 hour, max: 1 hour } }, on: { done: z } }
  z: { type: final, output: { name: data.name } }`

function parent(states: string): string {
  return `
process: parent
version: 1.0.0
title: { en: Parent }
calendar: cn-office
data: { born: { type: list of string, default: [] }, ended: { type: number, default: 0 } }
events: { BORN: { with: { name: text } } }
initial: a
${states}`
}

function film(states: string) {
  return filmOf(projectOf([child, parent(states)]), 'parent')
}

describe('children in a rehearsal', () => {
  it('are cancelled when their state is left', () => {
    const made = film(`
states:
  a:
    process: child
    each: "n in ['x', 'y']"
    with: { name: n }
    on: { done: z, failed: z }
    after: { 1 week: z }
  z: { type: final }`)
    expect(made.instances.map(({ status }) => status)).toEqual(['completed', 'cancelled', 'cancelled'])
    expect(made.scenes.filter(({ kind }) => kind === 'cancel')).toHaveLength(2)
    expect(made.scenes.filter(({ kind }) => kind === 'end')).toMatchObject([{ instance: 'parent' }])
  })

  it('hear their parent and tell it', () => {
    const made = film(`
states:
  a:
    process: child
    each: "n in ['x', 'y', 'w']"
    limit: 2
    with: { name: n }
    on: { done: z, failed: z, BORN: { assign: { born: "data.born + [event.name]" } } }
    every: { 1 week: { send: { event: HELLO, to: children, missing: ignore } } }
  z: { type: final, output: { born: data.born } }`)
    expect(made.status).toBe('completed')
    expect(made.instances[0]?.output).toEqual({ born: ['x', 'y', 'w'] })
    expect(made.ended - made.started).toBeLessThan(4 * 7 * 86_400_000)
    const open = (at: number) =>
      made.instances.filter(({ process, startedAt, at: end }) => process === 'child' && startedAt <= at && at < end)
    expect(Math.max(...made.scenes.map(({ at }) => open(at).length))).toBe(2)
  })

  it('over an empty list are done at once', () => {
    const made = film(`
states:
  a: { process: child, each: n in data.born, with: { name: n }, on: { done: z, failed: z } }
  z: { type: final }`)
    expect(made).toMatchObject({ status: 'completed', steps: 1 })
  })

  it('over an empty list that leave the state where it is are done once', () => {
    const made = film(`
states:
  a:
    process: child
    each: n in data.born
    with: { name: n }
    on: { done: { stay: true, assign: { ended: data.ended + 1 } }, failed: z }
    after: { 1 week: z }
  z: { type: final, output: { ended: data.ended } }`)
    expect(codesOf(made)).toEqual([])
    expect(made.instances[0]?.output).toEqual({ ended: 1 })
  })
})
