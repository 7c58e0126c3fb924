import { describe, expect, test } from 'vitest'
import { sampleProject, Terminal } from './terminal.ts'

describe('a command line that cannot be read ends with 2 and says what to type', () => {
  test.each([
    ['stat', 'cli/unknown-command', 'start'],
    ['journal shw', 'cli/unknown-command', 'journal show'],
    ['people', undefined, 'people load'],
    ['start', 'cli/missing-argument', 'PROCESS'],
    ['send one', 'cli/missing-argument', 'EVENT'],
    ['list extra', 'cli/unexpected-argument', 'extra'],
    ['list --processs x', 'cli/unknown-flag', '--process'],
    ['decide one perhaps', 'cli/bad-choice', 'approve, reject'],
    ['list --locale fr', 'cli/bad-choice', 'en, zh'],
    ['start programme --set', 'cli/bad-usage', 'set'],
    ['start programme --as chen.jing --set company', 'cli/bad-set', 'company'],
    ['start programme', 'cli/who', '--as PERSON'],
    ['check nowhere.yaml', 'cli/no-file', 'nowhere.yaml'],
  ])('%s', async (line, code, named) => {
    const terminal = new Terminal()
    const printed = await terminal.on(line)
    expect(printed.code).toBe(code === undefined ? 0 : 2)
    expect(printed.err.startsWith(code ?? '')).toBe(true)
    expect(printed.err + printed.out).toContain(named)
    expect(printed.err).not.toMatch(/\bat .*:\d+:\d+|Error:/)
    const inChinese = await terminal.on(`${line} --locale ${line.includes('--locale') ? 'fr' : 'zh'}`)
    if (!line.includes('--locale') && line !== 'start programme --set')
      expect(inChinese.err + inChinese.out).toMatch(/\p{Script=Han}/u)
  })

  test('a project that is not there', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    const { code, err } = await terminal.type('list')
    expect([code, err.split(' ')[0]]).toEqual([2, 'cli/no-project'])
  })
})

describe('where things are', () => {
  test('the project is the nearest upwards, that of workflows/, or the one named', async () => {
    const terminal = new Terminal()
    const above = new Terminal(`${sampleProject}/..`)
    expect((await terminal.type('processes')).out).toContain('programme')
    expect((await above.type('processes', '--project', 'project')).out).toContain('programme')
    expect((await above.type('processes', '--project', 'project/picket.yaml')).out).toContain('programme')
    const root = new Terminal(`${sampleProject}/../../..`)
    expect((await root.type('processes')).out).toContain('sales-opportunity')
  })

  test('flags may stand before the command', async () => {
    expect((await new Terminal().type('--locale', 'zh', 'processes')).out).toContain('变革计划')
  })

  test('a storage that cannot be opened ends with 3', async () => {
    const { code, err } = await new Terminal().type('list', '--database', '/nowhere/at/all.sqlite')
    expect([code, err.split(' ')[0]]).toEqual([3, 'store/no-directory'])
  })
})

test('colour is only for terminals', async () => {
  const terminal = new Terminal()
  await terminal.start()
  expect((await terminal.on('list')).out).not.toContain('\u001b[')
  terminal.colour = true
  expect((await terminal.on('list')).out).toContain('\u001b[')
})
