/** Does what findings name, through the public host: as the person named, with a form made of the fields' examples. */
import { join } from 'node:path'
import type { Field, Json, JsonObject } from '../../engine/expression/type.ts'
import type { EmbeddedHost } from '../../engine/host/embedded-host.ts'
import type { Claim, Moved } from '../../engine/host/host.ts'
import type { HostWorld } from '../../engine/host/host-world.ts'
import { openMemoryHost } from '../../engine/host/memory-host.ts'
import type { Answer } from '../../engine/problem/problem.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'
import { exampleRecord } from '../../engine/rehearsal/example-value.ts'
import { type Explanation, type Finding, isReady, type Move } from '../../engine/waiting/finding.ts'
import { simulatedWorld } from '../conformance/simulated-world.ts'

export const monday = Date.parse('2026-01-05T01:00:00Z')

const loaded = loadProject(join(import.meta.dirname, '../../workflows'))
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
/** The shipped processes. */
export const shipped: Project = loaded.value

/** What each shipped process is started with. */
export const inputs: Readonly<Record<string, JsonObject>> = {
  'sales-opportunity': { customer: 'east-china-telecom', owner: 'wei.qiang' },
  'pilot-change': {},
  'strategy-cycle': exampleOf('strategy-cycle'),
  'twelve-step-transformation': { company: 'Hope Optical' },
}

function exampleOf(process: string): JsonObject {
  const fields = shipped.definitions.get(process)?.input ?? []
  const calendar = shipped.calendars.get('cn-office')
  if (!calendar) throw new Error('no calendar')
  return exampleRecord(fields, {}, { calendar, at: monday }, [])
}

export class Walker {
  readonly host: EmbeddedHost
  readonly project: Project
  readonly #clock: ReturnType<typeof simulatedWorld>['clock']

  /** On the host that is opened for it; in memory unless said otherwise. */
  constructor(
    project: Project = shipped,
    open: (world: HostWorld) => EmbeddedHost = (world) => openMemoryHost({ project, world }),
  ) {
    const { clock, world } = simulatedWorld(monday)
    this.#clock = clock
    this.project = project
    this.host = open(world)
  }

  async start(process: string, input: JsonObject = inputs[process] ?? {}): Promise<string> {
    const person = [...this.project.directory.people.keys()][0] ?? ''
    const started = await this.host.start({ process, input }, as(person))
    if (!started.ok) throw new Error(JSON.stringify(started.problems))
    await this.settle()
    return started.value.instance
  }

  async why(instance: string): Promise<Explanation> {
    const found = await this.host.why(instance)
    if (!found) throw new Error(`no instance ${instance}`)
    return found
  }

  /** Lets time pass, with what falls due on the way at its time. */
  async passTo(moment: number): Promise<void> {
    for (;;) {
      await this.settle()
      const due = await this.host.nextDue()
      if (due === undefined || due > moment) break
      await this.#clock.set(Math.max(due, this.#clock.now()))
    }
    await this.#clock.set(Math.max(moment, this.#clock.now()))
    await this.settle()
  }

  get now(): number {
    return this.#clock.now()
  }

  async settle(): Promise<void> {
    await this.host.runDue()
  }

  /** Makes a move of a finding of an instance, with what is given in place of examples; moves of others are left to who follows the pointer. */
  async make(instance: string, move: Move, approve = true, given: JsonObject = {}): Promise<Answer<unknown>> {
    switch (move.kind) {
      case 'complete':
        return this.#complete(instance, move, given)
      case 'decide':
        return this.host.decide({ task: move.task, approved: approve }, as(move.people[0] ?? ''))
      case 'send': {
        const fields = move.fields.filter(({ name, optional }) => !optional || move.needed.includes(name))
        const chosen = Object.fromEntries(Object.entries(move.choices).map(([name, [first = null]]) => [name, first]))
        const data = { ...this.#example(fields, {}), ...given, ...chosen, ...move.fixed }
        return this.host.send({ instance, event: move.event, data }, as(move.people[0] ?? ''))
      }
      case 'retry':
        return this.host.control({ operation: 'retry', instance, incident: move.incident }, as(move.people[0] ?? ''))
      case 'resume':
        return this.host.control({ operation: 'resume', instance }, as(move.people[0] ?? ''))
      case 'wait':
        await this.passTo(move.until)
        return { ok: true, value: undefined }
      case 'run':
        await this.settle()
        return { ok: true, value: undefined }
      default:
        throw new Error(`${move.kind} is no move of its own`)
    }
  }

  /** With examples, and where these are answers that a limit of the finding speaks of, with another word. */
  async #complete(
    instance: string,
    move: Extract<Move, { kind: 'complete' }>,
    given: JsonObject,
  ): Promise<Answer<Moved>> {
    const row = (await this.host.tasks({ instance })).find(({ id }) => id === move.task)
    if (!row) throw new Error(`no open task ${move.task}`)
    const evidence = row.evidence
      .filter(({ required }) => required)
      .map(({ kind }) => ({ kind, url: `https://example.org/${kind}.pdf` }))
    const form = { ...this.#example(row.form, row.filled), ...given }
    const request = { task: move.task, evidence }
    const claim = as(move.people[0] ?? '')
    let answer = await this.host.complete({ ...request, form }, claim)
    const words = move.limits.length > 0 ? row.form.flatMap(wordsOf) : []
    for (const [name, word] of words)
      if (!answer.ok) answer = await this.host.complete({ ...request, form: { ...form, [name]: word } }, claim)
    return answer
  }

  /** Examples, and where a field has none or a guard fixes it, what is given. */
  #example(fields: readonly Field[], given: JsonObject): JsonObject {
    const calendar = this.project.calendars.values().next().value
    if (!calendar) throw new Error('no calendar')
    const missing: string[] = []
    const record = exampleRecord(fields, {}, { calendar, at: this.#clock.now() }, missing)
    const filled = fields.flatMap(({ name }) => {
      const value = given[name]
      return value !== undefined && missing.includes(name) ? [[name, value]] : []
    })
    return { ...record, ...Object.fromEntries(filled) }
  }
}

/** Other answers to a field: each word, yes and no. */
export function wordsOf({ name, type }: Field): readonly (readonly [string, Json])[] {
  if (type.kind === 'boolean')
    return [
      [name, true],
      [name, false],
    ]
  return type.kind === 'enum' ? type.words.map(({ word }) => [name, word] as const) : []
}

/** What a person claims to be. */
export function as(person: string): Claim {
  return { person, via: 'cli', proved: false }
}

/** A finding without what changes by itself: pointers, and how late it is. */
export function shapeOf(finding: Finding | undefined): string {
  return JSON.stringify(finding ?? null, (key, value) => (key === 'findings' || key === 'lateBy' ? undefined : value))
}

/** A move that is made where it stands, and can be made now. */
export function isOwnAndReady(move: Move): boolean {
  return isReady(move) && move.kind !== 'follow' && move.kind !== 'look'
}
