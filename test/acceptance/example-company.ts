/** Hope Optical at work: its people over a host with a clock of its own, doing what the processes ask of them. */
import { join } from 'node:path'
import type { JsonObject } from '../../engine/expression/type.ts'
import type { Claim, Moved, TaskRow } from '../../engine/host/host.ts'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { holdersOf } from '../../engine/people/directory.ts'
import { sentenceOf } from '../../engine/problem/fill-blanks.ts'
import type { Answer, Locale } from '../../engine/problem/problem.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'
import { exampleRecord } from '../../engine/rehearsal/example-value.ts'
import type { InstanceRecord, StateValue } from '../../engine/step/record.ts'

export const day = 24 * 3_600_000
export const week = 7 * day
const monday = Date.parse('2026-01-05T01:00:00Z')
const sponsor = 'xu.yiqing'
const projectManager = 'chen.jing'

/** The shipped processes. */
export function shippedProject(): Project {
  const loaded = loadProject(join(import.meta.dirname, '../../workflows'))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.value
}

/** The key of the phase a programme is in. */
export function phaseOf({ value }: InstanceRecord): string {
  return outermost(within(value, ['running', 'phase']))
}

/** Where a step of a programme stands, such as `passed` or `active`. */
export function standing({ value }: InstanceRecord, step: string): string {
  return outermost(within(value, ['running', 'steps', step]))
}

function within(value: StateValue, path: readonly string[]): StateValue {
  return path.reduce<StateValue>((at, key) => (typeof at === 'string' ? '' : (at[key] ?? '')), value)
}

function outermost(value: StateValue): string {
  return typeof value === 'string' ? value : (Object.keys(value)[0] ?? '')
}

/** Sentences of everything that stands against an answer; none where it was given. */
export function refusals(answer: Answer<unknown>, locale: Locale = 'en'): readonly string[] {
  if (answer.ok) return []
  return answer.problems.flatMap((problem) => (problem.reasons ?? [problem]).map((one) => sentenceOf(one, locale)))
}

/** The value, or an error with the refusals. */
export function given<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error([...answer.problems.map(({ code }) => code), ...refusals(answer)].join('\n'))
  return answer.value
}

/** What people work at: which tasks they leave alone, and how long a round of work takes (ms). */
export interface Manner {
  readonly leave?: RegExp
  readonly pace?: number
}

export class ExampleCompany {
  readonly host: SqliteHost
  readonly #project: Project
  readonly #clock: { now: number }

  private constructor(project: Project, host: SqliteHost, clock: { now: number }) {
    this.#project = project
    this.host = host
    this.#clock = clock
  }

  static async open(project: Project): Promise<ExampleCompany> {
    const clock = { now: monday }
    let drawn = 0
    const random = (bytes: number) => {
      drawn += 1
      return new Uint8Array(bytes).map((_, index) => (drawn >> (8 * (index % 4))) & 255)
    }
    const host = await openSqliteHost({ project, file: ':memory:', world: { now: () => clock.now, random } })
    const { organisation } = project
    if (!organisation) throw new Error('The shipped project has no organisation')
    given(await host.loadPeople(organisation, { remove: false, at: clock.now }, claimOf(sponsor)))
    return new ExampleCompany(project, host, clock)
  }

  get now(): number {
    return this.#clock.now
  }

  /** Starts a process as the sponsor; the instance's id. */
  async start(process: string, input: JsonObject, params: JsonObject = {}): Promise<string> {
    const { instance } = given(await this.host.start({ process, input, params }, claimOf(sponsor)))
    await this.#settle()
    return instance
  }

  send(instance: string, event: string, data: JsonObject = {}, person = projectManager): Promise<Answer<Moved>> {
    return this.host.send({ instance, event, data }, claimOf(person))
  }

  async record(instance: string): Promise<InstanceRecord> {
    const view = await this.host.instance(instance)
    if (!view) throw new Error(`No instance ${instance}`)
    return view.record
  }

  /** The open task of a state. */
  async task(instance: string, state: string): Promise<TaskRow> {
    const open = await this.host.tasks({ instance })
    const found = open.find((task) => task.state === state)
    if (!found) throw new Error(`No task of ${state}, but of: ${open.map((task) => task.state).join(', ')}`)
    return found
  }

  /** Does a task or approves it, as the first holder who may, with examples where nothing else is written. */
  async finish(task: TaskRow, form: JsonObject = {}, left: readonly string[] = []): Promise<Answer<Moved>> {
    const people = task.person === undefined ? holdersOf(this.#project.directory, task.role ?? '') : [task.person]
    let answer: Answer<Moved> = { ok: false, problems: [] }
    for (const person of people) {
      answer = await this.#finishAs(claimOf(person), task, form, left)
      if (answer.ok) break
    }
    await this.#settle()
    return answer
  }

  #finishAs(claim: Claim, task: TaskRow, written: JsonObject, left: readonly string[]): Promise<Answer<Moved>> {
    if (task.work === 'approval') return this.host.decide({ task: task.id, approved: true }, claim)
    const calendar = this.#project.calendars.get('cn-office')
    if (!calendar) throw new Error('The shipped project has no calendar')
    const whole = exampleRecord(task.form, written, { calendar, at: this.now }, [])
    const form = Object.fromEntries(Object.entries(whole).filter(([name]) => !left.includes(name)))
    const evidence = task.evidence
      .filter(({ required }) => required)
      .map(({ kind }) => ({ kind, url: `https://example.org/${kind}.pdf` }))
    return this.host.complete({ task: task.id, form, evidence }, claim)
  }

  /** Lets time pass to a moment; what falls due on the way happens when it is due. */
  async passTo(moment: number): Promise<void> {
    for (;;) {
      await this.#settle()
      const due = await this.host.nextDue()
      if (due === undefined || due > moment) break
      this.#clock.now = Math.max(due, this.now)
    }
    this.#clock.now = Math.max(moment, this.now)
  }

  /** People do all that is asked of them until something is reached. */
  async workUntil(reached: () => Promise<boolean>, { leave, pace = week }: Manner = {}): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      if (await reached()) return
      if (await this.#workOnce(leave)) await this.passTo(this.now + pace)
      else await this.passTo(Math.min((await this.host.nextDue()) ?? this.now + week, this.now + week))
    }
    const open = (await this.host.tasks()).map((task) => task.state)
    throw new Error(`Never reached; open: ${open.join(', ')}`)
  }

  /** Works on a programme, but not in a step, until that step's work is open; the state of the work. */
  async openWork(instance: string, step: string): Promise<string> {
    const state = `running.steps.${step}.active.inProgress`
    const isOpen = async () => (await this.host.tasks({ instance })).some((task) => task.state === state)
    await this.workUntil(isOpen, { leave: new RegExp(`^running\\.steps\\.${step}\\.active\\.inProgress$`) })
    return state
  }

  /** One round: every open task, and the events that lead on. Whether anything moved. */
  async #workOnce(leave: RegExp | undefined): Promise<boolean> {
    let moved = false
    for (const task of await this.host.tasks()) {
      if (!leave?.test(task.state) && (await this.finish(task)).ok) moved = true
    }
    for (const { id, process } of await this.host.instances({ status: 'running' })) {
      for (const [event, data, person] of this.#leadingOn(process)) {
        if ((await this.send(id, event, data, person)).ok) moved = true
      }
    }
    await this.#settle()
    return moved
  }

  #leadingOn(process: string): readonly (readonly [string, JsonObject, string])[] {
    if (process === 'pilot-change') return [['START', {}, 'sun.li']]
    if (process === 'strategy-cycle') return ['CYCLE_STARTED', 'COMPLETE'].map((event) => [event, {}, projectManager])
    const steps = this.#project.definitions.get(process)?.states.get('running.steps')?.children ?? []
    return steps.map((path) => ['START', { step: path.slice(path.lastIndexOf('.') + 1) }, projectManager])
  }

  async #settle(): Promise<void> {
    for (;;) {
      const { timers, effects } = await this.host.runDue()
      if (timers + effects === 0) return
    }
  }
}

function claimOf(person: string): Claim {
  return { person, via: 'cli', proved: false }
}
