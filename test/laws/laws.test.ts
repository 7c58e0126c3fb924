/** The laws of the step, over any process and any life. `LAW_RUNS` makes a long run of it: a multiple of the usual. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import { noHash, sealEntry } from '../../engine/journal/seal-entry.ts'
import { verifyJournal } from '../../engine/journal/verify-journal.ts'
import { advance } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import { xstateMoves } from '../../engine/step/moves.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import { type Life, live, stepsOf } from './any-life.ts'
import { anyProcess } from './any-process.ts'
import { faultsOf, idleStates, tasksAfter, tasksOfRecord } from './bookkeeping.ts'
import { anyTape } from './choices.ts'
import { loadAny, readAny, runningOf } from './load-any.ts'
import { runs } from './runs.ts'

const RUNS = runs(50)

/** A process and several lives of it, since it is the process that takes long to make. */
const anyCase = fc.tuple(anyProcess, fc.array(anyTape(400), { minLength: 3, maxLength: 3 }))

/** Holds a law against every life of every process. */
function always(law: (process: RunningProcess, life: Life, tape: readonly number[]) => void): void {
  fc.assert(
    fc.property(anyCase, ([text, tapes]) => {
      const loaded = loadAny(text)
      if (!loaded) return
      const process = runningOf(loaded)
      for (const tape of tapes) law(process, lifeOf(process, tape), tape)
    }),
    RUNS,
  )
}

const lives = new Map<string, Life>()

/** A life, lived once for all laws. */
function lifeOf(process: RunningProcess, tape: readonly number[]): Life {
  const key = `${process.hash} ${tape.join()}`
  const known = lives.get(key) ?? live(process, tape, frozen)
  if (lives.size < 500) lives.set(key, known)
  return known
}

/** A record that nobody can change. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner)
    Object.freeze(value)
  }
  return value
}

/** A value as it comes back from where it was stored. */
function written<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

describe('any process', () => {
  test('loads, and its lives move and are refused', () => {
    const cases = fc.sample(anyCase, RUNS)
    const loaded = cases.flatMap(([text, tapes]) => {
      const process = loadAny(text)
      return process ? [{ process: runningOf(process), tapes }] : []
    })
    expect(
      loaded.length / cases.length,
      JSON.stringify(cases.map(([text]) => readAny(text).problems)[0]),
    ).toBeGreaterThan(0.8)
    const lives = loaded.flatMap(({ process, tapes }) => tapes.map((tape) => lifeOf(process, tape)))
    const answers = lives.flatMap(({ lived }) => lived.map(({ answer }) => answer))
    expect(lives.filter(({ started }) => started.ok).length / lives.length).toBeGreaterThan(0.8)
    expect(answers.filter(({ ok }) => ok).length / answers.length).toBeGreaterThan(0.3)
    const seen = new Set(lives.flatMap(stepsOf).flatMap(({ effects }) => effects.map(({ kind }) => kind)))
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['close-task', 'escalate-task', 'open-task', 'perform', 'reopen-task', 'start-child']),
    )
  })
})

describe('any life of any process', () => {
  test('is answered, event by event, with a step or with reasons', () => {
    always((_process, { started, lived }) => {
      if (!started.ok) expect(started.problems.length).toBeGreaterThan(0)
      for (const { answer, before, event } of lived) {
        if (!answer.ok) expect(answer.problems.length).toBeGreaterThan(0)
        else expect(answer.value.record).toMatchObject({ step: before.step + 1, at: Math.max(before.at, event.at) })
      }
    })
  })

  test('is the same again, from what was there before each event', () => {
    always((process, { lived }) => {
      for (const { event, before, answer } of lived) {
        const given = JSON.stringify({ event, before })
        expect(advance(process, before, event)).toEqual(answer)
        expect(JSON.stringify({ event, before })).toBe(given)
      }
    })
  })

  test('survives JSON between any two steps: the same records, entries and effects', () => {
    always((process, life, tape) => {
      for (const step of stepsOf(life)) expect(written(step)).toStrictEqual(step)
      expect(live(process, tape, written)).toEqual(life)
    })
  })

  test('goes the same way whether XState is asked at every move or once', () => {
    always((process, life, tape) => {
      expect(live({ ...process, moves: xstateMoves }, tape)).toEqual(life)
    })
  })

  test('is proved by a replay of its journal', () => {
    always((process, life) => {
      const steps = stepsOf(life)
      const entries: JournalEntry[] = []
      for (const { entry } of steps) entries.push(sealEntry(entry, 'salt', entries.at(-1)?.hash ?? noHash, digest))
      const record = steps.at(-1)?.record
      if (!record) return
      const proof = verifyJournal(written(entries), written(record), () => process, digest)
      expect(proof).toMatchObject({ ok: true, value: { entries: steps.length } })
    })
  })

  test('gives every effect an id of its own', () => {
    always((_process, life) => {
      const ids = stepsOf(life).flatMap(({ effects }) => effects.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
    })
  })

  test('keeps its books: what is open belongs to an active state, and nothing remains after the end', () => {
    always((process, life) => {
      for (const { record } of stepsOf(life)) expect(faultsOf(process, record), `step ${record.step}`).toEqual([])
      expect(idleStates(process, life)).toEqual([])
    })
  })

  test('shows people the tasks it waits for, and no other', () => {
    always((_process, life) => {
      const steps = stepsOf(life)
      for (const [index, { record }] of steps.entries()) {
        const tasks = tasksAfter(steps.slice(0, index + 1))
        const open = new Map([...tasks].filter(([, task]) => task.open))
        expect(open, `step ${record.step}`).toEqual(tasksOfRecord(record))
        for (const { wait } of record.aside) if (wait?.kind === 'task') expect(tasks.get(wait.id)?.open).toBe(false)
      }
    })
  })

  test('takes nothing more after its end', () => {
    const isOver = ({ status }: InstanceRecord) => status === 'completed' || status === 'cancelled'
    always((_process, { lived }) => {
      for (const { before, event, answer } of lived) {
        const aftermath = event.kind === 'effect-failed' || (event.kind === 'control' && event.operation === 'retry')
        if (isOver(before) && !aftermath) expect(answer.ok).toBe(false)
      }
    })
  })
})
