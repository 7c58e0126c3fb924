/**
 * Works off what is due: timers first, then effects, until nothing is left. Each is claimed by lease, so that a command
 * and a worker share one file; an effect is performed at least once, and its answer and its end are written together.
 */
import type { JsonObject } from '../expression/type.ts'
import { escalationOf } from '../people/escalation-of.ts'
import type { ActionCatalog } from '../plugin/action-catalog.ts'
import { sentenceOf } from '../problem/fill-blanks.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { Effect } from '../step/effect.ts'
import type { Actor } from '../step/instance-event.ts'
import type { Worked } from './host.ts'
import type { HostWorld } from './host-world.ts'
import type { Ledger, PendingWork } from './ledger.ts'
import { performAction } from './perform-action.ts'
import type { RunningProcesses } from './running-processes.ts'
import type { StepWriter } from './step-writer.ts'
import type { WriterQueue } from './writer-queue.ts'

/** How long a claim holds others off (ms). */
const LEASE = 60_000
const CLAIMED_AT_ONCE = 64
/** Tries of an effect that reaches another instance, before it becomes an incident. */
const ATTEMPTS = 5
const FIRST_RETRY = 1000

interface Parts {
  readonly ledger: Ledger
  readonly queue: WriterQueue
  readonly writer: StepWriter
  readonly processes: RunningProcesses
  readonly actions: ActionCatalog
  readonly world: HostWorld
}

export class EffectWorker {
  readonly #parts: Parts
  readonly #name: string
  #stopped = false
  /** Actions under way in this process, by effect. */
  readonly #underway = new Map<string, AbortController>()

  constructor(parts: Parts) {
    this.#parts = parts
    this.#name = Buffer.from(parts.world.random(8)).toString('hex')
  }

  /** Breaks off what is under way; nothing is lost, since a lease that ends is claimed again. */
  stop(): void {
    this.#stopped = true
    for (const controller of this.#underway.values()) controller.abort()
  }

  /** The state that asked for an action was left: whoever performs it here hears of it. */
  cancelled(effect: string): void {
    this.#underway.get(effect)?.abort()
  }

  async runDue(): Promise<Worked> {
    const worked = { timers: 0, effects: 0, incidents: 0 }
    for (;;) {
      const timers = await this.#fireTimers()
      const effects = await this.#performEffects()
      worked.timers += timers.fired
      worked.incidents += timers.incidents + effects.incidents
      worked.effects += effects.done
      if (timers.fired + effects.done + effects.incidents === 0) return worked
    }
  }

  #lease() {
    return { by: this.#name, until: this.#parts.world.now() + LEASE }
  }

  async #fireTimers(): Promise<{ readonly fired: number; readonly incidents: number }> {
    const { ledger, queue, world } = this.#parts
    const due = await queue.submit(() => ledger.claimInstances(world.now(), this.#lease(), CLAIMED_AT_ONCE))
    let fired = 0
    let incidents = 0
    for (const { id, row } of due) {
      const outcome = await queue.submit(() => this.#fireNext(id))
      if (outcome === 'fired') fired += 1
      if (outcome === 'incident') incidents += 1
      await queue.submit(() => ledger.releaseInstance(row, this.#name))
    }
    return { fired, incidents }
  }

  /** Fires the timer of an instance that was due first. */
  #fireNext(id: string): 'fired' | 'incident' | 'nothing' {
    const { ledger, processes, writer, world } = this.#parts
    const record = ledger.instance(id)?.record
    const now = world.now()
    const timer = record?.timers.find(({ dueAt }) => dueAt <= now)
    const definition = record && processes.pinned(record)?.machine.definition
    if (!record || !timer || !definition) return 'nothing'
    const escalation = escalationOf(ledger.directory(), definition, record, timer)
    const moved = writer.advance(id, {
      kind: 'timer',
      timer: timer.id,
      at: now,
      actor: ENGINE,
      ...(escalation ? { escalation } : {}),
    })
    if (!moved.ok) return 'nothing'
    return moved.value.record.incidents.length > record.incidents.length ? 'incident' : 'fired'
  }

  async #performEffects(): Promise<{ readonly done: number; readonly incidents: number }> {
    const { ledger, queue, world } = this.#parts
    const claimed = await queue.submit(() => ledger.claimEffects(world.now(), this.#lease(), CLAIMED_AT_ONCE))
    let done = 0
    let incidents = 0
    for (const work of claimed) {
      const outcome = await this.#perform(work)
      if (outcome === 'incident') incidents += 1
      else if (outcome === 'done') done += 1
    }
    return { done, incidents }
  }

  async #perform(work: PendingWork): Promise<'done' | 'later' | 'incident'> {
    const { effect } = work
    if (effect.kind === 'perform') return this.#performAction(work, effect.action, effect.input)
    const { ledger, queue, world } = this.#parts
    return queue.submit(() => {
      const answer = this.#reach(effect, work.instance)
      if (!answer.ok && answer.problems.some(({ code }) => code === 'step/suspended')) {
        // Nothing is wrong with it: it waits for the other side's return.
        ledger.retryEffect(effect.id, world.now() + LEASE, work.attempts, said(answer.problems))
        return 'later'
      }
      if (answer.ok || isSettled(effect, answer.problems)) {
        ledger.finishEffect(effect.id)
        return 'done'
      }
      if (work.attempts + 1 < ATTEMPTS) {
        const next = world.now() + FIRST_RETRY * 4 ** work.attempts
        ledger.retryEffect(effect.id, next, work.attempts + 1, said(answer.problems))
        return 'later'
      }
      return this.#giveUp(work, answer.problems)
    })
  }

  /** A child that cannot be started has failed, which its parent hears; all else waits as an incident. */
  #giveUp({ effect, instance }: PendingWork, problems: readonly Problem[]): 'done' | 'incident' {
    const { ledger, writer, world } = this.#parts
    const at = world.now()
    const message = said(problems)
    if (effect.kind === 'start-child') {
      const { wait, item } = effect
      writer.advance(instance, { kind: 'child-end', wait, item, at, actor: ENGINE, comment: message })
      ledger.finishEffect(effect.id)
      return 'done'
    }
    const error = { code: problems[0]?.code ?? '', message }
    writer.advance(instance, { kind: 'effect-failed', effect: effect.id, error, at, actor: ENGINE })
    ledger.failEffect(effect.id, { id: effect.id, state: '', at, ...error })
    return 'incident'
  }

  /** An effect that reaches another instance, in the transaction that also ends it. */
  #reach(effect: Effect, from: string): Answer<unknown> {
    const { writer, world } = this.#parts
    const actor: Actor = { id: from, roles: [], via: 'process', proved: true }
    const happened = { at: world.now(), actor }
    switch (effect.kind) {
      case 'start-child': {
        if (this.#parts.ledger.instance(effect.instance)) return DONE
        const { instance, wait, item, process, input } = effect
        return writer.start({ process, id: instance, input }, actor, { instance: from, wait, item })
      }
      case 'start':
        // An instance found by the key ignores what it would have been given.
        if (effect.key !== undefined && this.#parts.ledger.live(effect.process, effect.key)) return DONE
        return writer.start({ process: effect.process, input: effect.input }, actor)
      case 'cancel-child':
        return writer.advance(effect.instance, { kind: 'control', operation: 'cancel', ...happened })
      case 'tell-parent': {
        const { instance, wait, item, output } = effect
        return writer.advance(instance, { kind: 'child-end', wait, item, ...happened, ...(output ? { output } : {}) })
      }
      case 'send':
        return writer.advance(effect.to, { kind: 'sent', event: effect.event, data: effect.data, from, ...happened })
      default:
        return DONE
    }
  }

  async #performAction(work: PendingWork, name: string, input: JsonObject): Promise<'done' | 'later' | 'incident'> {
    const { actions, ledger, queue, writer, world } = this.#parts
    const { effect, instance, attempts } = work
    const action = actions.get(name)
    const controller = new AbortController()
    this.#underway.set(effect.id, controller)
    const { signal } = controller
    const outcome = await performAction(action, name, { input, key: effect.id, instance, signal, log: () => {} })
    this.#underway.delete(effect.id)
    if (this.#stopped) return 'later'
    return queue.submit(() => {
      if (!outcome.ok && outcome.retry && action && !signal.aborted && attempts + 1 < action.retry.attempts) {
        const { first, factor, longest } = action.retry
        ledger.retryEffect(
          effect.id,
          world.now() + Math.min(first * factor ** attempts, longest),
          attempts + 1,
          outcome.error.message,
        )
        return 'later'
      }
      const answer = outcome.ok
        ? { ok: true as const, result: outcome.result }
        : { ok: false as const, error: outcome.error }
      const moved = writer.advance(instance, {
        kind: 'action-end',
        wait: effect.id,
        outcome: answer,
        at: world.now(),
        actor: ENGINE,
      })
      if (!moved.ok && moved.problems.some(({ code }) => code === 'step/suspended')) {
        ledger.retryEffect(effect.id, world.now() + LEASE, attempts, '')
        return 'later'
      }
      ledger.finishEffect(effect.id)
      const failed = moved.ok && moved.value.record.incidents.some(({ id }) => id === effect.id)
      return failed ? 'incident' : 'done'
    })
  }
}

const DONE: Answer<undefined> = { ok: true, value: undefined }

const ENGINE: Actor = { id: 'picket', roles: [], via: 'engine', proved: true }

/** A refusal that leaves nothing to do: the other side is gone, or was told before. */
function isSettled(effect: Effect, problems: readonly Problem[]): boolean {
  const codes = problems.map(({ code }) => code)
  if (codes.includes('step/wait-gone')) return true
  if (effect.kind === 'cancel-child') return codes.includes('step/ended') || codes.includes('host/unknown-instance')
  if (effect.kind === 'tell-parent') return codes.includes('step/ended')
  return effect.kind === 'send' && effect.missing === 'ignore'
}

function said(problems: readonly Problem[]): string {
  return problems.map((found) => sentenceOf(found, 'en')).join(' ')
}
