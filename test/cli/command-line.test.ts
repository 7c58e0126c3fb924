/** The real command, as a process of its own: the few things that only then can be seen. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { embeddedEngine } from '../../cli/open-host.ts'
import { startProgramme } from '../../cli/start-programme.ts'
import { monday, Terminal } from './terminal.ts'

const root = join(import.meta.dirname, '../..')
const isBuilt = existsSync(join(root, 'dist/picket/main.js'))

describe.skipIf(!isBuilt)('bin/picket.js', () => {
  const picket = (input: string, ...argv: string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/picket.js'), ...argv], { cwd: root, input, encoding: 'utf8' })

  test('answers on the standard output and ends with 0', () => {
    const { status, stdout, stderr } = picket('', 'processes', '--json')
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      processes: expect.arrayContaining([expect.objectContaining({ id: 'pilot-change' })]),
    })
  })

  test('reads the standard input, complains on the standard error, and ends with 1', () => {
    const terminal = new Terminal(root)
    const { status, stdout, stderr } = picket(
      '[]',
      ...['start', 'sales-opportunity', '--input', '-', '--as', 'nobody', '--database', terminal.database],
    )
    expect([status, stdout, stderr.split(' ')[0]]).toEqual([1, '', 'cli/input-not-fields'])
  })

  test('keeps a store on disk between commands, and closes it', () => {
    const { database } = new Terminal(root)
    const organisation = 'workflows/examples/hope-optical/organisation.yaml'
    const loaded = picket('', 'people', 'load', organisation, '--as', 'chen.jing', '--database', database)
    expect([loaded.status, loaded.stderr]).toEqual([0, ''])
    const input = '{ "customer": "east-china-telecom", "owner": "wei.qiang" }'
    const start = ['start', 'sales-opportunity', '--id', 'sale-1', '--input', '-', '--as', 'wei.qiang']
    expect(picket(input, ...start, '--database', database).status).toBe(0)
    expect(picket('', 'list', '--database', database).stdout).toContain('sale-1')
    expect(existsSync(`${database}-wal`)).toBe(false)
  })
})

test('npm start launches the programme once, and shows it every time', async () => {
  const terminal = new Terminal(root)
  const printed = { out: '', err: '' }
  const world = { now: () => monday, random: (bytes: number) => new Uint8Array(bytes) }
  const session = {
    directory: root,
    colour: false,
    now: world.now,
    write: (text: string) => {
      printed.out += text
    },
    complain: (text: string) => {
      printed.err += text
    },
    readInput: async () => '',
    pause: async () => {},
    interrupted: AbortSignal.abort(),
    engine: embeddedEngine(world),
  }
  const flags = ['--database', terminal.database, '--locale', 'zh']
  expect([await startProgramme(flags, session), printed.err]).toEqual([0, ''])
  const first = printed.out
  expect(first).toContain('Hope Optical，第1代  运行中')
  expect(first).toContain('picket send hope-optical START --set step=preparation --as chen.jing')
  printed.out = ''
  expect([await startProgramme(flags, session), printed.err]).toEqual([0, ''])
  expect(printed.out).toBe(first)
  const { instances } = (await terminal.json('list')) as { instances: unknown[] }
  expect(instances).toHaveLength(1)
})
