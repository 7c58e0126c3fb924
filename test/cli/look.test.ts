/** Commands that only look: what they read, and what cannot keep them from showing an instance. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SqliteQueries } from '../../engine/host/sqlite/sqlite-queries.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { sampleProject, Terminal } from './terminal.ts'

/** A terminal in a copy of the sample project, where the programme runs. */
async function running(): Promise<Terminal> {
  const terminal = new Terminal()
  cpSync(sampleProject, join(terminal.folder, 'project'), { recursive: true })
  terminal.directory = join(terminal.folder, 'project')
  await terminal.start()
  return terminal
}

function edit(terminal: Terminal, change: (text: string) => string): void {
  const file = join(terminal.directory, 'programme.yaml')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

test.each(['list', 'tasks', 'show programme-hope', 'show programme-hope --history', 'journal show programme-hope'])(
  '%s shows the same where the definition on disk is broken',
  async (command) => {
    const terminal = await running()
    const before = await terminal.on(command)
    expect([before.code, before.err]).toEqual([0, ''])
    edit(terminal, (text) => text.replace('process: programme', 'process: programme\nnonsense: true'))
    expect(await terminal.on(command)).toEqual(before)
    expect((await terminal.on('check')).err).toContain('nonsense')
  },
)

test('a store is copied and put back where a definition on disk is broken: then it is needed most', async () => {
  const terminal = await running()
  edit(terminal, (text) => text.replace('process: programme', 'process: programme\nnonsense: true'))
  const [backup, other] = [join(terminal.folder, 'backup.sqlite'), join(terminal.folder, 'other.sqlite')]
  expect(await terminal.on('backup', backup)).toMatchObject({ code: 0, err: '' })
  expect(await terminal.type('restore', backup, '--yes', '--database', other)).toMatchObject({ code: 0, err: '' })
})

test('looking makes no store where there is none', async () => {
  const terminal = new Terminal()
  expect(await terminal.on('list')).toMatchObject({ code: 0, err: '' })
  expect(existsSync(terminal.database)).toBe(false)
})

test('a remark in the document makes it no newer; a change does', async () => {
  const terminal = await running()
  const before = await terminal.on('show programme-hope')
  edit(terminal, (text) => `# a remark\n${text}`)
  expect(await terminal.on('show programme-hope')).toEqual(before)
  edit(terminal, (text) => text.replace(/^version: .*$/m, 'version: 9.0.0'))
  expect((await terminal.on('show programme-hope')).out).toContain('9.0.0')
})

test('a fault of picket.yaml itself is told', async () => {
  const terminal = await running()
  writeFileSync(join(terminal.directory, 'picket.yaml'), 'project: sample\nnonsense: true\n')
  const { code, err } = await terminal.on('list')
  expect([code, err.split(' ')[0]]).toEqual([1, 'picket.yaml:2:1'])
})

test('what a build has read is kept for its next run, and never needed', async () => {
  const terminal = await running()
  const database = await openDatabase(terminal.database)
  const project = { texts: () => [], load: async () => undefined }
  const look = async (build?: string) => {
    const queries = new SqliteQueries(database, { now: () => terminal.now, project, build })
    const view = await queries.instance('programme-hope')
    return (view && (await queries.definitionOf(view.record)))?.title
  }
  const kept = () => database.prepare<{ build: string }>('select build from packed_definition').all()
  const title = await look()
  expect([title?.en, kept()]).toEqual([expect.any(String), []])
  expect([await look('one'), await look('one'), kept()]).toEqual([title, title, [{ build: 'one' }]])
  expect([await look('two'), kept()]).toEqual([title, [{ build: 'two' }]])
  database.prepare("update packed_definition set packed = '{'").run()
  expect(await look('two')).toEqual(title)
  database.prepare('delete from packed_definition').run()
  database.prepare('pragma query_only = 1').get()
  expect([await look('two'), kept()]).toEqual([title, []])
  database.close()
})
