/**
 * What every host must do. Each scenario runs on every host twice: plainly, and with the host closed and opened again
 * from its storage between any two calls. Only the port is used, everything is asynchronous and time comes from the
 * scenario, so that a host which speaks over a network can run it too. A host that cannot do something lists the
 * scenario with a reason.
 */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Claim, Host, Moved, TaskRow } from '../../engine/host/host.ts'
import type { HostWorld } from '../../engine/host/host-world.ts'
import { sentenceOf } from '../../engine/problem/fill-blanks.ts'
import type { Answer, Problem } from '../../engine/problem/problem.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'

/** Storage that outlives the hosts opened over it. */
interface Storage {
  open(project: Project, world: HostWorld): Promise<Host>
  remove(): Promise<void>
}

interface HostUnderTest {
  readonly name: string
  makeStorage(): Promise<Storage>
  readonly skip: readonly { readonly test: string; readonly reason: string }[]
}

/** Monday, 5 January 2026, 09:00 in Shanghai. */
export const monday = Date.parse('2026-01-05T01:00:00Z')
export const day = 86_400_000

/** A host on a stage: the clock is the scenario's, and between two calls the host may be another one. */
export class Stage {
  now = monday
  readonly #storage: Storage
  readonly #project: Project
  readonly #reloads: boolean
  #host: Host | undefined
  #drawn = 0

  constructor(storage: Storage, project: Project, reloads: boolean) {
    this.#storage = storage
    this.#project = project
    this.#reloads = reloads
  }

  /** Asks the host something, on whatever host is open. */
  async call<T>(ask: (host: Host) => Promise<T>): Promise<T> {
    const world: HostWorld = {
      now: () => this.now,
      random: (bytes) => new Uint8Array(bytes).map(() => this.#draw()),
    }
    this.#host ??= await this.#storage.open(this.#project, world)
    const answer = await ask(this.#host)
    if (this.#reloads) await this.close()
    return answer
  }

  #draw(): number {
    this.#drawn = (this.#drawn * 73 + 41) % 251
    return this.#drawn
  }

  async close(): Promise<void> {
    await this.#host?.close()
    this.#host = undefined
  }

  async start(process: string, input: object, person = 'ann'): Promise<string> {
    const started = await this.call((host) => host.start({ process, input: { ...input } }, by(person)))
    return value(started).instance
  }

  send(instance: string, event: string, data: object = {}, person = 'ann'): Promise<Answer<Moved>> {
    return this.call((host) => host.send({ instance, event, data: { ...data } }, by(person)))
  }

  complete(task: string, form: object = {}, person = 'bob', kinds: readonly string[] = []): Promise<Answer<Moved>> {
    const evidence = kinds.map((kind) => ({ kind, url: `https://files.example/${kind}` }))
    return this.call((host) => host.complete({ task, form: { ...form }, evidence }, by(person)))
  }

  vote(task: string, approved: boolean, person: string): Promise<Answer<Moved>> {
    return this.call((host) => host.decide({ task, approved }, by(person)))
  }

  tasks(instance: string): Promise<readonly TaskRow[]> {
    return this.call((host) => host.tasks({ instance }))
  }

  async onlyTask(instance: string): Promise<TaskRow> {
    const tasks = await this.tasks(instance)
    expect(tasks).toHaveLength(1)
    return tasks[0] as TaskRow
  }

  async record(instance: string) {
    const view = await this.call((host) => host.instance(instance))
    if (!view) throw new Error(`no instance ${instance}`)
    return view.record
  }

  /** Lets time pass, works off what came due, and gives the instance's record. */
  async pass(days: number, instance: string) {
    this.now += days * day
    await this.call((host) => host.runDue())
    return this.record(instance)
  }
}

export function by(person: string): Claim {
  return { person, via: 'api', proved: true }
}

export function value<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(sentences(answer).join('\n'))
}

function withReasons(problems: readonly Problem[]): readonly Problem[] {
  return problems.flatMap((found) => [found, ...withReasons(found.reasons ?? [])])
}

/** Codes of a refusal and of its reasons. */
export function codes(answer: Answer<unknown>): readonly string[] {
  return answer.ok ? [] : withReasons(answer.problems).map(({ code }) => code)
}

/** What a refusal and its reasons say, in English. */
export function sentences(answer: Answer<unknown>): readonly string[] {
  return answer.ok ? [] : withReasons(answer.problems).map((found) => sentenceOf(found, 'en'))
}

type Scenario = readonly [name: string, play: (stage: Stage) => Promise<void>]

/** Runs scenarios on a host, plainly and with a reload between any two calls; in the end every journal proves itself. */
export function describeHost(host: HostUnderTest, scenarios: readonly Scenario[]): void {
  const loaded = loadProject(join(import.meta.dirname, 'project'))
  if (!loaded.ok) throw new Error(loaded.problems.map((found) => sentenceOf(found, 'en')).join('\n'))
  for (const reloads of [false, true]) {
    describe(`${host.name}, ${reloads ? 'with a reload between any two calls' : 'plainly'}`, () => {
      let storage: Storage
      let stage: Stage
      beforeEach(async () => {
        storage = await host.makeStorage()
        stage = new Stage(storage, loaded.value, reloads)
      })
      afterEach(async () => {
        await stage.close()
        await storage.remove()
      })
      for (const [name, play] of scenarios) {
        const skipped = host.skip.find((entry) => entry.test === name)
        test.skipIf(skipped !== undefined)(skipped ? `${name} (${skipped.reason})` : name, async () => {
          await play(stage)
          for (const { id } of await stage.call((opened) => opened.instances())) {
            expect(sentences(await stage.call((opened) => opened.verify(id)))).toEqual([])
          }
        })
      }
    })
  }
}
