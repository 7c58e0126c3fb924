import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingTime } from '../../engine/calendar/working-time.ts'
import { calendar, filmOf, shipped, workflows } from './sample-project.ts'

describe.each(shipped)('%s', (process) => {
  const film = filmOf(workflows, process)

  it('runs to its end', () => {
    expect(film.missing).toBeUndefined()
    expect(film.status).toBe('completed')
    expect(film.scenes.at(0)).toMatchObject({ kind: 'start', instance: process, at: Date.UTC(2026, 0, 5, 1) })
    expect(film.scenes.at(-1)).toMatchObject({ kind: 'end', instance: process, at: film.ended })
  })

  it('is told in the order of time, people at work in working hours', () => {
    const times = film.scenes.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    for (const { kind, who, at } of film.scenes) {
      const acts = kind === 'task' || kind === 'event' || kind === 'decision'
      expect(who !== undefined).toBe(acts)
      if (acts) expect(isWorkingTime(calendar, at)).toBe(true)
    }
  })

  it('is the same for the same seed', () => {
    expect(JSON.stringify(filmOf(workflows, process))).toBe(JSON.stringify(film))
  })
})

it('gives another film for another seed, each repeatable', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1_000_000 }), (seed) => {
      const [film, again, first] = [seed, seed, 1].map((each) =>
        JSON.stringify(filmOf(workflows, 'sales-opportunity', { seed: each }).scenes),
      )
      expect(again).toBe(film)
      expect(film).not.toBe(first)
    }),
    { numRuns: 20 },
  )
})

it('ends every sale and every strategy cycle, whatever the chance', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...shipped), (seed, process) => {
      expect(filmOf(workflows, process, { seed }).status).toBe('completed')
    }),
    { numRuns: 30 },
  )
})

it('plays the children of the programme and names the next generation without playing it', () => {
  const film = filmOf(workflows, 'twelve-step-transformation')
  const played = new Set(film.instances.map(({ process }) => process))
  expect([...played]).toEqual(['twelve-step-transformation', 'strategy-cycle', 'pilot-change'])
  expect(film.instances.every(({ status }) => status === 'completed' || status === 'cancelled')).toBe(true)
  expect(film.scenes.filter(({ kind }) => kind === 'next')).toHaveLength(1)
  expect(film.instances.filter(({ process }) => process === 'twelve-step-transformation')).toHaveLength(1)
})

it('starts when it is told to', () => {
  const from = Date.UTC(2026, 5, 1, 2)
  const film = filmOf(workflows, 'pilot-change', { from })
  expect(film.started).toBe(from)
  expect(film.scenes[0]?.at).toBe(from)
})
