/**
 * Deadlines over any calendar, through pauses, interruptions, restarts and jumps of the clock: each fires exactly once,
 * never early, in order of due time, and says how late it is. When each is due is reckoned the long way.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDuration, subtractDuration } from '../../engine/calendar/add-duration.ts'
import { compileCalendar } from '../../engine/calendar/compile-calendar.ts'
import { parseDuration } from '../../engine/calendar/parse-duration.ts'
import { openSqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { readZoneOffsets } from '../../engine/host/zone-offsets.ts'
import { canonicalJson } from '../../engine/journal/canonical-json.ts'
import { sha256 } from '../../engine/project/sha256.ts'
import { simulatedWorld } from '../conformance/simulated-world.ts'
import { as, ok } from '../conformance/stage.ts'
import { anyCalendar } from './any-calendar.ts'
import { anyTape, Choices } from './choices.ts'
import { DeadlineModel, type Deadlines } from './deadline-model.ts'
import { loadAny, projectOf, readAny } from './load-any.ts'
import { NaiveCalendar } from './naive-calendar.ts'
import { runs } from './runs.ts'

const MINUTE = 60_000
/** Shortly before clocks go back in Europe and America, and forward in Australia's south. */
const STARTS = ['2026-10-02T06:30:00Z', '2026-03-05T23:10:00Z', '2026-10-23T12:00:00Z', '2027-01-30T16:00:00Z'] as const
const LENGTHS = [
  '36 hours',
  '6 workhours',
  '17 workhours',
  '2 workdays',
  '0 workdays',
  '5 workdays',
  '1 month',
  '1 week 2 hours',
  '3 days',
  '90 minutes',
  '2 days 3 workhours',
] as const

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'picket-deadlines-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function calendarOf(choices: Choices, around: number) {
  const document = anyCalendar(choices, around)
  const compiled = compileCalendar(document, readZoneOffsets(document.zone, 2025, 2029))
  const calendar = ok(compiled)
  return { naive: new NaiveCalendar(document), calendar: { ...calendar, hash: sha256(canonicalJson(calendar)) } }
}

test('a length of time ends where counting minutes and days ends it', () => {
  fc.assert(
    fc.property(anyTape(60), (tape) => {
      const choices = new Choices(tape)
      const start = Date.parse(choices.pick(STARTS))
      const { naive, calendar } = calendarOf(choices, start)
      for (const length of LENGTHS) {
        const at = start + choices.upTo(60_000) * MINUTE
        const end = addDuration(calendar, at, parseDuration(length) ?? {}).at
        expect(iso(end), `${length} from ${iso(at)}`).toBe(iso(naive.add(at, length)))
      }
      const before = subtractDuration(calendar, start, { workdays: 2 }).at
      expect(iso(before)).toBe(iso(naive.before(start, '2 workdays')))
    }),
    runs(10),
  )
})

function iso(at: number): string {
  return new Date(at).toISOString()
}

/** Work with every kind of deadline, that can be interrupted and taken up again. */
function processOf({ due, remind, ladder, after, every, when }: Deadlines): string {
  const events = { STOP: { by: ['lead'] }, BACK: { by: ['lead'] } }
  const beat = { assign: { beats: 'data.beats + 1' } }
  const work = {
    task: { role: 'clerk', due, remind: `${remind} before`, late: { after: ladder, escalate: 'up' } },
    on: { done: { stay: true } },
    after: { [after]: beat },
    at: [{ when: 'data.when', ...beat }],
    every: { [every]: beat },
  }
  return JSON.stringify({
    process: 'any',
    version: '1.0.0',
    title: { en: 'Deadlines' },
    endless: true,
    control: { suspend: ['lead'] },
    input: { when: { type: 'datetime', default: when } },
    data: { beats: { type: 'integer', default: 0 } },
    events,
    initial: 'active',
    states: {
      active: {
        initial: 'work',
        on: { STOP: { target: '/away' } },
        states: { work, was: { history: 'deep' } },
      },
      away: { waits: { en: 'the way back' }, on: { BACK: { target: '/active.was' } } },
    },
  })
}

function anyDeadlines(choices: Choices, start: number): Deadlines {
  return {
    due: choices.pick(LENGTHS),
    remind: choices.pick(['3 hours', '1 workday']),
    ladder: choices.pick(['1 day', '1 workday', '3 workhours']),
    after: choices.pick(['36 hours', '17 workhours', '5 workdays', '1 month', '1 week 2 hours', '2 days 3 workhours']),
    every: choices.pick(['1 day', '2 workdays', '1 week', '5 hours']),
    when: iso(start + choices.upTo(20_000) * MINUTE - 2000 * MINUTE),
  }
}

test('each deadline fires exactly once, never early, in order, and says how late it is', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(anyTape(80), async (tape) => {
      number += 1
      await play(new Choices(tape), join(folder, `${number}.sqlite`))
    }),
    runs(10),
  )
})

async function play(choices: Choices, file: string): Promise<void> {
  const start = Date.parse(choices.pick(STARTS))
  const { naive, calendar } = calendarOf(choices, start)
  const deadlines = anyDeadlines(choices, start)
  const loaded = loadAny(processOf(deadlines))
  if (!loaded) throw new Error(JSON.stringify(readAny(processOf(deadlines)).problems))
  const project = { ...projectOf(loaded), calendars: new Map([['office', calendar]]) }
  const { clock, world } = simulatedWorld(start)
  let host = await openSqliteHost({ project, file, world })
  if (project.organisation) await host.loadPeople(project.organisation, { remove: false, at: start }, as('lou'))
  const { instance, record } = ok(await host.start({ process: 'any', input: {}, id: 'one' }, as('ann')))
  const model = new DeadlineModel(deadlines, naive, start)
  const task = record.waits[0]?.id ?? ''
  do {
    const action = model.any(choices)
    if (action.kind === 'pass') await clock.set(clock.now() + action.minutes * MINUTE)
    else if (action.kind === 'restart') {
      await host.close()
      host = await openSqliteHost({ project, file, world })
    } else if (action.kind === 'send') ok(await host.send({ instance, event: action.event }, as('lou')))
    else if (action.kind === 'control') ok(await host.control({ instance, ...action.request }, as('lou')))
    else ok(await host.complete({ task }, as('ann')))
    model.follow(action, clock.now())
    await host.runDue()
    model.fireDue(clock.now())
    const view = await host.instance(instance)
    const timers = view?.record.timers.map(({ id, dueAt }) => `${id} ${iso(dueAt)}`)
    expect(timers, JSON.stringify(action)).toEqual(model.timers.map(({ id, dueAt }) => `${id} ${iso(dueAt)}`))
  } while (!choices.over)
  const entries = (await host.journal(instance)).filter(({ kind }) => kind === 'timer')
  expect(entries.map(({ subject, at, lateBy = 0 }) => ({ subject, at, lateBy }))).toEqual(model.fired)
  expect(ok(await host.verify(instance)).entries).toBeGreaterThan(0)
  await host.close()
}
