import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../engine/problem/display-width.ts'
import { day, Terminal } from './terminal.ts'

describe('show', () => {
  test('a programme that has just begun', async () => {
    const terminal = new Terminal()
    await terminal.start()
    await terminal.on('send hope START --set step=preparation --as chen.jing')
    terminal.now += 5 * day
    const { out } = await terminal.on('show hope')
    expect(out).toBe(`Programme of Hope  running
Programme  1.0.0  programme-hope
Started 5 Jan 2026, 09:00

Where it stands
  ● Under way
    ● Phases
      ● Prepare
      ○ Envision
    ● Steps
      ● 1 Preparation  In progress
      ○ 2 Vision       Not started

Open work
  Do the work of 1 Preparation  Sponsor: Xu Yiqing  due 8 Jan 2026, 18:00, 1 day late  programme-hope/2/0
    fill in: goals, note?
    attach: plan

What it waits for
  step 1 ← Prepare
  the steps before it ← 2 Vision

Next on the clock
  2 Feb 2026, 09:00  Prepare  time in the state is up (4 weeks)

Next
  picket complete hope/preparation --input FILE --evidence plan=FILE --as xu.yiqing
  picket show hope --history
  picket journal verify hope
`)
  })

  test('the next commands can be typed as they stand, also where npm ran the command', async () => {
    const terminal = new Terminal()
    terminal.command = 'npx --no-install picket'
    await terminal.start()
    const { out } = await terminal.on('show hope')
    expect(out).toContain('\n  npx --no-install picket journal verify hope\n')
    expect(out).not.toContain('\n  picket ')
  })

  test('the same in Chinese, columns straight', async () => {
    const terminal = new Terminal()
    await terminal.start()
    const { out } = await terminal.on('show hope --locale zh')
    expect(out).toContain('Hope的变革计划  运行中')
    const columns = ['就绪', '未开始'].map((word) => {
      const line = out.split('\n').find((each) => each.trimEnd().endsWith(word)) ?? ''
      return displayWidth(line.slice(0, line.lastIndexOf(word)))
    })
    expect(columns[0]).toBeGreaterThan(0)
    expect(columns[0]).toBe(columns[1])
    expect(out).toContain('可推动的事项：START（项目经理）')
  })

  test('what has ended', async () => {
    const terminal = new Terminal()
    await terminal.start()
    await terminal.on('cancel hope --as xu.yiqing')
    const { out } = await terminal.on('show hope --history')
    expect(out).toContain('Programme of Hope  cancelled')
    expect(out).not.toContain('Open work')
    expect(out).toMatch(/2 +5 Jan 2026, 09:00 +Xu Yiqing +cancel/)
  })
})

describe('draw', () => {
  test('a process as SVG, in the chosen language', async () => {
    const terminal = new Terminal()
    const { out, code } = await terminal.on('draw programme --locale zh')
    expect(code).toBe(0)
    expect(out).toMatch(/^<svg[\s\S]*变革计划[\s\S]*<\/svg>\n$/)
  })

  test('an instance with its name and active states', async () => {
    const terminal = new Terminal()
    await terminal.start()
    const process = await terminal.on('draw programme')
    const { out } = await terminal.on('draw hope')
    expect(out).toContain('Programme of Hope')
    expect(out).not.toBe(process.out)
  })

  test('the machine, which XState can run', async () => {
    const terminal = new Terminal()
    expect(JSON.parse((await terminal.on('draw programme --format xstate')).out)).toMatchObject({
      id: 'programme',
      version: '1.0.0',
    })
  })

  test('a file that cannot be written', async () => {
    const { err, code } = await new Terminal().on('draw programme --output /nowhere/at/all.svg')
    expect([code, err.split(' ')[0]]).toEqual([1, 'cli/cannot-write'])
  })
})

describe('rehearse', () => {
  test('the same seed gives the same film, byte for byte, and touches no store', async () => {
    const terminal = new Terminal()
    const first = await terminal.on('rehearse programme --seed 3')
    expect([first.code, first.err]).toEqual([0, ''])
    expect((await terminal.on('rehearse programme --seed 3')).out).toBe(first.out)
    expect((await terminal.on('rehearse programme --seed 4')).out).not.toBe(first.out)
    expect(first.out).toMatch(/5 Jan 2026, 09:00 +starts: Programme of Hope/)
    expect(first.out).toContain('ends: Completed')
  })

  test('begins on the day given', async () => {
    const terminal = new Terminal()
    expect(await terminal.json('rehearse programme --from 2026-03-02')).toMatchObject({
      started: '2026-03-02T01:00:00.000Z',
    })
    expect((await terminal.on('rehearse programme --from soon')).err).toContain('cli/bad-date')
  })

  test('follows a script, and says what does not fit it', async () => {
    const terminal = new Terminal()
    terminal.input = 'decisions: { gate: [reject, approve] }'
    const { out } = await terminal.on('rehearse programme --script -')
    expect(out).toContain('rejected: Gate review')
    terminal.input = 'decisions: { gat: reject }'
    expect(await terminal.on('rehearse programme --script -')).toMatchObject({
      code: 1,
      err: expect.stringContaining('gate'),
    })
  })
})

describe('people load', () => {
  test('twice changes nothing', async () => {
    const terminal = new Terminal()
    const line = 'people load organisation.yaml --as xu.yiqing'
    expect((await terminal.on(line)).out).toBe('5 added, 0 changed, 0 removed, 0 unchanged.\n')
    expect((await terminal.on(line)).out).toBe('0 added, 0 changed, 0 removed, 5 unchanged.\n')
  })

  test('a file without an organisation, or that is not there', async () => {
    const terminal = new Terminal()
    expect((await terminal.on('people load calendar.yaml --as xu.yiqing')).err).toContain('cli/no-organisation')
    expect((await terminal.on('people load nowhere.yaml --as xu.yiqing')).err).toContain('cli/no-file')
  })
})

describe('check', () => {
  test('a file, a folder, the project', async () => {
    const terminal = new Terminal()
    expect((await terminal.on('check')).out).toBe('1 process, no problem found.\n')
    expect(await terminal.json('check programme.yaml')).toMatchObject({ processes: ['programme'] })
    expect(await terminal.json('check calendar.yaml')).toMatchObject({ processes: [] })
  })

  test('--from warns where a calendar does not reach a year on', async () => {
    const terminal = new Terminal()
    const { code, out } = await terminal.on('check --from 2027-06-01')
    expect([code, out.split(' ', 1)]).toEqual([0, ['cli/calendar-ends']])
    expect((await terminal.on('check --from soon')).err).toContain('cli/bad-date')
  })

  test('tells every fault with its place, and the lines', async () => {
    const terminal = new Terminal()
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${terminal.folder}/picket.yaml`, 'project: bad\nname: { en: Bad, zh: 坏 }\nzone: UTC\nlocael: en\n')
    terminal.directory = terminal.folder
    const { code, err } = await terminal.type('check')
    expect(code).toBe(1)
    expect(err).toMatch(/^picket\.yaml:4:1 definition\/unknown-key/)
    expect(err).toContain('4 | locael: en')
    expect(err).toContain('problem')
  })
})
