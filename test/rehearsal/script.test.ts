import { describe, expect, it } from 'vitest'
import { rehearse } from '../../engine/rehearsal/rehearse.ts'
import { readScript, type Script } from '../../engine/rehearsal/script.ts'
import { filmOf, workflows } from './sample-project.ts'

function scriptOf(value: unknown): Script {
  const read = readScript(value)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

describe('a script', () => {
  it('starts with its input', () => {
    const film = filmOf(workflows, 'sales-opportunity', { script: scriptOf({ input: { customer: 'north-grid' } }) })
    expect(film.instances[0]?.name.arguments.customer).toMatchObject({ value: 'north-grid' })
  })

  it('sends the events it names, with what it says', () => {
    const events = { presales: { event: 'LOSE', with: { reason: 'Too dear' } } }
    const film = filmOf(workflows, 'sales-opportunity', { script: scriptOf({ events }) })
    expect(film.instances[0]).toMatchObject({ outcome: 'lost', output: { reason: 'Too dear' } })
  })

  it('sends one event after the other, then by odds again', () => {
    const events = { presales: ['STEP_BACK'] }
    const answers = { presales: {} }
    const missing = rehearse(workflows, 'sales-opportunity', {
      script: scriptOf({ events: { presales: ['GO_HOME'] }, answers }),
    })
    expect(missing).toMatchObject({ ok: true, value: { status: 'refused', missing: [{ code: 'step/unknown-event' }] } })
    const script = scriptOf({ events: { presales: [{ event: 'STEP_BACK', with: { reason: 'New need' } }] } })
    const film = filmOf(workflows, 'sales-opportunity', { script })
    const entered = film.scenes.flatMap((scene) => (scene.kind === 'event' ? scene.entered : []))
    expect(entered.filter((path) => path === 'selling.intent')).toHaveLength(1)
    expect(film.instances[0]?.outcome).toBe('won')
    expect(filmOf(workflows, 'sales-opportunity', { script: scriptOf({ events }) }).status).toBe('completed')
  })

  it('decides in turn', () => {
    const film = filmOf(workflows, 'strategy-cycle', {
      script: scriptOf({ decisions: { approving: ['reject', 'reject', 'approve'] } }),
    })
    const decided = film.scenes.filter(({ kind }) => kind === 'decision').map(({ outcome }) => outcome)
    expect(decided).toEqual(['rejected', 'rejected', 'approved'])
  })

  it('answers forms by the most exact name, the rest from examples', () => {
    const answers = { 'pilot-change/evaluating': { verdict: 'stop' }, running: { pilotAfter: 74 } }
    const decisions = { judged: 'approve' }
    const film = filmOf(workflows, 'pilot-change', { script: scriptOf({ answers, decisions }) })
    expect(film.instances[0]).toMatchObject({ outcome: 'stopped', output: { adopted: false } })
  })

  it('may change the end of a requirement', () => {
    const film = filmOf(workflows, 'pilot-change', {
      script: scriptOf({ answers: { 'underway.running': { pilotAfter: 74 } }, decisions: { judged: ['approve'] } }),
    })
    expect(film.status).toBe('refused')
    expect(film.missing).toMatchObject([
      { code: 'rehearsal/not-taken', reasons: [{ code: 'step/refused', reasons: [{ code: 'step/requirement' }] }] },
    ])
  })

  it('that names no state of the cast is refused before anything happens', () => {
    const script = scriptOf({ answers: { intnet: {} }, decisions: { 'no-process/judged': 'approve' } })
    const film = rehearse(workflows, 'sales-opportunity', { script })
    expect(film).toMatchObject({
      ok: false,
      problems: [
        { code: 'rehearsal/script-unknown-state', blanks: { state: 'intnet', part: 'answers', near: 'intent' } },
        { code: 'rehearsal/script-unknown-state', blanks: { part: 'decisions' } },
      ],
    })
    expect(rehearse(workflows, 'pilot-change', { script: scriptOf({ rehearse: 'sales-opportunity' }) }).ok).toBe(false)
  })
})

it.each([
  ['text', ['script']],
  [{ anwsers: {} }, ['anwsers']],
  [{ scenario: 3 }, ['scenario']],
  [{ input: [] }, ['input']],
  [{ decisions: { judged: 'maybe' } }, ['decisions.judged']],
  [{ events: { judged: 3, other: { with: {} } }, answers: 4 }, ['answers', 'events.judged', 'events.other']],
])('the script %j is refused', (value, paths) => {
  const read = readScript(value)
  expect(read.ok).toBe(false)
  expect(read.ok ? [] : read.problems.map(({ blanks }) => blanks.path)).toEqual(paths)
})
