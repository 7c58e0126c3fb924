/** The real command, as a process of its own: the few things that only then can be seen. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { embeddedEngine } from '../../cli/open-host.ts'
import { startProgramme } from '../../cli/start-programme.ts'
import { monday, Terminal } from './terminal.ts'

const root = join(import.meta.dirname, '../..')
const bundle = join(root, 'dist/picket/main.cjs')
const isBuilt = existsSync(bundle)

describe.skipIf(!isBuilt)('bin/picket.cjs', () => {
  const picket = (input: string, ...argv: string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/picket.cjs'), ...argv], { cwd: root, input, encoding: 'utf8' })

  test('answers on the standard output and ends with 0', () => {
    const { status, stdout, stderr } = picket('', 'processes', '--json')
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      processes: expect.arrayContaining([expect.objectContaining({ id: 'pilot-change' })]),
    })
  })

  test.each([['--version'], ['--help'], ['--help', '--locale', 'zh']])(
    '%s %s %s says what the commands say',
    async (...argv) => {
      const { out } = await new Terminal(root).type(...argv)
      expect(picket('', ...argv)).toMatchObject({ status: 0, stdout: out, stderr: '' })
    },
  )

  test('reads the standard input, complains on the standard error, and ends with 1', () => {
    const terminal = new Terminal(root)
    const { status, stdout, stderr } = picket(
      '[]',
      ...['start', 'sales-opportunity', '--input', '-', '--as', 'nobody', '--database', terminal.database],
    )
    expect([status, stdout, stderr.split(' ')[0]]).toEqual([1, '', 'cli/input-not-fields'])
  })

  test('finds what it writes into a new project, and the project runs', () => {
    const { folder } = new Terminal(root)
    const made = picket('', 'init', join(folder, 'new'), '--zone', 'Asia/Shanghai', '--languages', 'zh')
    expect([made.status, made.stderr]).toEqual([0, ''])
    const checked = picket('', 'check', join(folder, 'new'), '--json')
    expect(JSON.parse(checked.stdout)).toMatchObject({ processes: { length: 4 }, problems: [] })
    const drawn = picket('', 'draw', 'pilot-change', '--format', 'png', '--output', join(folder, 'pilot.png'))
    expect([drawn.status, drawn.stderr]).toEqual([0, ''])
  })

  // In code that V8 kept, such an import finds no loader: prompts and pictures would fail, and only there.
  test('imports nothing by itself', () => {
    expect(readFileSync(bundle, 'latin1')).not.toMatch(/[^.\w]import\(/)
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
