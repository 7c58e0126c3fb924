/** The twelve-step programme of Hope Optical, driven from its start to `completed` by what a user can type. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../cli/engine.ts'
import { embeddedEngine } from '../../cli/open-host.ts'
import { run } from '../../cli/run.ts'
import type { TaskWork } from '../../engine/definition/work.ts'
import { holdersOf } from '../../engine/people/directory.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'
import { exampleRecord } from '../../engine/rehearsal/example-value.ts'

const root = join(import.meta.dirname, '../..')
const hour = 3_600_000
const week = 7 * 24 * hour
/** What is done in a round takes people four days: pilots need time to be evaluated. */
const pace = 4 * 24 * hour
const folder = mkdtempSync(join(tmpdir(), 'picket-programme-'))
const database = join(folder, 'store.sqlite')

let project: Project
let now = Date.parse('2026-01-05T01:00:00Z')
let input = ''

interface Task {
  readonly id: string
  readonly instance: string
  readonly state: string
  readonly work: string
  readonly role?: string
  readonly person?: string
  readonly evidence: readonly { readonly kind: string; readonly required: boolean }[]
}

beforeAll(() => {
  const loaded = loadProject(join(root, 'workflows'))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  project = loaded.value
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Types a command as a person, or as nobody; the exit code and what was answered. The project is read once. */
async function type(
  person: string,
  ...words: string[]
): Promise<{ code: number; json: Record<string, unknown>; text: string }> {
  const world = {
    now: () => now,
    random: (bytes: number) => new Uint8Array(bytes).map((_, index) => (now + index) % 251),
  }
  const real = embeddedEngine(world, 'test')
  const engine: Engine = { ...real, loadProject: async () => ({ ok: true, value: project }) }
  let text = ''
  const write = (part: string) => {
    text += part
  }
  const code = await run([...words, ...(person === '' ? [] : ['--as', person]), '--database', database, '--json'], {
    directory: root,
    colour: false,
    now: world.now,
    write,
    complain: () => undefined,
    readInput: async () => input,
    pause: async () => {},
    interrupted: AbortSignal.abort(),
    engine,
  })
  return { code, text, json: text === '' ? {} : JSON.parse(text) }
}

/** Holders of a task, as the organisation has them. */
function holders({ role, person }: Task): readonly string[] {
  return person === undefined ? holdersOf(project.directory, role ?? '') : [person]
}

function workOf(task: Task, process: string): TaskWork | undefined {
  const state = project.definitions.get(process)?.states.get(task.state)
  const candidates = [state?.work, ...(state?.rhythms.map((rhythm) => rhythm.task) ?? [])]
  return candidates.find((work): work is TaskWork => work?.kind === 'task')
}

/** Completes or approves a task as somebody who may; whether somebody could. */
async function work(task: Task, process: string): Promise<boolean> {
  const calendar = project.calendars.get('cn-office')
  const form = workOf(task, process)?.form ?? []
  input = calendar ? JSON.stringify(exampleRecord(form, {}, { calendar, at: now }, [])) : '{}'
  const evidence = task.evidence
    .filter(({ required }) => required)
    .flatMap(({ kind }) => ['--evidence', `${kind}=https://example.org/${kind}.pdf`])
  for (const person of holders(task)) {
    const words =
      task.work === 'approval' ? ['decide', task.id, 'approve'] : ['complete', task.id, '--input', '-', ...evidence]
    if ((await type(person, ...words)).code === 0) return true
  }
  return false
}

interface Waiting {
  readonly states: readonly string[]
  readonly events: readonly string[]
}

/** Events that lead on; the others of a programme interrupt it, lead back or end it early. */
const leadingOn = ['START', 'REQUEST_GATE', 'CYCLE_STARTED', 'COMPLETE', 'ITERATE']

/** Sends what the page says the instance waits for; what is refused changes nothing. Whether anything moved. */
async function sendWhatFits(instance: string, process: string): Promise<boolean> {
  const { json } = await type('chen.jing', 'show', instance)
  let moved = false
  for (const { states, events } of (json.waits as Waiting[] | undefined) ?? []) {
    for (const event of events.filter((name) => leadingOn.includes(name))) {
      const steps = event === 'START' && process === 'twelve-step-transformation' ? states.map(stepTitled) : ['']
      for (const step of steps) {
        const sent = await type('chen.jing', 'send', instance, event, ...(step === '' ? [] : ['--set', `step=${step}`]))
        const again = sent.code === 0 ? sent : await type('sun.li', 'send', instance, event)
        if (again.code === 0) moved = true
      }
    }
  }
  return moved
}

/** The key of the programme's step with a title, such as `1 Preparation`. */
function stepTitled(title: string): string {
  const states = [...(project.definitions.get('twelve-step-transformation')?.states.values() ?? [])]
  return states.find((state) => state.title?.text.en === title)?.key ?? ''
}

test('a programme is driven to its end by commands alone', { timeout: 240_000 }, async () => {
  expect((await type('chen.jing', 'people', 'load', 'workflows/examples/hope-optical/organisation.yaml')).code).toBe(0)
  const started = await type(
    'chen.jing',
    'start',
    'twelve-step-transformation',
    '--input',
    'workflows/examples/hope-optical/transformation.json',
  )
  expect(started.code).toBe(0)
  const programme = String(started.json.instance)
  let status = ''
  for (let round = 0; round < 400 && status !== 'completed'; round += 1) {
    const { json } = await type('chen.jing', 'list')
    const live = (json.instances as { id: string; process: string; status: string }[]).filter(
      (row) => row.status === 'running',
    )
    let moved = false
    const open = ((await type('', 'tasks')).json.tasks as Task[] | undefined) ?? []
    for (const task of open) {
      const owner = live.find(({ id }) => id === task.instance)
      if (owner && (await work(task, owner.process))) moved = true
    }
    for (const { id, process } of live) if (await sendWhatFits(id, process)) moved = true
    now += moved ? pace : 0
    const worked = await type('chen.jing', 'run', '--until-idle')
    if (!moved) {
      const next = worked.json.nextDue
      now = Math.min(typeof next === 'string' ? Math.max(Date.parse(next), now + hour) : now + week, now + week)
      await type('chen.jing', 'run', '--until-idle')
    }
    status = String((await type('chen.jing', 'show', programme)).json.status)
  }
  expect(status, (await type('chen.jing', 'show', programme)).text).toBe('completed')
  expect((await type('chen.jing', 'journal', 'verify', programme)).code).toBe(0)
  const after = (await type('chen.jing', 'list')).json.instances as { process: string; status: string }[]
  expect(after.filter((row) => row.process === 'twelve-step-transformation').map((row) => row.status)).toContain(
    'running',
  )
})
