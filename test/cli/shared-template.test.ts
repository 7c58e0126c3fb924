import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleProject, Terminal } from './terminal.ts'

const template = `template: review
with: { next: state, worker: role }
initial: reading
states:
  reading:
    task: { title: { en: Read it, zh: 审阅 }, role: $worker, due: 3 days }
    on: { done: { target: settled } }
  settled: { type: final }
on: { done: $next }
`

const letter = `process: letter
version: 1.0.0
title: { en: Letter, zh: 信函 }
control: { cancel: [sponsor], suspend: [sponsor], resume: [sponsor], retry: [sponsor] }
initial: checked
states:
  checked: { use: review, with: { next: over, worker: project-manager } }
  over: { type: final }
`

/** The sample project with a shared template and a process that uses it. */
function project(): Terminal {
  const terminal = new Terminal()
  const folder = join(terminal.folder, 'project')
  cpSync(sampleProject, folder, { recursive: true })
  terminal.directory = folder
  write(terminal, 'review.yaml', template)
  write(terminal, 'letter.yaml', letter)
  return terminal
}

function write({ directory }: Terminal, file: string, text: string): void {
  writeFileSync(join(directory, file), text)
}

async function statesOf(terminal: Terminal, instance: string): Promise<readonly string[]> {
  return (await terminal.json(`show ${instance}`)).active as string[]
}

test('a running instance keeps the template it was started with, also when its file is gone', async () => {
  const terminal = project()
  expect(await terminal.type('check')).toMatchObject({ code: 0 })
  await terminal.on('people load organisation.yaml --as xu.yiqing')
  expect(await terminal.on('start letter --id letter-1 --as chen.jing')).toMatchObject({ code: 0 })
  write(terminal, 'review.yaml', template.replaceAll('reading', 'weighing'))
  expect(await terminal.on('start letter --id letter-2 --as chen.jing')).toMatchObject({ code: 0 })
  expect(await statesOf(terminal, 'letter-1')).toContain('checked.reading')
  expect(await statesOf(terminal, 'letter-2')).toContain('checked.weighing')
  const use = 'use: review, with: { next: over, worker: project-manager }'
  write(terminal, 'letter.yaml', letter.replace(use, 'after: { 1 day: over }'))
  write(terminal, 'review.yaml', template.replace('review', 'other'))
  const [task] = (await terminal.json('tasks --instance letter-1')).tasks as { id: string }[]
  expect(await terminal.on(`complete ${task?.id} --as chen.jing`)).toMatchObject({ code: 0 })
  expect(await terminal.on('journal verify letter-1')).toMatchObject({ code: 0 })
})

test('a fault in a template is shown in its file, with the place that used it', async () => {
  const terminal = project()
  write(terminal, 'review.yaml', template.replace('target: settled', 'target: setled'))
  const { err, code } = await terminal.type('check')
  expect(code).not.toBe(0)
  expect(err).toContain('review.yaml:7:27 definition/unknown-target')
  expect(err).toContain('on: { done: { target: setled } }')
  expect(err).toContain('used at letter.yaml:7:19')
})

test('editors are told of the document', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../engine/definition/schema/generated/written.schema.json', import.meta.url), 'utf8'),
  )
  expect(schema.$defs.sharedTemplate.required).toEqual(['template'])
  expect(Object.keys(schema.$defs.sharedTemplate.properties)).toEqual(
    expect.arrayContaining(['template', 'with', 'data', 'states', 'task']),
  )
})
