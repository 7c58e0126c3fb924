import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandIds, commandTable } from '../../cli/command-table.ts'
import { commandTexts } from '../../cli/command-texts.ts'
import { commandGroups } from '../../cli/help-words.ts'
import { argumentTexts, flagTexts } from '../../cli/input-texts.ts'
import { messages } from '../../cli/messages.ts'
import { PicketCommand } from '../../cli/picket-command.ts'
import { version } from '../../cli/version.ts'
import { phraseArguments } from '../../engine/definition/phrase-arguments.ts'
import { formatMessage } from '../../engine/text/icu-message.ts'
import { Terminal } from './terminal.ts'

const root = join(import.meta.dirname, '../..')
const document = readFileSync(join(root, 'docs/cli.md'), 'utf8')

describe.each(commandIds)('%s', (id) => {
  test('has help in both languages', async () => {
    const terminal = new Terminal()
    for (const locale of ['en', 'zh'] as const) {
      const { out, code } = await terminal.type(...id.split(' '), '--help', '--locale', locale)
      expect(code).toBe(0)
      expect(out).toContain(commandTexts[id].summary[locale])
      expect(out).not.toMatch(/ {3}$/m)
    }
  })

  test('has every argument and flag told, in help and in docs/cli.md', async () => {
    const command = await commandTable[id]()
    const [, section = ''] = document.split(`\n### ${id}\n`)
    const [own = ''] = section.split('\n### ')
    expect(own).not.toBe('')
    for (const name of Object.keys(command.args)) {
      expect((argumentTexts[`${id}/${name}`] ?? argumentTexts[name])?.zh).toBeTruthy()
      expect(own).toContain(name.toUpperCase())
    }
    for (const name of Object.keys(command.flags)) {
      expect((flagTexts[`${id}/${name}`] ?? flagTexts[name])?.zh).toBeTruthy()
      expect(own).toContain(`--${name}`)
    }
  })
})

test('docs/cli.md has no command and no flag that is not there', async () => {
  const sections = document.split('\n### ').slice(1)
  expect(sections.map((text) => text.split('\n')[0])).toEqual(commandIds)
  for (const [at, id] of commandIds.entries()) {
    const command = await commandTable[id]()
    const known = Object.keys({ ...command.flags, ...PicketCommand.baseFlags })
    const text = (sections[at] ?? '').replace(/```json[\s\S]*?```/g, '')
    const named = [...text.matchAll(/--([a-z][a-z-]*)/g)].map(([, name]) => name)
    expect(named.filter((name) => name !== undefined && !known.includes(name))).toEqual([])
  }
})

test('shared flags are told', () => {
  for (const name of Object.keys(PicketCommand.baseFlags)) {
    expect(flagTexts[name]?.en).toBeTruthy()
    expect(document).toContain(`\`--${name}`)
  }
})

test('root help shows every command once', async () => {
  expect(commandGroups.flatMap(({ ids }) => ids)).toEqual(commandIds)
  const { out } = await new Terminal().type('--help', '--locale', 'zh')
  for (const id of commandIds) expect(out).toContain(`  ${id} `)
  expect((await new Terminal().type()).code).toBe(0)
})

test('the version is that of the package', async () => {
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toBe(version)
  expect((await new Terminal().type('--version')).out).toBe(`picket ${version}\n`)
})

describe('messages', () => {
  test('are there in both languages, with the same arguments', () => {
    expect(Object.keys(messages.zh).sort()).toEqual(Object.keys(messages.en).sort())
    for (const [key, en] of Object.entries(messages.en)) {
      const zh = messages.zh[key as keyof typeof messages.en]
      expect([key, [...phraseArguments(zh)].sort()]).toEqual([key, [...phraseArguments(en)].sort()])
    }
  })

  test('are messages that ICU reads', () => {
    for (const table of Object.values(messages)) {
      for (const message of Object.values(table)) {
        const values = Object.fromEntries(phraseArguments(message).map((name) => [name, 2]))
        expect(formatMessage(message, 'en', values)).not.toMatch(/[{}]/)
      }
    }
  })
})
