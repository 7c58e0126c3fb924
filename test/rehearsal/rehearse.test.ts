import { describe, expect, it } from 'vitest'
import { defineAction, definePlugin } from '../../engine/plugin/index.ts'
import { catalogOf } from '../../engine/plugin/plugin.ts'
import { rehearse } from '../../engine/rehearsal/rehearse.ts'
import { codesOf, filmOf, projectOf } from './sample-project.ts'

/** A process `small` of some keys, in flow text. */
function small(body: string): string {
  return `process: small\nversion: 1.0.0\ntitle: { en: Small }\ncalendar: cn-office\n${body}`
}

function film(body: string) {
  return filmOf(projectOf([small(body)]), 'small')
}

describe('what is missing ends the film and is named', () => {
  it('an example of a required field', () => {
    const made = film(`
initial: a
states:
  a: { task: { role: analyst, form: { sum: number, note?: text, more: { type: number, default: 3 } }, due: 1 week }, on: { done: z } }
  z: { type: final }`)
    expect(made).toMatchObject({ status: 'refused' })
    expect(made.missing).toMatchObject([{ code: 'rehearsal/no-example', blanks: { field: 'sum', where: 'small/a' } }])
  })

  it('an example of the input', () => {
    const made = film('input: { who: person }\ninitial: z\nstates: { z: { type: final } }')
    expect(made).toMatchObject({ status: 'refused', scenes: [], missing: [{ code: 'rehearsal/no-example' }] })
  })

  it('somebody who may vote: the one holder of the role did the work', () => {
    const made = film(`
initial: a
states:
  a: { task: { role: sponsor, due: 1 week }, on: { done: b } }
  b: { approval: { of: [sponsor], quorum: all, notBy: a, due: 1 week }, on: { approved: z, rejected: z } }
  z: { type: final }`)
    expect(codesOf(made)).toEqual(['rehearsal/nobody'])
  })

  it('a requirement that nothing can meet any more', () => {
    const made = film(`
data: { ready: { type: boolean, default: false } }
initial: a
states:
  a: { task: { role: analyst, due: 1 week, requires: [ { that: data.ready, else: { en: Not ready } } ] }, on: { done: z } }
  z: { type: final }`)
    expect(made.status).toBe('refused')
    expect(codesOf(made)).toEqual(['rehearsal/not-taken', 'step/refused'])
  })
})

describe('a film that cannot go on', () => {
  it('is stuck where only a process could send the event', () => {
    const made = film(`
events: { GO: {} }
initial: a
states:
  a: { title: { en: Hall }, waits: { en: a signal }, on: { GO: z } }
  z: { type: final }`)
    expect(made.status).toBe('stuck')
    expect(made.missing).toMatchObject([
      { code: 'rehearsal/waits', blanks: { state: { text: { en: 'Hall' } }, waits: { text: { en: 'a signal' } } } },
    ])
  })

  it('is stuck where the guard of the event never holds', () => {
    const made = film(`
data: { open: { type: boolean, default: false } }
events: { GO: { by: [analyst] } }
initial: a
states:
  a: { waits: { en: a signal }, on: { GO: { guard: data.open, target: z } } }
  z: { type: final }`)
    expect(made.status).toBe('stuck')
    expect(codesOf(made)).toEqual(['rehearsal/not-taken', 'step/event-not-expected'])
  })

  it('is endless where it repeats for ever', () => {
    const made = film(`
endless: true
initial: a
states:
  a: { waits: { en: b }, after: { 1 week: b } }
  b: { waits: { en: a }, after: { 1 week: a } }`)
    expect(made.status).toBe('endless')
    expect(made.steps).toBeGreaterThan(1000)
  })

  it('is not made of a process that is not there', () => {
    expect(rehearse(projectOf([]), 'small')).toMatchObject({
      ok: false,
      problems: [{ code: 'rehearsal/unknown-process' }],
    })
  })
})

describe('what is not possible yet', () => {
  const parallel = `
events: { GO: { by: [analyst] } }
initial: both
states:
  both:
    type: parallel
    on: { done: z }
    states:
      left:
        initial: a
        states:
          a: { waits: { en: the right side }, estimate: { min: 1 hour, likely: 1 hour, max: 1 hour }, on: { GO: { requires: [ { that: "active('/both.right.d')", else: { en: Wait } } ], target: b } } }
          b: { type: final }
      right:
        initial: c
        states:
          c: { task: { role: analyst, due: 2 weeks, estimate: { min: 1 week, likely: 1 week, max: 1 week } }, on: { done: d } }
          d: { waits: { en: its end }, after: { 1 day: e } }
          e: { type: final }
  z: { type: final }`

  it('is tried again as soon as something has moved', () => {
    const made = film(parallel)
    expect(made.status).toBe('completed')
    const [task, event] = ['task', 'event'].map((kind) => made.scenes.find((scene) => scene.kind === kind))
    expect(event?.at).toBe(task?.at)
  })

  it('gives way to the other events of the state where nothing else moves', () => {
    const made = film(`
events: { GO: { by: [analyst] }, BACK: { by: [analyst] } }
initial: a
states:
  a:
    waits: { en: a signal }
    on:
      GO: { requires: [ { that: "1 > 2", else: { en: Never } } ], target: z, odds: 1000 }
      BACK: { target: y, odds: 1 }
  y: { type: final }
  z: { type: final }`)
    expect(made.instances[0]?.outcome).toBe('y')
  })
})

it('never sends what has odds of 0, and only the first where there are none', () => {
  const made = film(`
events: { STAY: { by: [analyst] }, GO: { by: [analyst] }, LEAVE: { by: [analyst] } }
initial: a
states:
  a: { waits: { en: a signal }, on: { STAY: { target: y, odds: 0 }, GO: { target: b, odds: 1 } } }
  b: { waits: { en: a signal }, on: { LEAVE: c, STAY: y } }
  c: { type: final }
  y: { type: final }`)
  expect(made.instances[0]?.outcome).toBe('c')
  expect(made.scenes.filter(({ kind }) => kind === 'event').map(({ who }) => who)).toEqual(['chu.yan', 'chu.yan'])
})

it('gives the seats of an approval to different people who did not do the work', () => {
  const made = film(`
initial: a
states:
  a: { task: { role: customer-manager, due: 1 week }, on: { done: b } }
  b: { approval: { of: [team-member, team-member, customer-manager], quorum: all, notBy: a, due: 1 week, odds: { rejected: 1, approved: 1000000 } }, on: { approved: z, rejected: z } }
  z: { type: final }`)
  const voters = made.scenes.filter(({ kind }) => kind === 'decision').map(({ who }) => who)
  expect(voters).toHaveLength(3)
  expect(new Set(voters)).toEqual(new Set(['wu.tao', 'han.mei', 'gao.yuan']))
})

it('tells escalations up the ladder when work takes longer than it may', () => {
  const made = film(`
initial: a
states:
  a:
    task: { role: customer-manager, due: 1 week, late: { after: 1 week, escalate: up }, estimate: { min: 10 weeks, likely: 10 weeks, max: 10 weeks } }
    on: { done: z }
  z: { type: final }`)
  const concerned = made.scenes.filter(({ kind }) => kind === 'escalation').map(({ to }) => to)
  expect(concerned).toEqual([['chief-relationship-officer'], ['sponsor']])
})

describe('an action', () => {
  const text = small(`
plugins: { bank: ^1.0.0 }
data: { balance: { type: number, default: 0 } }
initial: a
states:
  a: { action: bank.read-balance, with: { of: "'us'" }, on: { done: { target: z, assign: { balance: result.balance } }, failed: z } }
  z: { type: final, output: { balance: data.balance } }`)
  const declared = { name: 'read-balance', input: { of: 'string' }, output: { balance: 'number' } }
  const perform = () => {
    throw new Error('a rehearsal reaches no world')
  }
  const projectWith = (action: Parameters<typeof defineAction>[0]) =>
    projectOf([text], catalogOf([definePlugin({ id: 'bank', version: '1.0.0', actions: [defineAction(action)] })]))

  it('answers as its plugin says for rehearsals', () => {
    const project = projectWith({ ...declared, perform, rehearse: ({ of }) => ({ balance: of === 'us' ? 7 : 0 }) })
    expect(filmOf(project, 'small').instances[0]?.output).toEqual({ balance: 7 })
  })

  it('without an answer is refused by name', () => {
    const made = filmOf(projectWith({ ...declared, perform }), 'small')
    expect(made).toMatchObject({
      status: 'refused',
      missing: [{ code: 'rehearsal/no-answer', blanks: { action: 'bank.read-balance' } }],
    })
  })
})
