/** Every `--json` answer has the shape that docs/cli.md shows. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandIds } from '../../cli/command-table.ts'
import { story } from './documented-commands.ts'
import { Terminal } from './terminal.ts'

const document = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8')

/** The JSON shown under a command, or under the one whose JSON it shares. */
function documented(id: string): unknown {
  const [section = ''] = (document.split(`\n### ${id}\n`)[1] ?? '').split('\n### ')
  const [, shared] = /The JSON is that of `([^`]+)`/.exec(section) ?? []
  if (shared !== undefined) return documented(shared)
  const [, text] = /```json\n([\s\S]*?)\n```/.exec(section) ?? []
  return text === undefined ? undefined : JSON.parse(text)
}

/** Keys and kinds of values, without what people fill in and what may be absent in between. */
function shapeOf(value: unknown, key = ''): unknown {
  if (key === 'data' || key === 'filled' || key === 'event' || key === 'output') return 'fields'
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])]
  if (typeof value !== 'object' || value === null) return typeof value
  const there = Object.entries(value).filter(([name]) => name !== 'assignee')
  return Object.fromEntries(there.map(([name, inner]) => [name, shapeOf(inner, name)]))
}

/** A list that happens to be empty on one side says nothing of its items. */
function withoutItems(shape: unknown, other: unknown): unknown {
  if (Array.isArray(shape)) {
    return Array.isArray(other) && other.length > 0 ? shape.map((item) => withoutItems(item, other[0])) : []
  }
  if (typeof shape !== 'object' || shape === null) return shape
  const others = (typeof other === 'object' && other !== null ? other : {}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, withoutItems(inner, others[key])]))
}

test('the story tells of every command that has an answer of its own', () => {
  expect(commandIds.filter((id) => documented(id) === undefined)).toEqual([])
  expect(commandIds.filter((id) => !story.some((told) => told.id === id))).toEqual(['retry'])
})

test('each answer has the documented shape', async () => {
  const terminal = new Terminal()
  for (const { id, line } of story) {
    const words = line.replaceAll('FOLDER', terminal.folder)
    const answer = words.includes('--database')
      ? JSON.parse((await terminal.type(...words.split(' '), '--json')).out)
      : await terminal.json(words)
    if (id === undefined) continue
    const [shown, given] = [shapeOf(documented(id)), shapeOf(answer)]
    expect([line, withoutItems(given, shown)]).toEqual([line, withoutItems(shown, given)])
  }
})

test('problems have it too', async () => {
  const terminal = new Terminal()
  const { problems } = await terminal.json('show nothing')
  expect(problems).toEqual([
    {
      code: 'cli/unknown-instance',
      severity: 'error',
      message: 'There is no instance “nothing”.',
      hint: 'See them with: picket list',
    },
  ])
  expect((await terminal.json('statr')).problems).toMatchObject([{ code: 'cli/unknown-command' }])
})
