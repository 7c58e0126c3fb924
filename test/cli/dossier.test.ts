/** Remarks and evidence, by commands. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../engine/store/open-database.ts'
import { Terminal } from './terminal.ts'

async function withWork(): Promise<Terminal> {
  const terminal = new Terminal()
  await terminal.start()
  await terminal.on('send hope START --set step=preparation --as chen.jing')
  return terminal
}

async function done(terminal: Terminal, ...words: string[]): Promise<string> {
  const { out, err, code } = await terminal.on(...words)
  expect([code, err]).toEqual([0, ''])
  return out
}

describe('comment', () => {
  test('stands on the page and in the history, in the order things happened', async () => {
    const terminal = await withWork()
    expect(await done(terminal, 'comment', 'preparation', 'Take the new\ntemplate', '--as', 'xu.yiqing')).toBe(
      'Noted on Do the work of 1 Preparation\n',
    )
    terminal.now += 60_000
    expect(await done(terminal, 'comment', 'hope', '周五开会', '--as', 'chen.jing')).toBe(
      'Noted on Programme of Hope\n',
    )
    const page = await done(terminal, 'show hope --history')
    expect(page).toContain(`What people said
  5 Jan 2026, 09:00  Xu Yiqing  “Take the new template”  programme-hope/2/0
  5 Jan 2026, 09:01  Chen Jing  “周五开会”
`)
    expect(page.indexOf('a remark on Do the work of 1 Preparation')).toBeGreaterThan(page.indexOf('event START'))
    expect(await done(terminal, 'show hope --locale zh')).toContain('备注\n')
    expect(await terminal.json('show hope')).toMatchObject({
      comments: [
        { task: 'programme-hope/2/0', by: 'xu.yiqing', text: 'Take the new\ntemplate', erased: false },
        { by: 'chen.jing', text: '周五开会' },
      ],
    })
  })

  test('of many, the page has the latest', async () => {
    const terminal = await withWork()
    for (let number = 1; number <= 6; number += 1) await done(terminal, `comment hope Word${number} --as chen.jing`)
    const page = await done(terminal, 'show hope')
    expect([page.includes('Word1'), page.includes('Word6')]).toEqual([false, true])
    expect(page).toContain('and 1 earlier one: --history')
  })

  test('on what is over it is still taken, on nothing it is refused', async () => {
    const terminal = await withWork()
    await done(terminal, 'cancel hope --as xu.yiqing')
    await done(terminal, 'comment programme-hope/2/0 Late --as chen.jing')
    await done(terminal, 'comment hope Later --as chen.jing')
    expect((await terminal.on('comment preparation Never --as chen.jing')).err).toMatch(/^cli\/unknown-work /)
    expect((await terminal.on('comment', 'hope', ' ', '--as', 'chen.jing')).err).toMatch(/^host\/empty-comment /)
    expect((await terminal.on('comment hope Never')).err).toMatch(/^cli\/who /)
  })
})

describe('evidence', () => {
  test('is attached before the task is done, and given back byte for byte', async () => {
    const terminal = await withWork()
    terminal.directory = terminal.folder
    const project = ['--project', join(import.meta.dirname, 'project')]
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 256)
    writeFileSync(join(terminal.folder, 'plan.bin'), bytes)
    await done(terminal, 'attach', 'preparation', 'plan', 'https://example.org/plan', '--as', 'xu.yiqing', ...project)
    expect(await done(terminal, 'attach', 'preparation', 'plan', 'plan.bin', '--as', 'xu.yiqing', ...project)).toBe(
      'Attached to Do the work of 1 Preparation: plan.bin\n',
    )
    const list = await done(terminal, 'evidence', 'list', 'hope', ...project)
    expect(list).toMatch(/programme-hope\/2\/0 +plan +2 +plan\.bin +1000 +Xu Yiqing/)
    const get = ['evidence', 'get', 'preparation', 'plan', ...project]
    expect(await done(terminal, ...get, '--number', '1')).toBe('https://example.org/plan\n')
    expect((await terminal.on(...get)).err).toMatch(/^store\/file-there There is a file plan.bin already\./)
    expect(await done(terminal, ...get, '--output', 'again.bin')).toMatch(/^Written: again\.bin \(1,000 bytes, proved/)
    expect(readFileSync(join(terminal.folder, 'again.bin')).equals(bytes)).toBe(true)
    expect((await terminal.on(...get, '--number', '3')).err).toMatch(/^cli\/no-evidence .*number 3/)
    expect((await terminal.on('evidence', 'get', 'preparation', 'pln', ...project)).err).toContain('Did you mean plan?')
    expect((await terminal.on(...get, '--output', 'none/again.bin')).err).toMatch(/^cli\/cannot-write /)
    expect((await terminal.on('attach', 'preparation', 'plan', 'gone', '--as', 'xu.yiqing', ...project)).err).toMatch(
      /^cli\/no-file /,
    )
    expect((await terminal.on('evidence', 'list', 'nothing', ...project)).err).toMatch(/^cli\/unknown-work /)
  })

  test('changed behind the back of the engine it is refused, and nothing is written', async () => {
    const terminal = await withWork()
    await done(terminal, 'attach preparation plan calendar.yaml --as xu.yiqing')
    const db = await openDatabase(terminal.database)
    db.prepare('update file set bytes = ?').run(new TextEncoder().encode('something else'))
    db.close()
    const file = join(terminal.folder, 'back.yaml')
    const { code, err } = await terminal.on('evidence', 'get', 'preparation', 'plan', '--output', file)
    expect([code, err]).toEqual([1, expect.stringMatching(/^host\/evidence-damaged /)])
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })

  test('a name with a folder in it leads nowhere else', async () => {
    const terminal = await withWork()
    await done(terminal, 'attach preparation plan calendar.yaml --as xu.yiqing')
    const db = await openDatabase(terminal.database)
    db.prepare("update evidence set name = '../../up\\..\\plan.txt'").run()
    db.close()
    terminal.directory = terminal.folder
    const project = join(import.meta.dirname, 'project')
    expect(await terminal.json('evidence', 'get', 'preparation', 'plan', '--project', project)).toMatchObject({
      file: 'plan.txt',
    })
  })

  test('nothing attached is said', async () => {
    expect(await done(await withWork(), 'evidence list preparation')).toBe('Nothing is attached.\n')
  })
})
