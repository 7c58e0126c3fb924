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
import { isLive, type Player, type World } from './world.ts'

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
  readonly dueAt?: number | undefined
}

export class Agenda {
  readonly #chance: Chance
  /** By instance; the one that moved last stands last. */
  readonly #prospects = new Map<string, readonly Prospect[]>()
  #count = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** What may happen to an instance after a step of it: what is gone is dropped, what is new gets its time. */
  renew(world: World, player: Player, entered: readonly string[]): void {
    const before = this.#prospects.get(player.id) ?? []
    this.#prospects.delete(player.id)
    if (!isLive(player)) return
    const known = (key: string) =>
      before.find((each) => each.key === key && !(each.job.kind === 'event' && entered.includes(each.state)))
    const found = prospectsOf(player).map((each) => known(each.key) ?? this.#make(world, player, each))
    if (found.length > 0) this.#prospects.set(player.id, found)
  }

  /** The next to try: those refused before only once something has moved since. */
  next({ now, steps }: World): Prospect | undefined {
    let best: Prospect | undefined
    for (const prospects of this.#prospects.values()) {
      for (const prospect of prospects) {
        if (prospect.refused && prospect.refused.steps >= steps) continue
        if (!best || comesBefore(prospect, best, now)) best = prospect
      }
    }
    return best
  }

  /** What was refused when it was tried last. */
  get refused(): readonly Prospect[] {
    return [...this.#prospects.values()].flat().filter(({ refused }) => refused !== undefined)
  }

  #make(world: World, player: Player, { key, state, job, estimate, dueAt }: Found): Prospect {
    this.#count += 1
    const at = this.#momentOf(world, player, { state, job }, estimate, dueAt)
    return { key, state, job, instance: player.id, at, order: this.#count }
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
  const found: Found[] = []
  for (const wait of record.waits) addWork(found, definition, wait)
  if (record.status !== 'running') return found
  for (const path of movesOf(process).at(process.machine, record).active) {
    const state = definition.states.get(path)
    if (state?.kind !== 'wait' || sendablesOf(definition, path).length === 0) continue
    found.push({ key: `event ${path}`, state: path, job: { kind: 'event' }, estimate: state.estimate })
  }
  return found
}

function addWork(found: Found[], definition: Definition, wait: Wait): void {
  if (wait.kind === 'children') return
  const { id, state } = wait
  const estimate = estimateOf(definition.states.get(state), wait)
  if (wait.kind === 'action') {
    found.push({ key: id, state, job: { kind: 'action', wait: id }, estimate })
    return
  }
  const { dueAt } = wait
  if (wait.kind === 'task') {
    found.push({ key: id, state, job: { kind: 'task', wait: id }, estimate, dueAt })
    return
  }
  for (const { task, vote } of wait.seats) {
    if (vote === undefined) found.push({ key: task, state, job: { kind: 'vote', wait: id, task }, estimate, dueAt })
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
