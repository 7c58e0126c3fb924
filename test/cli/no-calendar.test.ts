/** A project that names no calendar: nothing in it counts work time, and what it defines runs. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Terminal } from './terminal.ts'

const project = `project: plain
name: { en: Plain }
locale: en
languages: [en]
zone: Asia/Shanghai
currency: CNY
store: { sqlite: picket.sqlite }
organisation: plain
---
organisation: plain
people: { ann: { name: { en: Ann }, roles: [boss] } }
roles: { boss: { title: { en: Boss } } }
---
process: pause
version: 1.0.0
title: { en: Pause }
initial: waiting
states:
  waiting: { title: { en: Waiting }, after: { 3 days: over } }
  over: { type: final, title: { en: Over } }
`

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'picket-plain-'))
  writeFileSync(join(folder, 'picket.yaml'), project)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a process starts, waits and is proved without a calendar', async () => {
  const terminal = new Terminal(folder)
  expect(await terminal.on('check')).toMatchObject({ code: 0 })
  expect(await terminal.on('people load picket.yaml --as ann')).toMatchObject({ code: 0, err: '' })
  expect(await terminal.on('start pause --id pause-1 --as ann')).toMatchObject({ code: 0, err: '' })
  expect(await terminal.json('show pause-1')).toMatchObject({
    timers: [{ dueAt: expect.any(String), estimated: false }],
  })
  expect(await terminal.on('journal verify pause-1')).toMatchObject({ code: 0, err: '' })
})
