/** The instances of a rehearsal and what has happened to them. It touches no store: a step's effects are played at once. */
import type { JsonObject } from '../expression/type.ts'
import { type Directory, holdersOf } from '../people/directory.ts'
import type { ActionCatalog } from '../plugin/action-catalog.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { Said } from '../problem/said.ts'
import { advance, type Step, startInstance } from '../step/advance.ts'
import { draftOf, type RunningProcess } from '../step/draft.ts'
import { type Effect, isDoneByCommit } from '../step/effect.ts'
import type { Actor, InstanceEvent, StartEvent } from '../step/instance-event.ts'
import type { InstanceRecord } from '../step/record.ts'
import type { Turn } from '../step/turn.ts'
import type { Scene } from './film.ts'
import { tellStep } from './tell-step.ts'

/** What a rehearsal needs of a project. */
export interface RehearsalProject {
  running(process: string): RunningProcess | undefined
  readonly directory: Directory
  /** Actions of plugins; only their answers for rehearsals are asked for. */
  readonly actions?: ActionCatalog
}

export interface Player {
  readonly id: string
  readonly process: RunningProcess
  readonly record: InstanceRecord
}

/** A step of a rehearsal: what it was made of, and what came of it. */
export interface StepMade {
  readonly process: RunningProcess
  /** Absent for the first step of an instance. */
  readonly before: InstanceRecord | undefined
  readonly event: InstanceEvent
  readonly step: Step
}

/** Whether an instance has not ended. */
export function isLive({ record: { status } }: Player): boolean {
  return status === 'running' || status === 'ending'
}

const engine: Actor = { id: 'engine', roles: [], via: 'engine', proved: true }

export class World {
  readonly project: RehearsalProject
  /** All instances in the order they started. */
  readonly cast = new Map<string, Player>()
  readonly scenes: Scene[] = []
  /** Titles of the tasks opened so far. */
  readonly titles = new Map<string, Said>()
  /** What actions were asked with, by effect id. */
  readonly asked = new Map<string, JsonObject>()
  /** What ends the film: a fault that no later move can heal. */
  readonly broken: Problem[] = []
  now: number
  steps = 0
  /** Turns of instances as they stand, each for the moment it was made for: a step is told, and what may follow reckoned, at one. */
  readonly #turns = new WeakMap<Player, { readonly at: number; readonly turn: Turn }>()
  readonly #heard: (player: Player, entered: readonly string[]) => void
  readonly #witness: ((made: StepMade) => void) | undefined
  readonly #holders = new Map<string, readonly string[]>()
  readonly #queue: { readonly from: Player; readonly effect: Effect }[] = []

  constructor(
    project: RehearsalProject,
    now: number,
    heard: (player: Player, entered: readonly string[]) => void,
    witness?: (made: StepMade) => void,
  ) {
    this.project = project
    this.now = now
    this.#heard = heard
    this.#witness = witness
  }

  /** Starts an instance and plays what follows from it; gives the reasons where it is refused. */
  start(
    process: RunningProcess,
    instance: string,
    input: JsonObject,
    parent?: StartEvent['parent'],
  ): readonly Problem[] {
    const event: StartEvent = {
      kind: 'start',
      instance,
      input,
      at: this.now,
      actor: engine,
      ...(parent ? { parent } : {}),
    }
    const made = startInstance(process, event)
    if (!made.ok) return made.problems
    this.#keep(process, undefined, event, made.value)
    return []
  }

  /** Gives an instance an event and plays what follows; the reasons where it is refused, and nothing happened. */
  give(player: Player, event: Exclude<InstanceEvent, StartEvent>, source?: string): readonly Problem[] {
    const made = advance(player.process, player.record, event)
    if (!made.ok) return made.problems
    this.#keep(player.process, player, event, made.value, source)
    return []
  }

  /** The people who hold a role; the directory stays the same all through a film. */
  holdersOf(role: string): readonly string[] {
    const known = this.#holders.get(role)
    if (known) return known
    const found = holdersOf(this.project.directory, role)
    this.#holders.set(role, found)
    return found
  }

  /** Where expressions of an instance are worked out between its steps. */
  turnOf(player: Player): Turn {
    const known = this.#turns.get(player)
    if (known?.at === this.now) return known.turn
    const event = { kind: 'control', operation: 'resume', at: this.now, actor: engine } as const
    const { turn } = draftOf(player.process, player.record, event)
    this.#turns.set(player, { at: this.now, turn })
    return turn
  }

  #keep(process: RunningProcess, before: Player | undefined, event: InstanceEvent, step: Step, source?: string): void {
    const player: Player = { id: step.record.id, process, record: step.record }
    this.steps += 1
    this.cast.set(player.id, player)
    this.#witness?.({ process, before: before?.record, event, step })
    for (const effect of step.effects) {
      if (effect.kind === 'open-task') this.titles.set(effect.task, effect.title)
      else if (effect.kind === 'perform') this.asked.set(effect.id, effect.input)
    }
    this.scenes.push(...tellStep(this, player, before, event, step, source))
    this.#heard(player, step.entry.entered)
    if (player.record.incidents.length > 0) this.#judge(player, before)
    // What is being played stands in the queue until it is over.
    const isPlaying = this.#queue.length > 0
    for (const effect of step.effects) if (!isDoneByCommit(effect)) this.#queue.push({ from: player, effect })
    if (!isPlaying) this.#playAll()
  }

  /** Effects in the order they were asked for, those of what they set off behind them. */
  #playAll(): void {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      this.#play(next.from, next.effect)
      this.#queue.shift()
    }
  }

  #judge({ id, record }: Player, before: Player | undefined): void {
    for (const { id: incident, state, code } of record.incidents) {
      if (before?.record.incidents.some((known) => known.id === incident)) continue
      this.broken.push(problem('rehearsal/incident', { instance: id, state, code }))
    }
  }

  #play(from: Player, effect: Effect): void {
    const { now: at } = this
    const actor: Actor = { id: from.id, roles: [], via: 'process', proved: true }
    switch (effect.kind) {
      case 'start-child': {
        const process = this.project.running(effect.process)
        const parent = { instance: from.id, wait: effect.wait, item: effect.item }
        const reasons = process
          ? this.start(process, effect.instance, effect.input, parent)
          : [problem('rehearsal/unknown-process', { process: effect.process })]
        this.broken.push(...reasons)
        return
      }
      case 'tell-parent': {
        const { wait, item, output } = effect
        this.#tell(effect.instance, { kind: 'child-end', at, actor, wait, item, ...(output ? { output } : {}) })
        return
      }
      case 'cancel-child':
        this.#tell(effect.instance, { kind: 'control', operation: 'cancel', at, actor })
        return
      case 'send': {
        const event = { kind: 'sent', event: effect.event, data: effect.data, at, actor, from: from.id } as const
        const reasons = this.#tell(effect.to, event)
        if (effect.missing === 'problem') this.broken.push(...reasons)
        return
      }
      default:
        return
    }
  }

  /** Tells an instance; one that has ended, or no longer waits, is not concerned any more. */
  #tell(instance: string, event: Exclude<InstanceEvent, StartEvent>): readonly Problem[] {
    const player = this.cast.get(instance)
    if (!player || !isLive(player)) return []
    const reasons = this.give(player, event)
    if (event.kind === 'child-end') this.broken.push(...reasons.filter(({ code }) => code !== 'step/wait-gone'))
    return reasons
  }
}
