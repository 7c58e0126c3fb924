/** The step agrees with a plain statechart interpreter on every event of every life of every process. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isExpressionFailure } from '../../engine/expression/expression-failure.ts'
import { activeStates } from '../../engine/step/active-states.ts'
import type { Step } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import { type Life, type Lived, live } from './any-life.ts'
import { anyProcess } from './any-process.ts'
import { anyTape } from './choices.ts'
import { loadAny, runningOf } from './load-any.ts'
import { Reference, type Seen } from './reference.ts'
import { follow } from './reference-life.ts'
import { runs } from './runs.ts'
import { Endless } from './statechart.ts'

const anyCase = fc.tuple(anyProcess, fc.array(anyTape(400), { minLength: 3, maxLength: 3 }))

test('the compiled machine moves as a plain statechart does', () => {
  fc.assert(
    fc.property(anyCase, ([text, tapes]) => {
      const loaded = loadAny(text)
      if (!loaded) return
      const process = runningOf(loaded)
      for (const tape of tapes) compare(process, live(process, tape))
    }),
    runs(40),
  )
})

function compare(process: RunningProcess, { start, started, lived }: Life): void {
  const reference = new Reference(process, start)
  const entered = attempt(reference, () => {
    reference.enter()
    return true
  })
  if (!started.ok) return
  expect(entered).toBe(true)
  expect(reference.seen).toEqual(seenIn(process, started.value))
  for (const one of lived) compareEvent(process, reference, one)
}

function compareEvent(process: RunningProcess, reference: Reference, { event, before, answer }: Lived): void {
  const { definition } = process.machine
  const what = `step ${before.step + 1}: ${JSON.stringify(event)}`
  if (!answer.ok) {
    // Who refuses for want of a state that takes the event must be right.
    if (answer.problems[0]?.code !== 'step/event-not-expected') return
    expect(
      attempt(reference, () => follow({ definition, before, reference }, event)),
      what,
    ).toBe(false)
    return
  }
  const { record, entry } = answer.value
  const incident = record.incidents.length > before.incidents.length ? record.incidents.at(-1) : undefined
  if (incident?.event) {
    // What could not be worked out is kept to be tried again, and nothing has moved.
    expect([...entry.left, ...entry.entered, ...entry.taken], what).toEqual([])
    expect(record.data, what).toEqual(before.data)
    return
  }
  const made = attempt(reference, () => {
    follow({ definition, before, reference }, event)
    reference.end()
    return true
  })
  expect(made, what).toBe(true)
  expect(reference.seen, what).toEqual(seenIn(process, answer.value))
}

/** True, or what is answered; undefined, and everything as it was, where an expression fails or moves never end. */
function attempt(reference: Reference, make: () => boolean): boolean | undefined {
  const undo = reference.begin(0, {})
  try {
    return make()
  } catch (thrown) {
    undo()
    if (isExpressionFailure(thrown) || thrown instanceof Endless) return undefined
    throw thrown
  }
}

function seenIn({ machine }: RunningProcess, { record, entry }: Step): Seen {
  const active = activeStates(machine, record.value)
  return {
    left: entry.left,
    entered: entry.entered,
    taken: entry.taken,
    active: [...machine.definition.states.keys()].filter((path) => active.has(path)),
    data: record.data,
  }
}
