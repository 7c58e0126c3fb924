/** What may happen next by people's hands: open tasks and votes, events that states wait for, answers of actions. */
import { addDuration } from '../calendar/add-duration.ts'
import { minute } from '../calendar/duration.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import { addWorkingTime, nextWorkingTime, workedBetween } from '../calendar/working-time.ts'
import type { Definition, State } from '../definition/definition.ts'
import type { Estimate } from '../definition/work.ts'
import type { JsonObject } from '../expression/type.ts'
import type { Problem } from '../problem/problem.ts'
import { movesOf } from '../step/draft.ts'
import type { Wait } from '../step/record.ts'
import type { Chance } from './chance.ts'
import { type Sendable, sendablesOf } from './sendable.ts'
import type { Player, World } from './world.ts'

type Job =
  | { readonly kind: 'task' | 'action'; readonly wait: string }
  | { readonly kind: 'vote'; readonly wait: string; readonly task: string }
  | { readonly kind: 'event' }

export interface Prospect {
  readonly key: string
  readonly instance: string
  readonly state: string
  readonly job: Job
  /** When it is tried first. */
  readonly at: number
  /** Of equal moments, what came up first is tried first. */
  readonly order: number
  /** How it was refused last, and after how many steps of the world. */
  refused?: { readonly steps: number; readonly problems: readonly Problem[] }
  /** What the script says, asked for once. */
  scripted?: { readonly answer: JsonObject | undefined }
  sending?: { readonly sendable: Sendable; readonly given: JsonObject; readonly rest: readonly Sendable[] }
}

type Found = Pick<Prospect, 'key' | 'state' | 'job'> & {
  readonly estimate: Estimate | undefined
  readonly dueAt?: number
}

export class Agenda {
  readonly #chance: Chance
  #prospects: readonly Prospect[] = []
  #count = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** What may happen to an instance after a step of it: what is gone is dropped, what is new gets its time. */
  renew(world: World, player: Player, entered: readonly string[]): void {
    const found = player.record.status === 'running' || player.record.status === 'ending' ? prospectsOf(player) : []
    const others = this.#prospects.filter(({ instance }) => instance !== player.id)
    const known = new Map(
      this.#prospects
        .filter(
          ({ instance, job, state }) => instance === player.id && !(job.kind === 'event' && entered.includes(state)),
        )
        .map((prospect) => [prospect.key, prospect]),
    )
    this.#prospects = [...others, ...found.map((each) => known.get(each.key) ?? this.#make(world, player, each))]
  }

  /** The next to try: those refused before only once something has moved since. */
  next({ now, steps }: World): Prospect | undefined {
    let best: Prospect | undefined
    for (const prospect of this.#prospects) {
      if (prospect.refused && prospect.refused.steps >= steps) continue
      if (!best || comesBefore(prospect, best, now)) best = prospect
    }
    return best
  }

  /** What was refused when it was tried last. */
  get refused(): readonly Prospect[] {
    return this.#prospects.filter(({ refused }) => refused !== undefined)
  }

  #make(world: World, player: Player, { estimate, dueAt, ...found }: Found): Prospect {
    this.#count += 1
    const at = this.#momentOf(world, player, found, estimate, dueAt)
    return { ...found, instance: player.id, at, order: this.#count }
  }

  /** After the estimate, else at the due time, else a workday later. Estimates are sampled in working time. */
  #momentOf(
    world: World,
    player: Player,
    { state, job }: Pick<Found, 'state' | 'job'>,
    estimate?: Estimate,
    dueAt?: number,
  ): number {
    const { calendar } = player.process
    const { now } = world
    if (!estimate) {
      if (job.kind === 'action') return now
      return Math.max(now, dueAt ?? addDuration(calendar, now, { workdays: 1 }).at)
    }
    const turn = world.turnOf(player)
    const end = (length: Estimate['min']) => {
      const duration = parseDuration(String(turn.evaluate(length, state, turn.moment)))
      return duration ? addDuration(calendar, now, duration).at : now
    }
    const worked = (length: Estimate['min']) => workedBetween(calendar, now, end(length))
    const sampled = this.#chance.triangular(worked(estimate.min), worked(estimate.likely), worked(estimate.max))
    // People work in working hours, and no finer than a minute.
    return nextWorkingTime(calendar, addWorkingTime(calendar, now, Math.ceil(sampled / minute) * minute))
  }
}

/** The moment at which it can be tried; what was refused before is tried again now. */
export function dueOfProspect({ at }: Prospect, now: number): number {
  return Math.max(at, now)
}

function comesBefore(a: Prospect, b: Prospect, now: number): boolean {
  return (dueOfProspect(a, now) - dueOfProspect(b, now) || a.order - b.order) < 0
}

function prospectsOf({ process, record }: Player): readonly Found[] {
  const { definition } = process.machine
  const waiting = [...movesOf(process).at(process.machine, record).active].flatMap((path): Found[] => {
    const state = definition.states.get(path)
    const waits = record.status === 'running' && state?.kind === 'wait' && sendablesOf(definition, path).length > 0
    return waits ? [{ key: `event ${path}`, state: path, job: { kind: 'event' }, estimate: state.estimate }] : []
  })
  return [...record.waits.flatMap((wait) => prospectsOfWait(definition, wait)), ...waiting]
}

function prospectsOfWait(definition: Definition, wait: Wait): readonly Found[] {
  const state = definition.states.get(wait.state)
  const due = 'dueAt' in wait && wait.dueAt !== undefined ? { dueAt: wait.dueAt } : {}
  const found = { key: wait.id, state: wait.state, estimate: estimateOf(state, wait), ...due }
  switch (wait.kind) {
    case 'task':
    case 'action':
      return [{ ...found, job: { kind: wait.kind, wait: wait.id } }]
    case 'approval':
      return wait.seats
        .filter(({ vote }) => vote === undefined)
        .map(({ task }) => ({ ...found, key: task, job: { kind: 'vote', wait: wait.id, task } }))
    case 'children':
      return []
  }
}

function estimateOf(state: State | undefined, wait: Wait): Estimate | undefined {
  if (wait.kind === 'task' && wait.rhythm !== undefined) {
    return state?.rhythms.find(({ key }) => key === wait.rhythm)?.task?.estimate
  }
  const { work } = state ?? {}
  const own = work && 'estimate' in work ? work.estimate : undefined
  return own ?? state?.estimate
}
