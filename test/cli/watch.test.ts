/** Answers drawn again as they change, and what takes long. */
import { expect, test } from 'vitest'
import { Progress } from '../../cli/progress.ts'
import { Terminal } from './terminal.ts'

const minute = 60_000

async function started(): Promise<Terminal> {
  const terminal = new Terminal()
  await terminal.start()
  return terminal
}

test('show is written anew after each change by others, not otherwise, and ends with 0 when interrupted', async () => {
  const terminal = await started()
  terminal.meanwhile.push(
    async () => {},
    () => terminal.on('comment hope Monday --as chen.jing'),
    async () => {},
    () => terminal.on('comment hope Tuesday --as chen.jing'),
    async () => {},
  )
  const { out, err, code } = await terminal.on('show hope --watch')
  expect([code, err]).toEqual([0, ''])
  const pages = out.split('\nProgramme of Hope  running\n')
  expect(pages.map((page) => [page.includes('Monday'), page.includes('Tuesday')])).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ])
})

test('tasks in JSON are one document a line', async () => {
  const terminal = await started()
  terminal.meanwhile.push(
    () => terminal.on('send hope START --set step=preparation --as chen.jing'),
    () => terminal.on('claim preparation --as xu.yiqing'),
    async () => {},
  )
  const { out, code } = await terminal.on('tasks --watch --json')
  expect(code).toBe(0)
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers).toMatchObject([
    { tasks: [] },
    { tasks: [{ status: 'open' }] },
    { tasks: [{ assignee: 'xu.yiqing' }] },
  ])
})

test('on a terminal the page takes the place of the last; the clock alone changes it too', async () => {
  const terminal = await started()
  await terminal.on('send hope START --set step=preparation --as chen.jing')
  terminal.isTerminal = true
  const pass = async () => {
    terminal.now += 4 * 24 * 60 * minute
  }
  terminal.meanwhile.push(pass, async () => {})
  const { out } = await terminal.on('tasks --watch')
  const pages = out.split('\u001b[2J\u001b[3J\u001b[H')
  expect(pages.map((page) => page.includes('late)'))).toEqual([false, false, true])
})

test('work over a second is told on the terminal, at most four times a second, and wiped', () => {
  const told: string[] = []
  let now = 0
  const progress = new Progress({ now: () => now, overwrite: (text) => void told.push(text) })
  for (now = 0; now <= 1500; now += 100) progress.tell(() => `at ${now}`)
  progress.end()
  progress.end()
  expect(told).toEqual(['at 1000', 'at 1300', ''])
  progress.tell(() => 'long', true)
  expect(told.at(-1)).toBe('long')
})

test('quick work says nothing, and where there is no terminal nothing is ever said', () => {
  const told: string[] = []
  const quick = new Progress({ now: () => 0, overwrite: (text) => void told.push(text) })
  quick.tell(() => 'quick')
  quick.end()
  expect(told).toEqual([])
  let now = 0
  const asked: string[] = []
  const quiet = new Progress({ now: () => now })
  now = 5000
  quiet.tell(() => `asked ${asked.push('')}`, true)
  quiet.end()
  expect(asked).toEqual([])
})

test('checking, rehearsing, proving tell how far they are; JSON has none of it', async () => {
  const terminal = await started()
  terminal.isTerminal = true
  terminal.tick = 600
  for (const [line, said] of [
    ['check', 'programme'],
    ['rehearse programme', /^\d+ steps, .*2026/],
    ['journal verify hope', 'entry 1 of 1'],
  ] as const) {
    terminal.overwritten.length = 0
    expect((await terminal.on(line)).code).toBe(0)
    expect(terminal.overwritten.join('\n')).toMatch(new RegExp(said, 'm'))
    expect(terminal.overwritten.at(-1)).toBe('')
    terminal.overwritten.length = 0
    await terminal.on(`${line} --json`)
    expect(terminal.overwritten).toEqual([])
  }
})
