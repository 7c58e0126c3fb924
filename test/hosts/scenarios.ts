/** The scenarios every host plays. */
import { expect } from 'vitest'
import { by, codes, day, monday, type Stage, sentences, value } from './host-suite.ts'

export const scenarios: readonly (readonly [string, (stage: Stage) => Promise<void>])[] = [
  [
    'a key finds the live instance; an ended one makes room',
    async (stage) => {
      const first = await stage.start('errand', { name: 'milk' })
      expect(first).toBe('errand-milk')
      const again = value(
        await stage.call((host) => host.start({ process: 'errand', input: { name: 'milk' } }, by('ann'))),
      )
      expect([again.instance, again.found]).toEqual([first, true])
      value(await stage.send(first, 'STOP'))
      expect(await stage.start('errand', { name: 'milk' })).toBe('errand-milk-2')
    },
  ],
  [
    'bad requests are refused by name and change nothing',
    async (stage) => {
      const id = await stage.start('errand', { name: 'milk' })
      const before = await stage.record(id)
      expect(codes(await stage.send(id, 'GOO', { amount: 1 }))).toContain('step/unknown-event')
      expect(codes(await stage.send(id, 'GO', { amount: 1.5 }))).toContain('expression/value-wrong-type')
      expect(codes(await stage.send(id, 'GO', { amount: 1, more: true }))).toContain('expression/value-unknown-field')
      expect(codes(await stage.send(id, 'GO', { amount: 1 }, 'bob'))).toContain('people/may-not-send')
      expect(codes(await stage.send(id, 'GO', { amount: 1 }, 'zed'))).toContain('people/unknown-person')
      expect(codes(await stage.send('errand-mlik', 'GO', { amount: 1 }))).toContain('host/unknown-instance')
      expect(sentences(await stage.send(id, 'GO', { amount: 0 }))).toContain('0 is nothing')
      expect(await stage.record(id)).toEqual(before)
      const bad = await stage.call((host) => host.start({ process: 'errand', input: {} }, by('ann')))
      expect(codes(bad)).toContain('step/bad-input')
      expect(codes(await stage.call((host) => host.start({ process: 'erand', input: {} }, by('ann'))))).toContain(
        'host/unknown-process',
      )
    },
  ],
  [
    'a guard chooses, an assignment keeps, a task opens with its due time',
    async (stage) => {
      const id = await stage.start('errand', { name: 'milk' })
      const moved = value(await stage.send(id, 'GO', { amount: 11, note: 'two litres' }))
      expect(moved.record.data).toMatchObject({ name: 'milk', note: 'two litres' })
      const task = await stage.onlyTask(id)
      expect(task).toMatchObject({
        role: 'worker',
        state: 'working',
        late: false,
        dueAt: Date.parse('2026-01-07T10:00:00Z'),
      })
    },
  ],
  [
    'a task tells all that is missing together, and is completed once',
    async (stage) => {
      const id = await stage.start('errand', { name: 'milk' })
      value(await stage.send(id, 'GO', { amount: 11 }))
      const { id: task } = await stage.onlyTask(id)
      expect(codes(await stage.complete(task, {}))).toEqual(
        expect.arrayContaining(['expression/value-missing', 'step/evidence-missing']),
      )
      const refused = sentences(await stage.complete(task, { result: 3 }, 'bob', ['receipt']))
      expect(refused).toEqual(expect.arrayContaining(['3 is not above 5', '3 is not above 7']))
      expect(codes(await stage.complete(task, { result: 8 }, 'ann', ['receipt']))).toContain('people/lacks-role')
      value(await stage.call((host) => host.claimTask(task, by('cat'))))
      expect(codes(await stage.complete(task, { result: 8 }, 'bob', ['receipt']))).toContain('people/claimed-by-other')
      value(await stage.complete(task, { result: 8 }, 'cat', ['receipt']))
      expect(codes(await stage.complete(task, { result: 8 }, 'cat', ['receipt']))).toContain('host/task-closed')
      expect(await stage.record(id)).toMatchObject({ status: 'completed', output: { result: 8 } })
      expect(codes(await stage.send(id, 'STOP'))).toContain('step/ended')
    },
  ],
  [
    'a form that comes again is filled in',
    async (stage) => {
      const id = await stage.start('errand', { name: 'milk' })
      value(await stage.send(id, 'GO', { amount: 11 }))
      value(await stage.complete((await stage.onlyTask(id)).id, { result: 9, remark: 'again' }, 'bob', ['receipt']))
      value(await stage.send(id, 'GO', { amount: 12 }))
      expect((await stage.onlyTask(id)).filled).toEqual({ result: 9, remark: 'again' })
    },
  ],
  [
    'late work is reminded of and climbs the ladder a step each time, each timer once',
    async (stage) => {
      const id = await stage.start('errand', { name: 'milk' })
      value(await stage.send(id, 'GO', { amount: 11 }))
      await stage.pass(2, id)
      expect(await stage.onlyTask(id)).toMatchObject({ late: false, escalatedTo: [] })
      await stage.pass(2, id)
      expect(await stage.onlyTask(id)).toMatchObject({ late: true, escalatedTo: ['manager'] })
      await stage.pass(4, id)
      expect((await stage.onlyTask(id)).escalatedTo).toEqual(['boss'])
      const { timers } = await stage.pass(14, id)
      expect(timers).toEqual([])
      const journal = await stage.call((host) => host.journal(id))
      expect(journal.filter(({ kind }) => kind === 'timer').map(({ subject }) => subject)).toEqual([
        'remind@working:',
        'late@working:',
        'late@working:',
      ])
      expect(journal.some(({ lateBy }) => (lateBy ?? 0) > 0)).toBe(true)
    },
  ],
  [
    'suspended, nothing moves; resumed, due times move by the pause',
    async (stage) => {
      const id = await stage.start('errand', { name: 'milk' })
      value(await stage.send(id, 'GO', { amount: 11 }))
      const { dueAt } = await stage.onlyTask(id)
      value(await stage.call((host) => host.control({ instance: id, operation: 'suspend' }, by('ann'))))
      expect((await stage.pass(10, id)).step).toBe(3)
      expect(codes(await stage.complete((await stage.onlyTask(id)).id, { result: 8 }, 'bob', ['receipt']))).toContain(
        'step/suspended',
      )
      expect(
        codes(await stage.call((host) => host.control({ instance: id, operation: 'resume' }, by('bob')))),
      ).toContain('people/may-not-control')
      value(await stage.call((host) => host.control({ instance: id, operation: 'resume' }, by('ann'))))
      expect((await stage.onlyTask(id)).dueAt).toBe((dueAt ?? 0) + 10 * day)
      value(await stage.call((host) => host.control({ instance: id, operation: 'suspend' }, by('ann'))))
      stage.now += day
      value(await stage.call((host) => host.control({ instance: id, operation: 'resume', keepDates: true }, by('ann'))))
      expect((await stage.onlyTask(id)).dueAt).toBe((dueAt ?? 0) + 10 * day)
    },
  ],
  [
    'cancelled, everything is closed',
    async (stage) => {
      const id = await stage.start('errand', { name: 'milk' })
      value(await stage.send(id, 'GO', { amount: 11 }))
      value(await stage.call((host) => host.control({ instance: id, operation: 'cancel' }, by('ann'))))
      expect(await stage.record(id)).toMatchObject({ status: 'cancelled', waits: [], timers: [] })
      expect(await stage.tasks(id)).toEqual([])
    },
  ],
  ...(
    [
      [
        'all',
        [
          ['ann', true],
          ['cat', true],
          ['dan', true],
        ],
        'passed',
      ],
      [
        'all',
        [
          ['ann', true],
          ['dan', false],
        ],
        'failed',
      ],
      [
        'any',
        [
          ['ann', false],
          ['dan', true],
        ],
        'passed',
      ],
      [
        'majority',
        [
          ['ann', true],
          ['dan', false],
          ['cat', true],
        ],
        'passed',
      ],
      [
        'two',
        [
          ['ann', false],
          ['dan', false],
        ],
        'failed',
      ],
      [
        'share',
        [
          ['ann', true],
          ['cat', true],
          ['dan', true],
        ],
        'passed',
      ],
      ['share', [['cat', false]], 'failed'],
      ['veto', [['ann', false]], 'failed'],
    ] as const
  ).map(
    ([rule, votes, outcome]) =>
      [
        `an approval by ${rule} ends ${outcome} as soon as it cannot change: ${votes.map(([who, yes]) => `${who} ${yes ? 'yes' : 'no'}`).join(', ')}`,
        async (stage: Stage) => {
          const id = await stage.start('ballot', { rule })
          value(await stage.complete((await stage.onlyTask(id)).id, { motion: 'More bread' }))
          const seats = await stage.tasks(id)
          for (const [index, [person, approved]] of votes.entries()) {
            expect((await stage.record(id)).status).toBe('running')
            const role = { ann: 'first', cat: 'second', dan: 'third' }[person]
            value(await stage.vote(seats.find((seat) => seat.role === role)?.id ?? '', approved, person))
            if (index === votes.length - 1) expect((await stage.record(id)).outcome).toBe(outcome)
          }
        },
      ] as const,
  ),
  [
    'who did the work has no vote, nobody votes twice, and silence is never a yes',
    async (stage) => {
      const id = await stage.start('ballot', { rule: 'all' })
      value(await stage.complete((await stage.onlyTask(id)).id, { motion: 'More bread' }, 'cat'))
      const seats = await stage.tasks(id)
      const [first, second] = ['first', 'second'].map((role) => seats.find((seat) => seat.role === role)?.id ?? '')
      expect(codes(await stage.vote(second ?? '', true, 'cat'))).toContain('people/excluded')
      value(await stage.vote(first ?? '', true, 'eve'))
      expect(codes(await stage.vote(second ?? '', true, 'eve'))).toContain('step/voted-on-another-seat')
      expect((await stage.pass(90, id)).status).toBe('running')
    },
  ],
  [
    'time moves by itself: at a moment, in a rhythm, after a length',
    async (stage) => {
      const id = await stage.start('clockwork', { opens: '2026-01-06T01:00:00Z' })
      expect((await stage.pass(0.5, id)).value).toBe('closed')
      expect((await stage.pass(0.5, id)).value).toBe('ticking')
      await stage.pass(1, id)
      await stage.pass(1, id)
      expect((await stage.record(id)).data).toMatchObject({ beats: 2 })
      await stage.pass(1, id)
      const report = await stage.onlyTask(id)
      await stage.pass(3, id)
      expect((await stage.onlyTask(id)).id).toBe(report.id)
      value(await stage.complete(report.id, { text: 'all well' }))
      expect((await stage.record(id)).data).toMatchObject({ reports: 1 })
      const asked = await stage.pass(5, id)
      expect(asked.value).toBe('asking')
      expect(await stage.onlyTask(id)).toMatchObject({ state: 'asking' })
      expect(await stage.pass(4, id)).toMatchObject({ outcome: 'expired', status: 'completed' })
      expect(await stage.tasks(id)).toEqual([])
    },
  ],
  [
    'a store left alone for weeks fires what was due once, in order, and says how late',
    async (stage) => {
      const id = await stage.start('clockwork', { opens: '2026-01-06T01:00:00Z' })
      await stage.pass(1, id)
      const { value: state, data } = await stage.pass(21, id)
      expect([state, data.beats]).toEqual(['asking', 1])
      const journal = await stage.call((host) => host.journal(id))
      const late = journal.filter(({ kind, lateBy }) => kind === 'timer' && lateBy !== undefined)
      expect(late.map(({ subject }) => subject)).toEqual([
        'every@ticking:1 day',
        'every@ticking:3 days',
        'after@ticking:patience',
      ])
    },
  ],
  [
    'interrupted work is put aside and comes back the same, its due time moved',
    async (stage) => {
      const id = await stage.start('interruption', {})
      value(await stage.complete((await stage.onlyTask(id)).id))
      const before = await stage.onlyTask(id)
      value(await stage.call((host) => host.claimTask(before.id, by('cat'))))
      value(await stage.send(id, 'BLOCK'))
      expect(codes(await stage.complete(before.id, { words: 'no' }, 'cat'))).toContain('step/task-aside')
      await stage.pass(7, id)
      value(await stage.send(id, 'UNBLOCK'))
      expect(await stage.onlyTask(id)).toMatchObject({
        id: before.id,
        assignee: 'cat',
        dueAt: (before.dueAt ?? 0) + 7 * day,
      })
      value(await stage.complete(before.id, { words: 'yes' }, 'cat'))
      expect((await stage.record(id)).status).toBe('completed')
    },
  ],
  [
    'entered anew, work is new and the old task is superseded',
    async (stage) => {
      const id = await stage.start('interruption', {})
      const before = await stage.onlyTask(id)
      value(await stage.send(id, 'AGAIN'))
      expect((await stage.onlyTask(id)).id).not.toBe(before.id)
    },
  ],
  [
    'children run side by side up to the limit, and their ends come together',
    async (stage) => {
      const id = await stage.start('family', { items: ['a', 'b', 'c'] })
      await stage.call((host) => host.runDue())
      const living = async () =>
        (await stage.call((host) => host.instances({ process: 'member', status: 'running' }))).map((row) => row.id)
      const [first, second] = await living()
      expect(await living()).toHaveLength(2)
      value(await stage.send(id, 'URGE'))
      await stage.call((host) => host.runDue())
      value(await stage.send(first ?? '', 'FINISH'))
      await stage.call((host) => host.runDue())
      expect(await living()).toHaveLength(2)
      value(await stage.call((host) => host.control({ instance: second ?? '', operation: 'cancel' }, by('ann'))))
      await stage.call((host) => host.runDue())
      const [third] = await living()
      value(await stage.send(third ?? '', 'FINISH'))
      await stage.call((host) => host.runDue())
      const ended = await stage.record(id)
      expect(ended).toMatchObject({ status: 'completed', output: { ended: ['a', 'c'] } })
      expect(value(await stage.call((host) => host.verify(first ?? ''))).entries).toBe(3)
      expect(await stage.call((host) => host.instances({ process: 'errand' }))).toMatchObject([{ status: 'running' }])
    },
  ],
  [
    'a state that is left cancels its children; over an empty list it is done at once',
    async (stage) => {
      const id = await stage.start('family', { items: ['a', 'b'] })
      await stage.call((host) => host.runDue())
      value(await stage.send(id, 'LEAVE'))
      await stage.call((host) => host.runDue())
      const members = await stage.call((host) => host.instances({ process: 'member' }))
      expect(members.map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
      const empty = await stage.start('family', { items: [] })
      expect((await stage.record(empty)).status).toBe('completed')
    },
  ],
  [
    'work beside the flow opens once, stays, and holds up nothing but the end',
    async (stage) => {
      const id = await stage.start('beside', {})
      value(await stage.send(id, 'NEXT'))
      const paper = await stage.onlyTask(id)
      value(await stage.send(id, 'NEXT'))
      expect((await stage.onlyTask(id)).id).toBe(paper.id)
      expect((await stage.record(id)).status).toBe('ending')
      expect(codes(await stage.send(id, 'NEXT'))).toContain('step/ended')
      value(await stage.complete(paper.id, { pages: 3 }))
      expect(await stage.record(id)).toMatchObject({ status: 'completed', outcome: 'over', output: { pages: 3 } })
    },
  ],
  [
    'the clock never goes back',
    async (stage) => {
      const id = await stage.start('errand', { name: 'milk' })
      stage.now = monday - day
      expect(value(await stage.send(id, 'GO', { amount: 11 })).record.at).toBe(monday)
    },
  ],
]
