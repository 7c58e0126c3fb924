/** Every state of the shipped processes that can wait is explained, and what an explanation names unblocks it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { State } from '../../engine/definition/definition.ts'
import { sentenceOf } from '../../engine/problem/fill-blanks.ts'
import type { Answer } from '../../engine/problem/problem.ts'
import { type Explanation, type Finding, isReady, type Move } from '../../engine/waiting/finding.ts'
import { speaker } from './spoken.ts'
import { inputs, isOwnAndReady, shapeOf, shipped, Walker } from './walker.ts'

interface Choice {
  readonly finding: Finding
  readonly move: Move
}

const processes = Object.keys(inputs)
const week = 7 * 86_400_000

/** Waiting states nothing leads to: steps 1 and 12 build on no other, four can never be waived, and what two of them wait for has come when their work is done again. */
const unreachable = new Set([
  ...['preparation', 'strategy', 'cycle', 'scorecard'].map((step) => `running.steps.${step}.waived`),
  ...['preparation', 'culture'].map((step) => `running.steps.${step}.stale`),
  'running.steps.preparation.notStarted',
  'running.steps.scorecard.active.reworking.awaiting',
  'running.steps.change.active.reworking.carrying',
])

/** The states of a process that can wait; the task of a rhythm under a name of its own. */
function waitingStates(process: string): readonly string[] {
  const states = [...(shipped.definitions.get(process)?.states.values() ?? [])]
  return states.flatMap((state) =>
    unreachable.has(state.path) ? [] : [...(canWait(state) ? [state.path] : []), ...rhythmsOf(state)],
  )
}

/** A junction, which is left at once, never waits. */
function canWait({ kind, transitions }: State): boolean {
  if (transitions.some(({ trigger, guard }) => trigger.kind === 'always' && !guard)) return false
  return ['task', 'approval', 'action', 'children', 'wait'].includes(kind)
}

function rhythmsOf({ rhythms, path }: State): readonly string[] {
  return rhythms.flatMap(({ key, task }) => (task ? [`${path}:${key}`] : []))
}

function nameOf({ state, reasons: [reason] }: Finding): string {
  return reason?.kind === 'task' && reason.rhythm !== undefined ? `${state}:${reason.rhythm}` : state
}

/** Everything that holds of an explanation, whatever is done about it. */
function judge({ findings }: Explanation): void {
  for (const finding of findings) {
    expect(finding.reasons, finding.state).not.toEqual([])
    expect(finding.moves, finding.state).not.toEqual([])
    expect(leadsOn(finding, findings, new Set()), `${finding.state} leads nowhere`).toBe(true)
  }
}

/** Whether something can be done now here, or at what it points to. */
function leadsOn(finding: Finding, findings: readonly Finding[], seen: Set<string>): boolean {
  if (seen.has(finding.id)) return false
  seen.add(finding.id)
  return finding.moves.some((move) => {
    if (move.kind !== 'follow') return isReady(move)
    const next = findings.find(({ id }) => id === move.finding)
    return next !== undefined && leadsOn(next, findings, seen)
  })
}

/** Makes a move that is ready: it is accepted, and the finding is gone or another than before. */
async function makeReady(walker: Walker, instance: string, { finding, move }: Choice, approve: boolean): Promise<void> {
  const answer = await walker.make(instance, move, approve)
  const what = `${finding.state}: ${JSON.stringify(move)} => ${said(answer).join(' ')}`
  expect(answer.ok, what).toBe(true)
  const after = (await walker.why(instance)).findings.find(({ id }) => id === finding.id)
  if (after) expect(shapeOf(after), what).not.toBe(shapeOf(finding))
  await walker.settle()
}

/** Makes a move that something stands against: it is refused for the reasons named, and nothing has changed. */
async function makeHindered(walker: Walker, instance: string, { finding, move }: Choice): Promise<void> {
  const before = await walker.why(instance)
  const speak = await speaker(walker, before, 'en')
  const answer = await walker.make(instance, move)
  expect(answer.ok, `${finding.state}: ${JSON.stringify(move)}`).toBe(false)
  expect(await walker.why(instance)).toEqual(before)
  const unmet = 'unmet' in move ? move.unmet.filter(({ kind }) => kind === 'requirement') : []
  const hindrances = speak({ ...finding, moves: [move] }).hindrances.join('\n')
  for (const reason of said(answer).slice(0, unmet.length)) expect(hindrances).toContain(reason)
}

/** What stands against an answer. */
function said(answer: Answer<unknown>): readonly string[] {
  if (answer.ok) return []
  return answer.problems.flatMap((problem) => (problem.reasons ?? [problem]).map((one) => sentenceOf(one, 'en')))
}

/** Moves of people that are refused as things stand. */
function hindered({ findings }: Explanation): readonly Choice[] {
  const isOf = (move: Move) =>
    (move.kind === 'send' || move.kind === 'complete') && move.people.length > 0 && !isReady(move)
  return findings.flatMap((finding) => finding.moves.filter(isOf).map((move) => ({ finding, move })))
}

function readyIn({ findings }: Explanation): readonly Choice[] {
  return findings.flatMap((finding) => finding.moves.filter(isOwnAndReady).map((move) => ({ finding, move })))
}

async function liveInstances(walker: Walker): Promise<readonly string[]> {
  const rows = await walker.host.instances()
  return rows.flatMap(({ id, status }) => (status === 'running' || status === 'ending' ? [id] : []))
}

describe('what a finding names is accepted, and what waited is gone, has moved, or lacks less', () => {
  test.each([
    ['sales-opportunity', 8, 16],
    ['pilot-change', 10, 12],
    ['strategy-cycle', 6, 30],
    ['twelve-step-transformation', 3, 40],
  ])('%s', { timeout: 120_000 }, async (process, numRuns, length) => {
    const picks = fc.array(fc.nat({ max: 9999 }), { minLength: length, maxLength: length })
    const property = fc.asyncProperty(picks, async (numbers) => {
      const walker = new Walker()
      await walker.start(process)
      for (const number of numbers) {
        const live = await liveInstances(walker)
        const instance = live[number % live.length]
        if (instance === undefined) break
        const why = await walker.why(instance)
        judge(why)
        const blocked = hindered(why)
        const refused = blocked[number % (blocked.length * 4 || 1)]
        if (refused) await makeHindered(walker, instance, refused)
        const ready = readyIn(why)
        const choice = ready[number % ready.length]
        if (choice) await makeReady(walker, instance, choice, number % 5 > 0)
      }
    })
    await fc.assert(property, { seed: 20260105, numRuns, endOnFailure: true })
  })
})

/** Ends of many things at once: only every other walk takes them. */
const drastic = ['WAIVE', 'LOSE', 'STOP', 'ABANDON']

/** A move that leads to a state not seen yet, else one on the way; every gate is refused once, and when all is passed it goes back. */
function towards(why: Explanation, unseen: ReadonlySet<string>, turn: number, isCalm: boolean, refused: Set<string>) {
  const isNew = (path = '-') => [...unseen].some((each) => each === path || each.startsWith(`${path}.`))
  const ready = readyIn(why).filter(({ move }) => !isCalm || move.kind !== 'send' || !drastic.includes(move.event))
  const back = ready.filter(
    ({ finding, move }) => move.kind === 'send' && finding.state.endsWith('.preparation.passed'),
  )
  const leading = ready.filter(({ move }) => move.kind === 'send' && isNew(move.target))
  const onward = ready.filter(({ move }) => !('around' in move && move.around))
  const pool = [isTimeToGoBack(unseen) ? back : [], leading, onward].find((choices) => choices.length > 0) ?? []
  const choice = pool[turn % (pool.length || 1)]
  if (!choice) return undefined
  const approve = choice.move.kind !== 'decide' || refused.has(choice.finding.state)
  if (!approve) refused.add(choice.finding.state)
  return { ...choice, approve }
}

/** A loop back to step 1 makes all that builds on it stale: worth it once all of that has passed. */
function isTimeToGoBack(unseen: ReadonlySet<string>): boolean {
  const stale = [...unseen].filter((path) => path.endsWith('.stale'))
  return stale.length > 0 && stale.every((path) => !unseen.has(path.replace(/stale$/, 'passed')))
}

/** Takes from `unseen` what an explanation tells of; names of findings that are not said in both languages. */
async function hear(walker: Walker, why: Explanation, unseen: Set<string>): Promise<readonly string[]> {
  const fresh = why.findings.filter((finding) => unseen.delete(nameOf(finding)))
  if (fresh.length === 0) return []
  const speakers = [await speaker(walker, why, 'en'), await speaker(walker, why, 'zh')]
  const isSaid = (finding: Finding) =>
    speakers.every((speak) => {
      const { sentence, moves } = speak(finding)
      return sentence.length > 5 && !sentence.includes('{') && moves.length > 0 && !moves.includes('')
    })
  return fresh.filter((finding) => !isSaid(finding)).map(({ state }) => state)
}

/** One walk from a start: children move before their parents are looked at again. What its findings do not say. */
async function explore(process: string, unseen: Set<string>, isCalm: boolean): Promise<readonly string[]> {
  const walker = new Walker()
  const root = await walker.start(process)
  const silent: string[] = []
  const refused = new Set<string>()
  for (let turn = 0; turn < 400 && unseen.size > 0; turn += 1) {
    const live = await liveInstances(walker)
    if (!live.includes(root)) break
    const own = await walker.why(root)
    silent.push(...(await hear(walker, own, unseen)))
    let isMoved = false
    for (const instance of [...live.filter((id) => id !== root).sort((a, b) => a.length - b.length), root]) {
      const why = instance === root ? own : await walker.why(instance)
      const choice = towards(why, unseen, turn, isCalm, refused)
      if (!choice) continue
      await walker.make(instance, choice.move, choice.approve)
      isMoved = true
      break
    }
    if (!isMoved || turn % 6 === 5) await walker.passTo(walker.now + (isCalm ? 2 : 5) * week)
    await walker.settle()
  }
  return silent
}

describe('every state that can wait has a finding, a sentence in both languages and a move', () => {
  test.each(processes)('%s', { timeout: 120_000 }, async (process) => {
    const unseen = new Set(waitingStates(process))
    const silent: string[] = []
    for (let walk = 0; walk < 4 && unseen.size > 0; walk += 1) {
      silent.push(...(await explore(process, unseen, walk % 2 === 0)))
    }
    expect([...unseen]).toEqual([])
    expect(silent).toEqual([])
  })
})
