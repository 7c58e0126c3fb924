/** Erasing, backing up and putting back, by commands. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Terminal } from './terminal.ts'

describe('erase', () => {
  async function withWords(): Promise<Terminal> {
    const terminal = new Terminal()
    await terminal.start()
    await terminal.on('send hope START --set step=preparation --comment Hurry --as chen.jing')
    await terminal.on('comment hope Slow --as chen.jing')
    return terminal
  }

  test('told beforehand, confirmed, and to be seen nowhere afterwards', async () => {
    const terminal = await withWords()
    const would = 'Of Chen Jing: 2 journal entries in 1 instance, 1 remark, and the name.\n'
    expect(await terminal.on('erase chen.jing --dry-run --as xu.yiqing')).toEqual({
      out: `${would}Nothing was erased.\n`,
      err: '',
      code: 0,
    })
    expect((await terminal.on('erase chen.jing --as xu.yiqing')).err).toMatch(/^cli\/needs-yes /)
    terminal.answers = ['no']
    expect(await terminal.on('erase chen.jing --as xu.yiqing')).toMatchObject({ code: 1, out: '' })
    expect((await terminal.on('show hope --history')).out).toContain('Hurry')
    terminal.answers = ['y']
    const { out, code } = await terminal.on('erase chen.jing --as xu.yiqing')
    expect([out, code]).toEqual([`${would}Erased. The id stays, and the journals still prove the rest.\n`, 0])
    const { out: page } = await terminal.on('show hope --history')
    expect(page).not.toMatch(/Hurry|Slow|Chen Jing/)
    expect(page).toMatch(/chen\.jing +event START +→ .*; erased/)
    expect((await terminal.on('journal verify hope')).out).toContain('Erased, and still proved: 1, 2')
    expect(
      (
        await terminal.on(
          'complete preparation --set goals.0.measure=Share --set goals.0.by=2026-05-01 --evidence plan=https://example.org/plan --as xu.yiqing',
        )
      ).code,
    ).toBe(0)
    const bytes = Buffer.concat(
      [terminal.database, `${terminal.database}-wal`].map((file) => readFileSync(file, { flag: 'a+' })),
    )
    expect([bytes.includes('Hurry'), bytes.includes('Slow'), bytes.includes('Chen Jing')]).toEqual([
      false,
      false,
      false,
    ])
  })

  test.each([
    ['erase chen.jing --yes', 'cli/who', 2],
    ['erase chen.jing --yes --as chen.jing', 'people/may-not-erase', 1],
    ['erase nobody --yes --as xu.yiqing', 'people/unknown-person', 1],
    ['erase nobody --dry-run --as nobody', 'people/unknown-person', 1],
  ])('%s is refused', async (line, problem, exit) => {
    const terminal = await withWords()
    const { code, err } = await terminal.on(line)
    expect([code, err.split(' ')[0]]).toEqual([exit, problem])
    expect((await terminal.on('show hope --history')).out).toContain('Hurry')
  })
})

describe('backup and restore', () => {
  test('a backup says what it holds, and put back it is the store', async () => {
    const terminal = new Terminal()
    await terminal.start()
    const [backup, other] = [join(terminal.folder, 'backup.sqlite'), join(terminal.folder, 'other.sqlite')]
    expect((await terminal.on('backup', backup)).out).toBe(
      `Written and proved: ${backup}\n1 instance, 1 journal entry. The last entry is of 5 Jan 2026, 09:00.\n`,
    )
    expect((await terminal.on('backup', backup)).err).toMatch(/^store\/file-there /)
    terminal.answers = ['yes']
    expect((await terminal.type('restore', backup, '--database', other)).out).toContain(
      `Restored: ${other}\n1 instance`,
    )
    terminal.answers = []
    await terminal.type('cancel', 'hope', '--as', 'xu.yiqing', '--database', other)
    expect((await terminal.type('list', '--database', other)).out).toContain('cancelled')
    expect((await terminal.on('list')).out).not.toContain('cancelled')
  })

  test('the old store is kept, and the answer names it', async () => {
    const terminal = new Terminal()
    await terminal.start()
    const [backup, other] = [join(terminal.folder, 'backup.sqlite'), join(terminal.folder, 'other.sqlite')]
    await terminal.on('backup', backup)
    await terminal.on('backup', other)
    const { out } = await terminal.type('restore', backup, '--yes', '--database', other)
    expect(out).toContain(`The old store is kept: ${other}.before-restore\n`)
    expect(existsSync(`${other}.before-restore`)).toBe(true)
  })

  test('without a word it is not done, nor where the file is none of ours', async () => {
    const terminal = new Terminal()
    await terminal.start()
    expect(await terminal.on('restore organisation.yaml')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^cli\/needs-yes /),
    })
    expect(await terminal.on('restore organisation.yaml --yes')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^store\/not-a-database /),
    })
    expect(await terminal.on('restore gone.sqlite --yes')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^store\/cannot-open /),
    })
    expect((await terminal.on('list')).out).toContain('programme-hope')
  })
})
