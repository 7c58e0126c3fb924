/** A worker and ten commands at once on one store, each a program of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PicketProgram } from './picket-program.ts'
import { Terminal } from './terminal.ts'

let program: PicketProgram
beforeAll(async () => {
  program = await PicketProgram.build()
})
afterAll(() => program.clear())

test('a worker and ten commands: each is done or refused with a reason, nothing is lost, none waits in vain', async () => {
  const terminal = new Terminal()
  await terminal.start()
  const on = (words: string) => `${words} --json --database ${terminal.database}`
  const worker = program.begin(on('run'))
  const companies = ['Ant', 'Bee', 'Cat', 'Dog']
  const [starts, same, races, reads] = await Promise.all([
    Promise.all(companies.map((name) => program.run(on(`start programme --set company=${name} --as chen.jing`)))),
    // The same programme twice: one is started, the other finds it.
    Promise.all([1, 2].map(() => program.run(on('start programme --set company=Twin --as chen.jing')))),
    // The same step is started twice: one is quicker.
    Promise.all([1, 2].map(() => program.run(on('send hope START --set step=preparation --as chen.jing')))),
    Promise.all(['list', 'tasks'].map((words) => program.run(on(words)))),
  ])
  for (const { code, err } of [...starts, ...same, ...reads]) expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(races.map(({ code }) => code).sort()).toEqual([0, 1])
  for (const { out, code } of races) if (code === 1) expect(JSON.parse(out).problems[0].code).toMatch(/^(step|host)\//)
  worker.child.kill('SIGINT')
  expect((await worker.ended).code).toBe(0)
  const { instances } = await terminal.json('list')
  expect(instances).toHaveLength(companies.length + 2)
  for (const { id } of instances as { id: string }[])
    expect((await terminal.on(`journal verify ${id}`)).code, id).toBe(0)
}, 240_000)
