/**
 * Works off what is due until nothing is left: a timer, then what it asked of other instances, then the next; actions
 * of plugins run beside. Everything is claimed by lease, so that commands and a worker share one file.
 */
import { ActionRunner } from './action-runner.ts'
import { fireTimers } from './fire-timers.ts'
import type { Worked } from './host.ts'
import { setAlarm } from './host-world.ts'
import { reachInstances } from './reach-instances.ts'
import type { Outcome, WorkParts } from './work-parts.ts'

/** While actions are under way, it looks so often (ms) for what has come due meanwhile. */
const LOOK_AGAIN = 500

export class EffectWorker {
  readonly #parts: WorkParts
  readonly #actions: ActionRunner
  /** Calls of `runDue` that have not ended. */
  readonly #running = new Set<Promise<Worked>>()
  #stopped = false

  constructor(parts: Omit<WorkParts, 'name'>) {
    const name = Buffer.from(parts.world.random(8)).toString('hex')
    this.#parts = { ...parts, name }
    this.#actions = new ActionRunner(this.#parts)
  }

  /** Breaks off what is under way; settles when nothing of it is written any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#actions.stop()
    await Promise.allSettled(this.#running)
  }

  /** The state that asked for an action was left. */
  cancelled(effect: string): void {
    this.#actions.leave(effect)
  }

  /** Works off what is due, and waits for the actions it began; timers and messages do not wait for them. */
  runDue(): Promise<Worked> {
    const running = this.#run()
    this.#running.add(running)
    return running.finally(() => this.#running.delete(running))
  }

  async #run(): Promise<Worked> {
    const round = new Round()
    while (!this.#stopped) {
      round.moved = false
      await this.#workOff(round)
      round.judge()
      if (round.moved) continue
      if (round.underway.size === 0) break
      await this.#await(round)
      round.judge()
    }
    return round.worked
  }

  async #workOff(round: Round): Promise<void> {
    const { queue, world } = this.#parts
    const { fired, incidents } = await queue.submit(() => fireTimers(this.#parts))
    if (fired + incidents > 0) world.passed?.('timer/after')
    round.add(fired, 0, incidents)
    if (this.#stopped) return
    for (const outcome of await reachInstances(this.#parts)) round.count(outcome)
    if (this.#stopped) return
    for (const action of await this.#actions.begin()) round.follow(action)
  }

  /** Until an action has ended, or it is time to look again. */
  async #await({ underway }: Round): Promise<void> {
    let callOff = () => {}
    const rung = new Promise<void>((ring) => {
      callOff = setAlarm(this.#parts.world, LOOK_AGAIN, ring)
    })
    await Promise.race([...underway, rung])
    callOff()
  }
}

/** What one call has worked off so far, and the actions it began. */
class Round {
  worked: Worked = { timers: 0, effects: 0, incidents: 0 }
  /** Whether anything was done since the last look. */
  moved = false
  readonly underway = new Set<Promise<void>>()
  #fault: { readonly thrown: unknown } | undefined

  add(timers: number, effects: number, incidents: number): void {
    const { worked } = this
    this.worked = {
      timers: worked.timers + timers,
      effects: worked.effects + effects,
      incidents: worked.incidents + incidents,
    }
    if (timers + effects + incidents > 0) this.moved = true
  }

  count(outcome: Outcome): void {
    this.add(0, outcome === 'done' ? 1 : 0, outcome === 'incident' ? 1 : 0)
  }

  /** A fault of storage is thrown where the caller waits, not where nobody listens. */
  follow(action: Promise<Outcome>): void {
    const followed: Promise<void> = action
      .then(
        (outcome) => this.count(outcome),
        (thrown: unknown) => {
          this.#fault ??= { thrown }
        },
      )
      .finally(() => this.underway.delete(followed))
    this.underway.add(followed)
  }

  judge(): void {
    if (this.#fault) throw this.#fault.thrown
  }
}
