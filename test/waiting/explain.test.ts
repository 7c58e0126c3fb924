/** Each kind of reason, with what would unblock it. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/expression/type.ts'
import type { Project } from '../../engine/project/project.ts'
import { type Explanation, type Finding, isReady, type Move } from '../../engine/waiting/finding.ts'
import { crew } from '../conformance/crew-plugin.ts'
import { projectOfFolder } from '../conformance/project-of-folder.ts'
import { speaker } from './spoken.ts'
import { as, monday, Walker } from './walker.ts'

const conformance = projectOfFolder(join(import.meta.dirname, '../conformance/processes'), [crew])
const scored = projectOfFolder(join(import.meta.dirname, 'processes'), [])
const hour = 3_600_000
const day = 24 * hour

interface Told {
  readonly why: Explanation
  readonly finding: Finding
  readonly en: string
  readonly zh: string
  readonly commands: readonly string[]
}

class Case {
  readonly walker: Walker
  instance = ''

  constructor(project: Project) {
    this.walker = new Walker(project)
  }

  static async of(project: Project, process: string, input: JsonObject = {}): Promise<Case> {
    const made = new Case(project)
    made.instance = await made.walker.start(process, input)
    return made
  }

  send(event: string, person: string, data: JsonObject = {}) {
    return this.walker.host.send({ instance: this.instance, event, data }, as(person))
  }

  /** The finding of a state (or of an id), with all that is said of it. */
  async told(state: string, kind?: string): Promise<Told> {
    const why = await this.walker.why(this.instance)
    const finding = why.findings.find(
      (found) =>
        (found.state === state || found.id === state) && (kind === undefined || found.reasons[0]?.kind === kind),
    )
    if (!finding) throw new Error(`nothing waits in ${state}, but in: ${why.findings.map((found) => found.state)}`)
    const say = async (locale: 'en' | 'zh') => {
      const { sentence, details, hindrances } = (await speaker(this.walker, why, locale))(finding)
      return [sentence, ...details, ...hindrances].join('\n')
    }
    const { commands } = (await speaker(this.walker, why, 'en'))(finding)
    return { why, finding, en: await say('en'), zh: await say('zh'), commands }
  }
}

function kindsOf({ reasons, moves }: Finding): readonly string[] {
  return [
    ...reasons.map(({ kind }) => kind),
    '->',
    ...moves.map((move) => (isReady(move) ? move.kind : `${move.kind}?`)),
  ]
}

function sends(finding: Finding, event: string): Extract<Move, { kind: 'send' }> {
  const found = finding.moves.find((move) => move.kind === 'send' && move.event === event)
  if (found?.kind !== 'send') throw new Error(`no move by ${event}`)
  return found
}

describe('work', () => {
  test('a task: who, since when, due when, and by how much it is late', async () => {
    const made = await Case.of(conformance, 'timers', { kind: 'up' })
    await made.walker.passTo(monday + 2 * day + hour)
    const { finding, en, commands } = await made.told('up')
    expect(kindsOf(finding)).toEqual(['task', '->', 'complete'])
    expect(finding.reasons[0]).toMatchObject({ role: 'clerk', dueAt: monday + 2 * day, lateBy: hour })
    expect(finding.moves[0]).toMatchObject({ people: ['ann', 'bob'], fields: [], evidence: [] })
    expect(en).toBe('up waits for Clerk: Ann, Bob, since 5 Jan 2026, 09:00; due 7 Jan 2026, 09:00, 1 hour late.')
    expect(commands).toEqual([expect.stringMatching(/^picket complete \S+\/up --as ann$/)])
  })

  test('a claimed task waits for who claimed it', async () => {
    const made = await Case.of(conformance, 'timers', { kind: 'up' })
    const { finding } = await made.told('up')
    const [move] = finding.moves
    if (move?.kind !== 'complete') throw new Error('no task')
    await made.walker.host.claimTask(move.task, as('bob'))
    const told = await made.told('up')
    expect(told.finding.moves[0]).toMatchObject({ people: ['bob'] })
    expect(told.en).toMatch(/^up waits for Bob,[\s\S]*\nclaimed by Bob$/)
  })

  test('what a form still asks for, and what holds on some answers only', async () => {
    const made = await Case.of(scored, 'scored')
    await made.send('SCORE', 'ann', { score: 92 })
    await made.send('NOTE', 'ann', { note: 'fine' })
    await made.send('GO', 'ann')
    const { finding, en, zh } = await made.told('judging')
    expect(kindsOf(finding)).toEqual(['task', 'timer', '->', 'complete', 'wait'])
    expect(finding.moves[0]).toMatchObject({ fields: [{ name: 'verdict' }] })
    expect(en).toContain('where Verdict is equal to Good, not yet: 92 is not good')
    expect(zh).toContain('若结论等于好，尚未满足：92不算好')
  })

  test('an approval: what the quorum still needs, and whose votes are missing', async () => {
    const made = await Case.of(conformance, 'approvals', { kind: 'majority' })
    const { finding } = await made.told('majority')
    const [first] = finding.moves
    if (first?.kind !== 'decide') throw new Error('no vote')
    await made.walker.host.decide({ task: first.task, approved: true }, as('ann'))
    const told = await made.told('majority')
    expect(told.finding.reasons[0]).toMatchObject({
      approved: 1,
      rejected: 0,
      needed: 1,
      seats: [{ role: 'lead' }, { role: 'chief' }],
    })
    expect(told.en).toMatch(
      /^majority waits for one more approval by Lead: Lou, Two, Chief: Cho: 1 approved, 0 rejected; due/,
    )
  })

  test('who did the work may not vote, and whoever is left may', async () => {
    const made = await Case.of(conformance, 'approvals', { kind: 'others' })
    const { finding } = await made.told('others.work')
    await made.walker.make(made.instance, finding.moves[0] as Move)
    const told = await made.told('others.judge')
    expect(told.finding.reasons[0]).toMatchObject({ notBy: ['lou'], seats: [{ people: ['two'] }] })
    expect(told.en).toContain('Lou may not vote: the work is theirs')
  })

  test('nobody is left who may', async () => {
    const made = await Case.of(conformance, 'approvals', { kind: 'people', voters: ['zed'] })
    const { finding, en, commands } = await made.told('people')
    expect(kindsOf(finding)).toEqual(['approval', 'nobody', '->', 'load-people', 'decide?'])
    expect(en).toContain('nobody who may do it is known: zed')
    expect(commands).toEqual(['picket people load FILE --as PERSON'])
  })

  test('an action: under way, tried again, failed for good', async () => {
    const made = new Case(conformance)
    const input = { value: -1, mode: 'open' }
    const started = await made.walker.host.start({ process: 'actions', input }, as('ann'))
    made.instance = started.ok ? started.value.instance : ''
    expect(kindsOf((await made.told('untaken')).finding)).toEqual(['action', '->', 'run', 'send'])
    await made.walker.settle()
    const again = await made.told('untaken')
    expect(kindsOf(again.finding)).toEqual(['action', '->', 'wait', 'send'])
    expect(again.en).toBe(
      'untaken waits for the action crew.double-value: it failed once and is tried again on 5 Jan 2026, 09:00.',
    )
    await made.walker.passTo(monday + hour)
    const failed = await made.told('untaken')
    expect(kindsOf(failed.finding)).toEqual(['incident', '->', 'retry'])
    expect(failed.en).toBe('untaken has failed and waits for a retry: the line is busy')
    expect(await made.walker.make(made.instance, failed.finding.moves[0] as Move)).toMatchObject({ ok: true })
    expect((await made.told('untaken')).finding.reasons[0]?.kind).toBe('action')
  })

  test('children: which are open and what they wait for, and how many are held back', async () => {
    const made = await Case.of(conformance, 'children', { kind: 'limited', names: ['a', 'b'] })
    const { finding, en, commands } = await made.told('limited')
    expect(kindsOf(finding)).toEqual(['children', '->', 'look'])
    expect(finding.reasons[0]).toMatchObject({
      total: 2,
      ended: 0,
      held: 1,
      open: [{ status: 'running', findings: [{ state: 'work' }] }],
    })
    expect(en).toMatch(
      /^limited waits for one instance of child; 0 of 2 have ended\.\nChild \(running\) \S+: work\none more is started when there is room$/,
    )
    expect(commands[0]).toMatch(/^picket show children-\w+\.1\.0 --why$/)
  })
})

describe('states', () => {
  test('a condition that does not hold: each part with its value, and what writes it', async () => {
    const made = await Case.of(scored, 'scored')
    const { finding, en, zh } = await made.told('waiting')
    expect(finding.reasons).toContainEqual({
      kind: 'condition',
      unmet: [
        expect.objectContaining({
          kind: 'comparison',
          operator: '>=',
          writers: [expect.objectContaining({ state: 'waiting' }), expect.objectContaining({ state: 'asking' })],
        }),
        expect.objectContaining({ kind: 'presence', must: true }),
      ],
    })
    expect(en).toMatch(
      /^Score 62 waits for a score above 62\.\nnot yet: Score is 62, must be at least 80 \(comes from Score 62, Asking\)\nnot yet: Note is not there yet/,
    )
    expect(zh).toContain('得分为62，须不低于80')
    expect(await made.walker.make(made.instance, sends(finding, 'SCORE'))).toMatchObject({ ok: true })
    expect((await made.told('waiting')).en).not.toContain('must be at least')
    expect(await made.walker.make(made.instance, sends(finding, 'NOTE'))).toMatchObject({ ok: true })
    expect((await made.told('asking')).finding.state).toBe('asking')
  })

  test('a guard: refused while it does not hold, accepted once it is made to', async () => {
    const made = await Case.of(scored, 'scored')
    await made.send('SCORE', 'ann', { score: 85 })
    await made.send('NOTE', 'ann', { note: 'fine' })
    const { finding, en } = await made.told('asking')
    expect(kindsOf(finding)).toEqual(['event', 'event', '->', 'send', 'send?'])
    expect(en).toContain('not yet: one of these: Score is 85, must be at least 90 (comes from')
    expect(en).toContain('; or Note is fine, must be equal to well done')
    expect(await made.walker.make(made.instance, sends(finding, 'GO'))).toMatchObject({ ok: false })
    await made.send('SCORE', 'ann', { score: 90 })
    const go = sends((await made.told('asking')).finding, 'GO')
    expect(go.unmet).toEqual([])
    expect(await made.walker.make(made.instance, go)).toMatchObject({ ok: true })
  })

  test('a requirement: its own sentence, and acceptance once it holds', async () => {
    const made = await Case.of(conformance, 'events', { customer: 'x' })
    const { finding, en } = await made.told('open')
    expect(kindsOf(finding)).toEqual(['event', 'event', '->', 'send', 'send', 'send?'])
    expect(sends(finding, 'CLOSE')).toMatchObject({
      roles: ['lead'],
      people: ['lou', 'two'],
      unmet: [{ kind: 'requirement' }, { kind: 'requirement' }],
    })
    expect(en).toContain('not yet: Nothing was added.\nnot yet: 0 is too few.')
    await made.send('ADD', 'ann', { count: 2 })
    const close = sends((await made.told('open')).finding, 'CLOSE')
    expect(close.unmet).toEqual([])
    expect(await made.walker.make(made.instance, close)).toMatchObject({ ok: true })
  })

  test('timers: the next that moves it on, and those that only note', async () => {
    const made = await Case.of(conformance, 'timers', { kind: 'after' })
    const { finding } = await made.told('after')
    expect(finding.reasons.filter(({ kind }) => kind === 'timer')).toMatchObject([
      { timerKind: 'after', dueAt: monday + 2 * day, movesOn: false },
      { timerKind: 'after', dueAt: monday + 3 * day, movesOn: true },
    ])
    const wait = finding.moves.find(({ kind }) => kind === 'wait')
    expect(wait).toMatchObject({ until: monday + 3 * day })
    await made.walker.make(made.instance, wait as Move)
    expect((await made.walker.why(made.instance)).findings).toEqual([])
  })

  test('a moment', async () => {
    const made = await Case.of(conformance, 'timers', { kind: 'at', when: '2026-01-06T00:00:00.000Z' })
    const { finding, commands } = await made.told('at')
    expect(kindsOf(finding)).toEqual(['timer', '->', 'wait'])
    expect(commands).toEqual(['picket run --until-idle'])
  })

  test('work that ends by itself when it is late', async () => {
    const made = await Case.of(conformance, 'timers', { kind: 'end' })
    const { finding } = await made.told('end')
    expect(kindsOf(finding)).toEqual(['task', 'timer', '->', 'complete', 'wait'])
    await made.walker.make(made.instance, finding.moves[1] as Move)
    expect((await made.walker.host.instance(made.instance))?.record.outcome).toBe('lapsed')
  })

  test('work put aside: the way back goes first', async () => {
    const made = await Case.of(conformance, 'histories')
    await made.send('BLOCK', 'lou')
    const { finding, en } = await made.told('active.first')
    expect(kindsOf(finding)).toEqual(['aside', '->', 'follow'])
    expect(finding.moves).toEqual([{ kind: 'follow', finding: 'blocked' }])
    expect(en).toBe('first was put aside on 5 Jan 2026, 09:00 and waits for the way back.')
    const blocked = await made.told('blocked')
    await made.walker.make(made.instance, sends(blocked.finding, 'RESUME'))
    expect(kindsOf((await made.told('active.first')).finding)).toEqual(['task', '->', 'complete', 'send'])
  })
})

describe('the instance as a whole', () => {
  test('suspended: by whom, since when, and who may resume it', async () => {
    const made = await Case.of(conformance, 'histories')
    await made.walker.host.control({ operation: 'suspend', instance: made.instance }, as('lou'))
    const { why, en, finding, commands } = await made.told('suspended')
    expect(why).toMatchObject({ status: 'suspended', findings: [{ id: 'suspended' }] })
    expect(en).toBe('It was suspended by Lou on 5 Jan 2026, 09:00: no timer fires, and events are refused.')
    expect(commands).toEqual([expect.stringMatching(/^picket resume \S+ --as lou$/)])
    expect(await made.walker.make(made.instance, finding.moves[0] as Move)).toMatchObject({ ok: true })
    expect((await made.walker.why(made.instance)).status).toBe('running')
  })

  test('ended but for the work beside it', async () => {
    const made = await Case.of(conformance, 'beside')
    await made.send('NEXT', 'ann')
    await made.send('END', 'ann')
    const { why, en, finding } = await made.told('ending')
    expect(why.findings.map(({ state }) => state)).toEqual(['', '~entry'])
    expect(en).toBe('Its flow has ended (over); one piece of work beside it must be closed first.')
    expect(finding.moves).toEqual([{ kind: 'follow', finding: why.findings[1]?.id }])
    await made.walker.host.complete({ task: why.findings[1]?.id ?? '', form: { words: 3 } }, as('ann'))
    expect((await made.walker.why(made.instance)).findings).toEqual([])
  })

  test('an unknown instance has no explanation', async () => {
    expect(await new Walker(scored).host.why('nothing')).toBeUndefined()
  })
})
