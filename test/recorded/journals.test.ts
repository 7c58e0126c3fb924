/** What was recorded of each release: today's code makes the same moves of it, and comes to the same records. */
import { describe, expect, test } from 'vitest'
import { shipped } from '../waiting/walker.ts'
import { asRecorded, neverTaken, prove, readAgain } from './proof.ts'
import { type RecordedJournal, type RecordedProcess, readRelease, releases } from './recorded-files.ts'

/** Transitions of the shipped definitions that no recorded journal takes, by process, and why. */
const reasons: readonly (readonly [process: string, transition: RegExp, why: string])[] = [
  ['strategy-cycle', /piloting: ending failed/, 'no pilot of these walks is refused its start'],
  ['strategy-cycle', /event COMPLETE/, 'the exceptional ends of a sponsor are tried in their own scenarios'],
  [
    'twelve-step-transformation',
    /event REQUEST_GATE/,
    'what the gate needs leads there by itself, before it can be asked for',
  ],
  ['twelve-step-transformation', /after phase.Length/, 'the walks are quicker than a phase may be'],
  [
    'twelve-step-transformation',
    /gate: ending approved > .*working$/,
    'a step would have to be reopened while its gate is judged',
  ],
  [
    'twelve-step-transformation',
    /event WAIVE/,
    'nothing may be waived that must be done; the rest is waived in some steps only',
  ],
  [
    'twelve-step-transformation',
    /stale/,
    'steps 1 and 12 build on nothing, others are reopened before all they build on is done again',
  ],
  ['twelve-step-transformation', /steps\.cycle\..*iteration/, 'no iteration of these walks fails, or is planned anew'],
  [
    'twelve-step-transformation',
    /reworking\.carrying: rhythm-ending/,
    'the second carrying ends before its rhythm comes round',
  ],
]

const recorded = releases.map((name) => ({ name, ...readRelease(name) }))

describe.each(recorded)('release $name', (release) => {
  const processOf = asRecorded(release)

  test('today’s reader makes of every document what it was', () => {
    for (const process of release.processes) expect(readAgain(process).hash).toBe(process.definition.hash)
  })

  test.each(release.processes)('$definition.process: the same moves, the same records', ({ journals }) => {
    for (const journal of journals) {
      const { entries, record } = journal
      expect(prove(journal, processOf)).toEqual({
        ok: true,
        value: { entries: record.step, erased: [], head: entries.at(-1)?.hash },
      })
    }
  })

  test('a byte changed anywhere is found', () => {
    const journal = shortest(release.processes, 'sales-opportunity')
    const texts = journal.entries.map((entry) => JSON.stringify(entry))
    for (const [index, text] of texts.entries()) {
      const damaged = texts.map((other, at) => JSON.parse(at === index ? text.replace(/"at":\d/, '"at":7') : other))
      expect(prove({ ...journal, entries: damaged }, processOf).ok).toBe(false)
    }
    const record = { ...journal.record, data: { ...journal.record.data, customer: 'another' } }
    expect(prove({ ...journal, record }, processOf)).toMatchObject({ problems: [{ code: 'journal/record-differs' }] })
  })
})

describe('the first release', () => {
  const release = recorded.find(({ name }) => name === '1') ?? readRelease('1')

  test('has every process that ships', () => {
    const names = release.processes.map(({ definition }) => definition.process)
    expect(names).toEqual(expect.arrayContaining([...shipped.processes.keys()]))
  })

  test.each(release.processes)('$definition.process: what is never taken has its reason', (process) => {
    const known = reasons.filter(([name]) => name === process.definition.process)
    const never = neverTaken(process)
    expect(never.filter((name) => !known.some(([, transition]) => transition.test(name)))).toEqual([])
    const { states } = readAgain(process).definition
    const all = [...states.values()].reduce((count, { transitions }) => count + transitions.length, 0)
    expect(never.length / all).toBeLessThan(0.25)
  })

  test('has votes either way, children, late work, what was suspended, resumed and cancelled', () => {
    const entries = release.processes.flatMap(({ journals }) => journals.flatMap((journal) => journal.entries))
    const happened = new Set(entries.map(({ kind, subject }) => (kind === 'control' ? `${kind} ${subject}` : kind)))
    const kinds = ['start', 'sent', 'complete', 'vote', 'timer', 'child-end']
    expect([...happened]).toEqual(
      expect.arrayContaining([...kinds, 'control suspend', 'control resume', 'control cancel']),
    )
    const votes = new Set(entries.map(({ payload }) => payload?.event.approved))
    expect([votes.has(true), votes.has(false)]).toEqual([true, true])
    expect(entries.some(({ subject }) => subject.startsWith('late@'))).toBe(true)
    expect(entries.some(({ payload }) => payload?.event.parent !== undefined)).toBe(true)
  })
})

function shortest(processes: readonly RecordedProcess[], name: string): RecordedJournal {
  const journals = processes.find(({ definition }) => definition.process === name)?.journals ?? []
  const [first] = [...journals].sort((a, b) => a.entries.length - b.entries.length)
  if (!first) throw new Error(`nothing is recorded of ${name}`)
  return first
}
