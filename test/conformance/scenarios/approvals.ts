import { expect } from 'vitest'
import { codes, day, ok, type Scenario, type Stage } from '../stage.ts'

/** Votes of people on the seats, in their order, and where that leads: nowhere while it is open. */
interface Course {
  readonly kind: string
  readonly votes: readonly (readonly [person: string, seat: number, approved: boolean])[]
  readonly outcome: 'yes1' | 'no1' | undefined
}

const courses: readonly Course[] = [
  {
    kind: 'all',
    votes: [
      ['ann', 0, true],
      ['lou', 1, true],
    ],
    outcome: undefined,
  },
  {
    kind: 'all',
    votes: [
      ['ann', 0, true],
      ['lou', 1, true],
      ['cho', 2, true],
    ],
    outcome: 'yes1',
  },
  {
    kind: 'all',
    votes: [
      ['ann', 0, true],
      ['lou', 1, false],
    ],
    outcome: 'no1',
  },
  {
    kind: 'any',
    votes: [
      ['ann', 0, false],
      ['lou', 1, false],
    ],
    outcome: undefined,
  },
  {
    kind: 'any',
    votes: [
      ['ann', 0, false],
      ['lou', 1, true],
    ],
    outcome: 'yes1',
  },
  {
    kind: 'any',
    votes: [
      ['ann', 0, false],
      ['lou', 1, false],
      ['cho', 2, false],
    ],
    outcome: 'no1',
  },
  {
    kind: 'majority',
    votes: [
      ['ann', 0, true],
      ['lou', 1, true],
    ],
    outcome: 'yes1',
  },
  {
    kind: 'majority',
    votes: [
      ['ann', 0, false],
      ['lou', 1, true],
    ],
    outcome: undefined,
  },
  {
    kind: 'majority',
    votes: [
      ['ann', 0, false],
      ['lou', 1, false],
    ],
    outcome: 'no1',
  },
  {
    kind: 'counted',
    votes: [
      ['ann', 0, true],
      ['cho', 2, true],
    ],
    outcome: 'yes1',
  },
  {
    kind: 'counted',
    votes: [
      ['ann', 0, false],
      ['cho', 2, false],
    ],
    outcome: 'no1',
  },
  {
    kind: 'share',
    votes: [
      ['ann', 0, true],
      ['lou', 1, true],
      ['cho', 2, true],
    ],
    outcome: undefined,
  },
  {
    kind: 'share',
    votes: [
      ['ann', 0, true],
      ['lou', 1, true],
      ['cho', 2, true],
      ['aud', 3, true],
    ],
    outcome: 'yes1',
  },
  {
    kind: 'share',
    votes: [
      ['ann', 0, false],
      ['lou', 1, false],
    ],
    outcome: 'no1',
  },
  {
    kind: 'veto',
    votes: [
      ['ann', 0, true],
      ['lou', 1, true],
    ],
    outcome: undefined,
  },
  {
    kind: 'veto',
    votes: [
      ['ann', 0, true],
      ['cho', 2, true],
    ],
    outcome: 'yes1',
  },
  {
    kind: 'veto',
    votes: [
      ['ann', 0, true],
      ['cho', 2, false],
    ],
    outcome: 'no1',
  },
]

async function follow(stage: Stage, { kind, votes, outcome }: Course): Promise<void> {
  const what = `${kind} ${JSON.stringify(votes)}`
  const id = await stage.start('approvals', { kind })
  const seats = await stage.open(id)
  for (const [person, seat, approved] of votes) ok(await stage.vote(seats[seat]?.id ?? '', person, approved))
  const record = await stage.record(id)
  expect(record.outcome, what).toBe(outcome)
  const left = seats.length - votes.length
  if (outcome === undefined) {
    expect(await stage.open(id), what).toHaveLength(left)
    return
  }
  const superseded = (await stage.host.tasks({ instance: id, status: 'all' })).filter(
    ({ status }) => status === 'superseded',
  )
  expect(superseded, what).toHaveLength(left)
}

export const approvalScenarios: readonly Scenario[] = [
  {
    name: 'an approval ends as soon as its outcome can no longer change',
    play: async (stage) => {
      for (const course of courses) await follow(stage, course)
    },
  },
  {
    name: 'nobody votes twice, on another seat, or on a seat that is not theirs',
    play: async (stage) => {
      const id = await stage.start('approvals', { kind: 'share' })
      const [clerk = '', lead = '', chief = '', auditor = ''] = (await stage.open(id)).map((seat) => seat.id)
      ok(await stage.vote(lead, 'two', true))
      expect(codes(await stage.vote(lead, 'lou', true))).toEqual(['host/task-closed'])
      expect(codes(await stage.vote(auditor, 'two', true))).toEqual(['step/voted-on-another-seat'])
      expect(codes(await stage.vote(chief, 'ann', true))).toEqual(['people/lacks-role'])
      expect(codes(await stage.complete(clerk, 'ann'))).toEqual(['step/task-is-approval'])
      expect((await stage.record(id)).step).toBe(2)
    },
  },
  {
    name: 'who did the work does not judge it, also where it was done in a state inside',
    play: async (stage) => {
      const id = await stage.start('approvals', { kind: 'others' })
      const work = await stage.task(id)
      expect(codes(await stage.vote(work.id, 'lou', true))).toEqual(['step/task-is-work'])
      ok(await stage.complete(work.id, 'lou'))
      const seat = await stage.task(id)
      expect(codes(await stage.vote(seat.id, 'lou', true))).toEqual(['people/excluded'])
      ok(await stage.vote(seat.id, 'two', true))
      expect((await stage.record(id)).outcome).toBe('yes1')
    },
  },
  {
    name: 'seats may be people that an expression names',
    play: async (stage) => {
      const id = await stage.start('approvals', { kind: 'people', voters: ['ann', 'cho'] })
      const seats = await stage.open(id)
      expect(seats.map(({ person }) => person)).toEqual(['ann', 'cho'])
      expect(codes(await stage.vote(seats[0]?.id ?? '', 'cho', true))).toEqual(['people/task-of-other'])
      ok(await stage.vote(seats[0]?.id ?? '', 'ann', true))
      expect((await stage.record(id)).outcome).toBeUndefined()
      ok(await stage.vote(seats[1]?.id ?? '', 'cho', true))
      expect((await stage.record(id)).outcome).toBe('yes1')
    },
  },
  {
    name: 'a silence is never a yes: it escalates, or ends as the deadline says',
    play: async (stage) => {
      const silent = await stage.start('approvals', { kind: 'any' })
      const ended = await stage.start('approvals', { kind: 'counted' })
      const [seat] = await stage.open(ended)
      ok(await stage.vote(seat?.id ?? '', 'ann', true))
      await stage.pass(30 * day)
      expect(await stage.record(silent)).toMatchObject({ status: 'running', value: 'any' })
      for (const open of await stage.open(silent)) expect(open).toMatchObject({ late: true, escalatedTo: ['chief'] })
      expect((await stage.record(ended)).outcome).toBe('no1')
      const rows = await stage.host.tasks({ instance: ended, status: 'all' })
      expect(rows.map(({ status }) => status)).toEqual(['approved', 'expired', 'expired'])
    },
  },
]
