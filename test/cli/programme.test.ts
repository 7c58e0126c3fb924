/** A programme driven by commands, from its start to its end, on a real store. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day, Terminal } from './terminal.ts'

const plan = '--evidence plan=https://example.org/plan'
const goal = '--set goals.0.measure=Share --set goals.0.by=2026-05-01'

/** Drives one step through its gate. */
async function pass(terminal: Terminal, step: string, owner: string): Promise<void> {
  const lines = [
    `send hope START --set step=${step} --as chen.jing`,
    `complete ${step} ${goal} ${plan} --as ${owner}`,
    `decide ${step} approve --as chen.jing`,
    `decide ${step} approve --as xu.yiqing`,
  ]
  for (const line of lines) {
    const { code, err } = await terminal.on(line)
    expect([line, code, err]).toEqual([line, 0, ''])
  }
}

test('a programme runs to its end by commands alone, and its journal is proved', async () => {
  const terminal = new Terminal()
  await terminal.start()
  await pass(terminal, 'preparation', 'xu.yiqing')
  await pass(terminal, 'vision', 'chen.jing')
  expect(await terminal.json('list')).toMatchObject({
    instances: [{ id: 'programme-hope', status: 'completed', openTasks: 0 }],
  })
  expect(await terminal.json('journal verify hope')).toMatchObject({
    instance: 'programme-hope',
    entries: 9,
    erased: [],
  })
  expect((await terminal.on('show hope')).out).toContain('Programme of Hope  completed')
  expect((await terminal.on('journal show hope')).out).toContain('approved 1 Preparation: Gate review')
})

describe('start', () => {
  test('a key that is live is found, not started again', async () => {
    const terminal = new Terminal()
    await terminal.start()
    expect(await terminal.json('start programme --set company=Hope --as chen.jing')).toMatchObject({
      instance: 'programme-hope',
      found: true,
      step: 1,
    })
  })

  test.each([
    ['--input', 'input.json'],
    ['--input', 'input.yaml'],
    ['--input', '-'],
  ])('input from %s %s, with --set over it', async (flag, file) => {
    const terminal = new Terminal()
    await terminal.on('people load organisation.yaml --as chen.jing')
    terminal.input = 'company: Fromfile\nbudget: "20.00"'
    writeFileSync(join(terminal.folder, 'input.json'), '{ "company": "Fromfile", "budget": "20.00" }')
    writeFileSync(join(terminal.folder, 'input.yaml'), terminal.input)
    const source = file === '-' ? file : join(terminal.folder, file)
    await terminal.on('start', 'programme', flag, source, '--set', 'company=Set Over', '--as', 'chen.jing')
    const { instances } = (await terminal.json('list')) as { instances: { id: string; name: string }[] }
    expect(instances[0]?.name).toBe('Programme of Set Over')
    expect(await terminal.json('show', instances[0]?.id ?? '')).toMatchObject({
      data: { company: 'Set Over', budget: '20.00' },
    })
  })

  test.each([
    ['--set company=Hope --set budget=much', 'budget'],
    ['--set compny=Hope', 'compny'],
    ['', 'company'],
  ])('%s is refused by name', async (sets, named) => {
    const terminal = new Terminal()
    await terminal.on('people load organisation.yaml --as chen.jing')
    const { code, err } = await terminal.on(...`start programme ${sets} --as chen.jing`.split(' ').filter(Boolean))
    expect(code).toBe(1)
    expect(err).toContain(named)
    expect(await terminal.json('list')).toEqual({ instances: [] })
  })

  test('an input that holds no fields, or is not there', async () => {
    const terminal = new Terminal()
    await terminal.on('people load organisation.yaml --as chen.jing')
    terminal.input = '[1, 2]'
    expect((await terminal.on('start programme --input - --as chen.jing')).err).toContain('cli/input-not-fields')
    terminal.input = 'company: [a'
    expect((await terminal.on('start programme --input - --as chen.jing')).err).toMatch(
      /^standard input:1:\d+ definition\//,
    )
    expect((await terminal.on('start programme --input gone.json --as chen.jing')).err).toContain('cli/no-file')
  })

  test('a process that is not there', async () => {
    const { code, err } = await new Terminal().on('start programe --as chen.jing')
    expect([code, err]).toEqual([1, expect.stringContaining('Did you mean programme?')])
  })
})

describe('tasks', () => {
  async function withWork(): Promise<Terminal> {
    const terminal = new Terminal()
    await terminal.start()
    await terminal.on('send hope START --set step=preparation --as chen.jing')
    return terminal
  }

  test('are those of a person, with the late first', async () => {
    const terminal = await withWork()
    expect(await terminal.json('tasks --as chen.jing')).toEqual({ tasks: [] })
    expect(await terminal.json('tasks --as xu.yiqing')).toMatchObject({
      tasks: [{ id: 'programme-hope/2/0', role: 'sponsor', late: false, dueAt: '2026-01-08T10:00:00.000Z' }],
    })
    terminal.now += 9 * day
    expect((await terminal.on('tasks')).out).toContain('8 Jan 2026, 18:00 (5 days late)')
    expect((await terminal.on('tasks --locale zh')).out).toContain('2026年1月8日 18:00（已逾期5天）')
  })

  test.each([
    'programme-hope/2/0',
    '2/0',
    'preparation',
    'inProgress',
    'hope/preparation',
    'programme-hope/preparation',
  ])('one is meant by %s', async (reference) => {
    const terminal = await withWork()
    expect(await terminal.json(`claim ${reference} --as xu.yiqing`)).toMatchObject({
      task: { id: 'programme-hope/2/0', assignee: 'xu.yiqing' },
    })
  })

  test.each(['x0', 'rep', 'other/preparation', 'vision', '3/0'])('none is meant by %s', async (reference) => {
    const { code, err } = await (await withWork()).on(`claim ${reference} --as xu.yiqing`)
    expect([code, err]).toEqual([1, expect.stringContaining('cli/unknown-task')])
  })

  test('of several, the one that the person may take is meant', async () => {
    const terminal = await withWork()
    await terminal.on(`complete preparation ${goal} ${plan} --as xu.yiqing`)
    const { code, err } = await terminal.on('assign gate xu.yiqing --as nobody')
    expect([code, err]).toEqual([1, expect.stringContaining('cli/several-tasks')])
    expect((await terminal.on('decide gate approve --as chen.jing')).code).toBe(0)
  })

  test('what is missing is told all together, and nothing changes', async () => {
    const terminal = await withWork()
    const { code, err } = await terminal.on('complete preparation --as xu.yiqing')
    expect(code).toBe(1)
    expect(err).toContain('"goals"')
    expect(err).toContain('--evidence plan=FILE')
    expect(await terminal.json('show hope')).toMatchObject({ tasks: [{ status: 'open' }] })
  })

  test('a task that was completed is refused when it is completed again', async () => {
    const terminal = await withWork()
    await terminal.on(`complete preparation ${goal} ${plan} --as xu.yiqing`)
    const { code, err } = await terminal.on(`complete programme-hope/2/0 ${goal} ${plan} --as xu.yiqing`)
    expect([code, err.split(' ')[0]]).toEqual([1, 'host/task-closed'])
  })

  test('evidence may be a file; one too large or not there is refused', async () => {
    const terminal = await withWork()
    const folder = join(terminal.folder, 'files')
    mkdirSync(folder)
    writeFileSync(join(folder, 'plan.txt'), 'The plan')
    writeFileSync(join(folder, 'large.bin'), Buffer.alloc(20 * 1024 * 1024 + 1))
    const complete = (evidence: string) =>
      terminal.on(`complete preparation ${goal} --evidence ${evidence} --as xu.yiqing`)
    expect((await complete('plan')).err).toContain('cli/bad-evidence')
    expect((await complete(`plan=${folder}/none.txt`)).err).toContain('cli/no-file')
    expect((await complete(`plan=${folder}/large.bin`)).err).toContain('store/file-too-large')
    expect((await complete(`plan=${folder}/plan.txt`)).code).toBe(0)
  })

  test('a task is claimed, released and assigned', async () => {
    const terminal = await withWork()
    expect((await terminal.on('claim preparation --as xu.yiqing')).out).toContain('Claimed by Xu Yiqing')
    expect((await terminal.on('release preparation --as xu.yiqing')).out).toContain(
      'Released: Do the work of 1 Preparation',
    )
    expect((await terminal.on('assign preparation xu.yiqing --as xu.yiqing')).out).toContain('Assigned to Xu Yiqing')
    expect((await terminal.on('claim preparation --as chen.jing')).code).toBe(1)
  })
})

describe('operations', () => {
  test('suspend refuses events, resume takes them again, cancel ends it', async () => {
    const terminal = new Terminal()
    await terminal.start()
    expect(await terminal.json('suspend hope --as chen.jing')).toMatchObject({ status: 'suspended' })
    const { code, err } = await terminal.on('send hope START --set step=preparation --as chen.jing')
    expect([code, err.split(' ')[0]]).toEqual([1, 'step/suspended'])
    expect((await terminal.on('show hope')).out).toContain('picket resume hope --as chen.jing')
    terminal.now += 7 * day
    expect(await terminal.json('resume hope --keep-dates --as chen.jing')).toMatchObject({ status: 'running' })
    expect(await terminal.json('cancel hope --comment Enough --as xu.yiqing')).toMatchObject({ status: 'cancelled' })
    expect((await terminal.on('journal show hope')).out).toContain('“Enough”')
    expect((await terminal.on('retry hope --as chen.jing')).code).toBe(1)
  })

  test('run works off what is due, late as it is, and says what comes next', async () => {
    const terminal = new Terminal()
    await terminal.start()
    await terminal.on('send hope START --set step=preparation --as chen.jing')
    expect(await terminal.json('run --until-idle')).toMatchObject({
      worked: { timers: 0 },
      nextDue: '2026-01-09T10:00:00.000Z',
    })
    terminal.now += 9 * day
    expect(await terminal.json('run')).toMatchObject({ worked: { timers: 1 } })
    expect((await terminal.on('journal show hope')).out).toContain(
      'the due time is missed: 1 Preparation: In progress (4 days late)',
    )
  })
})

test('an instance is meant by its id or an ending of it', async () => {
  const terminal = new Terminal()
  await terminal.start()
  await terminal.on('start programme --set company=Hope --id other-hope --as chen.jing')
  await terminal.on('start programme --set company=Two --id a-two --as chen.jing')
  await terminal.on('start programme --set company=Three --id b-two --as chen.jing')
  expect((await terminal.on('show hope')).code).toBe(0)
  expect((await terminal.on('show ope')).err).toContain('cli/unknown-instance')
  expect((await terminal.on('show two')).err).toContain('cli/several-instances')
  expect((await terminal.on('show a-two')).code).toBe(0)
})
