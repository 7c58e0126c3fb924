/** What a scenario plays on: a host, its clock, and short ways to ask and to answer. */
import type { JsonObject } from '../../engine/expression/type.ts'
import type { ControlRequest, Host, InstanceView, Moved, NewEvidence, TaskRow } from '../../engine/host/host.ts'
import type { Answer, Problem } from '../../engine/problem/problem.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import type { Clock, OpenedHost } from './opened-host.ts'

export const hour = 3_600_000
export const day = 24 * hour
/** A Monday, 09:00 in Shanghai. */
export const monday = Date.parse('2026-01-05T01:00:00Z')

export interface Scenario {
  readonly name: string
  play(stage: Stage): Promise<void>
}

/** What was answered; a refusal fails the scenario. */
export function ok<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(`refused: ${JSON.stringify(answer.problems)}`)
}

/** The codes of a refusal and of its reasons, in order; empty where nothing was refused. */
export function codes<T>(answer: Answer<T>): string[] {
  const all = (problems: readonly Problem[]): string[] =>
    problems.flatMap(({ code, reasons = [] }) => [code, ...all(reasons)])
  return answer.ok ? [] : all(answer.problems)
}

/** What a person claims to be. */
export function as(person: string) {
  return { person, via: 'cli', proved: false } as const
}

export class Stage {
  readonly host: Host
  readonly clock: Clock
  readonly opened: OpenedHost
  /** Instances whose journal the scenario broke on purpose. */
  readonly broken = new Set<string>()

  constructor(opened: OpenedHost, host: Host) {
    this.opened = opened
    this.host = host
    this.clock = opened.clock
  }

  /** Starts an instance and works off what that brings; its id. */
  async start(process: string, input: JsonObject = {}, person = 'lou'): Promise<string> {
    const { instance } = ok(await this.host.start({ process, input }, as(person)))
    await this.host.runDue()
    return instance
  }

  send(instance: string, event: string, person: string, data?: JsonObject): Promise<Answer<Moved>> {
    return this.host.send({ instance, event, ...(data ? { data } : {}) }, as(person))
  }

  complete(
    task: string,
    person: string,
    form: JsonObject = {},
    evidence: readonly NewEvidence[] = [],
  ): Promise<Answer<Moved>> {
    return this.host.complete({ task, form, evidence }, as(person))
  }

  vote(task: string, person: string, approved: boolean): Promise<Answer<Moved>> {
    return this.host.decide({ task, approved }, as(person))
  }

  control(request: ControlRequest, person: string): Promise<Answer<Moved>> {
    return this.host.control(request, as(person))
  }

  async view(instance: string): Promise<InstanceView> {
    const view = await this.host.instance(instance)
    if (!view) throw new Error(`no instance ${instance}`)
    return view
  }

  async record(instance: string): Promise<InstanceRecord> {
    return (await this.view(instance)).record
  }

  async value(instance: string): Promise<InstanceRecord['value']> {
    return (await this.record(instance)).value
  }

  /** Open tasks of an instance, in the order they were opened. */
  open(instance: string): Promise<readonly TaskRow[]> {
    return this.host.tasks({ instance })
  }

  /** The one open task of an instance. */
  async task(instance: string): Promise<TaskRow> {
    const tasks = await this.open(instance)
    const [task] = tasks
    if (!task || tasks.length > 1) throw new Error(`${tasks.length} open tasks`)
    return task
  }

  /** A task of an instance, open or not. */
  async taskById(instance: string, id: string): Promise<TaskRow> {
    const task = (await this.host.tasks({ instance, status: 'all' })).find((row) => row.id === id)
    if (!task) throw new Error(`no task ${id}`)
    return task
  }

  /** Moves the clock and works off what has come due. */
  async pass(time: number) {
    await this.clock.advance(time)
    return this.host.runDue()
  }
}
