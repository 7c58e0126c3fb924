import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shellWord } from '../../cli/shell-word.ts'
import { day, Terminal } from './terminal.ts'

const document = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8')

describe('show --why', () => {
  test('a sentence for everything that waits, what would unblock it, and the command', async () => {
    const terminal = new Terminal()
    await terminal.start()
    await terminal.on('send hope START --set step=preparation --as chen.jing')
    terminal.now += 5 * day
    const { out, code } = await terminal.on('show hope --why')
    expect(code).toBe(0)
    expect(out).toBe(`Programme of Hope  running

Do the work of 1 Preparation waits for Sponsor: Xu Yiqing, since 5 Jan 2026, 09:00; due 8 Jan 2026, 18:00, 1 day late.
  Complete it, fill in: goals, attach: plan:
    picket complete hope/preparation --input FILE --evidence plan=FILE --as xu.yiqing

Prepare waits for step 1.
  not yet: must be settled first: 1 Preparation
  on the clock: 2 Feb 2026, 09:00, time in the state is up
  First: Do the work of 1 Preparation

2 Vision: Not started waits for the steps before it.
  not yet: must be settled first: 1 Preparation
  First: Do the work of 1 Preparation
`)
  })

  test('the same in Chinese', async () => {
    const terminal = new Terminal()
    await terminal.start()
    const { out } = await terminal.on('show hope --why --locale zh')
    expect(out).toContain(
      '“1 准备：就绪”等待：启动。\n  发送START（项目经理）：\n    picket send hope START --set step=preparation',
    )
    expect(out).toContain('尚未满足：须先达到“settled”：1 准备')
  })

  test('the commands can be typed as they stand', async () => {
    const terminal = new Terminal()
    await terminal.start()
    const { out } = await terminal.on('show hope --why')
    const [, line = ''] = /^ {4}picket (send .+)$/m.exec(out) ?? []
    expect((await terminal.on(line)).code).toBe(0)
  })

  test('the JSON is the documented one', async () => {
    const terminal = new Terminal()
    await terminal.start()
    const answer = (await terminal.json('show hope --why')) as { readonly findings: readonly { readonly id: string }[] }
    const [, shown = '{}'] =
      /as\n?.*ISO 8601 and texts in the reader's language:\n\n```json\n([\s\S]*?)\n```/.exec(document) ?? []
    const documented = JSON.parse(shown)
    const [ready] = documented.findings
    expect({ ...answer, findings: answer.findings.filter(({ id }) => id === ready.id) }).toEqual(documented)
  })

  test('what is suspended, and what has ended', async () => {
    const terminal = new Terminal()
    await terminal.start()
    await terminal.on('suspend hope --as chen.jing')
    expect((await terminal.on('show hope --why')).out).toContain(
      'It was suspended by Chen Jing on 5 Jan 2026, 09:00: no timer fires, and events are refused.\n  Resume it:\n    picket resume hope --as chen.jing\n',
    )
    await terminal.on('cancel hope --as xu.yiqing')
    expect((await terminal.on('show hope --why')).out).toContain('It waits for nothing: it has ended.')
  })
})

test.each([
  ['plan=FILE', 'plan=FILE'],
  ['reason=A long story', "'reason=A long story'"],
  ["it's", "'it'\\''s'"],
  ['late@~entry:', "'late@~entry:'"],
])('%s is typed as %s', (text, typed) => {
  expect(shellWord(text)).toBe(typed)
})
