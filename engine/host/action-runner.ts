/**
 * Performs the actions of plugins, some beside one another, so that a slow one holds nobody up. Each has a time limit,
 * and its claim is renewed while it is under way, so that nobody else performs it meanwhile. An action whose host was
 * killed is performed again once its claim has ended; its answer is counted once, with the step it makes.
 */
import type { JsonObject } from '../expression/type.ts'
import type { Action } from '../plugin/action.ts'
import { longestPause } from '../store/claim-due-effects.ts'
import { setAlarm } from './host-world.ts'
import type { PendingWork } from './ledger.ts'
import { type ActionOutcome, performAction, TooSlow } from './perform-action.ts'
import { ENGINE, failedBy, hasCode, keepFailed, LEASE, leaseFrom, type Outcome, type WorkParts } from './work-parts.ts'

/** So many actions of one host are under way at a time. */
const AT_ONCE = 8

export class ActionRunner {
  readonly #parts: WorkParts
  /** Actions claimed here and not ended yet, by effect. */
  readonly #underway = new Map<string, AbortController>()
  #stopped = false
  /** Calls the next renewal off; set while anything is under way. */
  #callOff: (() => void) | undefined

  constructor(parts: WorkParts) {
    this.#parts = parts
  }

  /** Breaks off what is under way; nothing is lost, since a claim that ends is claimed again. */
  stop(): void {
    this.#stopped = true
    for (const controller of this.#underway.values()) controller.abort()
    this.#restRenewal()
  }

  /** The state that asked for an action was left: whoever performs it here hears of it. */
  leave(effect: string): void {
    this.#underway.get(effect)?.abort()
  }

  /** Begins what is due, as far as there is room; gives what will come of each. */
  async begin(): Promise<readonly Promise<Outcome>[]> {
    const claimed = await this.#claim()
    if (claimed.length > 0) this.#parts.world.passed?.('action/claimed')
    return claimed.map((work) => this.#perform(work))
  }

  /** Claimed actions count as under way from inside the transaction on, so that one whose state is left hears of it. */
  async #claim(): Promise<readonly PendingWork[]> {
    const { ledger, queue, world } = this.#parts
    let claimed: readonly PendingWork[] = []
    const forget = () => {
      for (const { effect } of claimed) this.#underway.delete(effect.id)
    }
    try {
      return await queue.submit(() => {
        forget()
        const room = this.#stopped ? 0 : AT_ONCE - this.#underway.size
        claimed = room > 0 ? ledger.claimEffects(world.now(), leaseFrom(this.#parts), room, 'action') : []
        for (const { effect } of claimed) this.#underway.set(effect.id, new AbortController())
        return claimed
      })
    } catch (thrown) {
      forget()
      throw thrown
    }
  }

  async #perform(work: PendingWork): Promise<Outcome> {
    const { effect } = work
    const controller = this.#underway.get(effect.id)
    if (!controller || effect.kind !== 'perform') return 'later'
    const action = this.#parts.actions.get(effect.action)
    this.#callOff ??= this.#renewLater()
    try {
      const outcome = await this.#askPlugin(work, action, effect.action, effect.input, controller)
      this.#parts.world.passed?.('action/performed')
      if (this.#stopped) return 'later'
      const end = await this.#parts.queue.submit(() => this.#end(work, action, outcome))
      this.#parts.world.passed?.('action/after')
      return end
    } finally {
      this.#underway.delete(effect.id)
      if (this.#underway.size === 0) this.#restRenewal()
    }
  }

  async #askPlugin(
    { effect, instance }: PendingWork,
    action: Action | undefined,
    name: string,
    input: JsonObject,
    controller: AbortController,
  ): Promise<ActionOutcome> {
    const { world } = this.#parts
    const limit = action?.timeLimit ?? 0
    const callOff = action ? setAlarm(world, limit, () => controller.abort(new TooSlow(limit))) : () => {}
    world.passed?.('action/before')
    const { signal } = controller
    const outcome = await performAction(action, name, { input, key: effect.id, instance, signal, log: () => {} })
    callOff()
    return outcome
  }

  /** Writes what came of an action: another try, the step it makes, or an incident. */
  #end(work: PendingWork, action: Action | undefined, outcome: ActionOutcome): Outcome {
    const { ledger, writer, world } = this.#parts
    const { effect, instance, attempts } = work
    const at = world.now()
    if (outcome.kind === 'abandoned') return this.#putOff(work, at, attempts, '')
    if (outcome.kind === 'failed' && outcome.retry && action && attempts + 1 < action.retry.attempts) {
      const { first, factor, longest } = action.retry
      const pause = Math.min(first * factor ** attempts, longest, longestPause)
      return this.#putOff(work, at + pause, attempts + 1, outcome.error.message)
    }
    const answer =
      outcome.kind === 'answered'
        ? { ok: true as const, result: outcome.result }
        : { ok: false as const, error: outcome.error }
    const moved = writer.advance(instance, { kind: 'action-end', wait: effect.id, outcome: answer, at, actor: ENGINE })
    if (moved.ok || hasCode(moved.problems, 'step/wait-gone', 'step/ended')) {
      ledger.finishEffect(effect.id)
      world.passed?.('action/ended')
      return moved.ok && moved.value.record.incidents.some(({ id }) => id === effect.id) ? 'incident' : 'done'
    }
    if (hasCode(moved.problems, 'step/suspended')) return this.#putOff(work, at, attempts, '')
    return keepFailed(this.#parts, work, failedBy(moved.problems))
  }

  /** Another try; not where another has claimed it meanwhile, whose try counts, or where it is not wanted any more. */
  #putOff({ effect }: PendingWork, at: number, attempts: number, error: string): Outcome {
    const { ledger } = this.#parts
    if (ledger.renewEffect(effect.id, leaseFrom(this.#parts))) ledger.retryEffect(effect.id, at, attempts, error)
    return 'later'
  }

  /** Three times in the length of a claim, as long as anything is under way. */
  #renewLater(): () => void {
    return setAlarm(this.#parts.world, LEASE / 3, () => {
      this.#callOff = this.#renewLater()
      // Where the store cannot be written now, the claim may end: another performs it then, and it is counted once.
      this.#renew().catch(() => undefined)
    })
  }

  #restRenewal(): void {
    this.#callOff?.()
    this.#callOff = undefined
  }

  async #renew(): Promise<void> {
    const { ledger, queue } = this.#parts
    const lost = await queue.submit(() =>
      [...this.#underway.keys()].filter((effect) => !ledger.renewEffect(effect, leaseFrom(this.#parts))),
    )
    // Another process left the state, or performs the action now.
    for (const effect of lost) this.leave(effect)
  }
}
