/** Effects that reach another instance: a start, a child, a message. Each is one more step, written with its own end. */
import type { Answer, Problem } from '../problem/problem.ts'
import type { Effect } from '../step/effect.ts'
import type { Actor } from '../step/instance-event.ts'
import type { PendingWork } from './ledger.ts'
import { ENGINE, failedBy, hasCode, keepFailed, LEASE, leaseFrom, type Outcome, type WorkParts } from './work-parts.ts'

const CLAIMED_AT_ONCE = 64
/** Tries of an effect that reaches another instance, before it becomes an incident. */
const ATTEMPTS = 5
const FIRST_RETRY = 1000

/** Delivers what is due; gives what came of each. */
export async function reachInstances(parts: WorkParts): Promise<readonly Outcome[]> {
  const { ledger, queue, world } = parts
  const claimed = await queue.submit(() =>
    ledger.claimEffects(world.now(), leaseFrom(parts), CLAIMED_AT_ONCE, 'message'),
  )
  if (claimed.length === 0) return []
  world.passed?.('message/claimed')
  // Asked for in one turn, they share a transaction; one that throws is undone and told alone.
  const outcomes = await Promise.all(claimed.map((work) => queue.submit(() => deliver(parts, work))))
  world.passed?.('message/after')
  return outcomes
}

function deliver(parts: WorkParts, work: PendingWork): Outcome {
  const { ledger, world } = parts
  const { effect, attempts } = work
  const answer = reach(parts, effect, work.instance)
  if (answer.ok || isSettled(effect, answer.problems)) {
    ledger.finishEffect(effect.id)
    world.passed?.('message/reached')
    return 'done'
  }
  const error = failedBy(answer.problems)
  if (hasCode(answer.problems, 'step/suspended')) {
    // Nothing is wrong with it: it waits for the other side's return.
    ledger.retryEffect(effect.id, world.now() + LEASE, attempts, error.message)
    return 'later'
  }
  if (attempts + 1 < ATTEMPTS) {
    ledger.retryEffect(effect.id, world.now() + FIRST_RETRY * 4 ** attempts, attempts + 1, error.message)
    return 'later'
  }
  if (effect.kind !== 'start-child') return keepFailed(parts, work, error)
  // A child that cannot be started has failed, which its parent hears.
  const { wait, item } = effect
  const failed = { kind: 'child-end', wait, item, at: world.now(), actor: ENGINE, comment: error.message } as const
  parts.writer.advance(work.instance, failed)
  ledger.finishEffect(effect.id)
  return 'done'
}

/** The step of the other instance. */
function reach({ ledger, writer, world }: WorkParts, effect: Effect, from: string): Answer<unknown> {
  const actor: Actor = { id: from, roles: [], via: 'process', proved: true }
  const happened = { at: world.now(), actor }
  switch (effect.kind) {
    case 'start-child': {
      if (ledger.instance(effect.instance)) return DONE
      const { instance, wait, item, process, input } = effect
      return writer.start({ process, id: instance, input }, actor, { instance: from, wait, item })
    }
    case 'start':
      // An instance found by the key ignores what it would have been given.
      if (effect.key !== undefined && ledger.live(effect.process, effect.key)) return DONE
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

const DONE: Answer<undefined> = { ok: true, value: undefined }

/** A refusal that leaves nothing to do: the other side is gone, or was told before. */
function isSettled(effect: Effect, problems: readonly Problem[]): boolean {
  if (hasCode(problems, 'step/wait-gone')) return true
  if (effect.kind === 'cancel-child') return hasCode(problems, 'step/ended', 'host/unknown-instance')
  if (effect.kind === 'tell-parent') return hasCode(problems, 'step/ended')
  return effect.kind === 'send' && effect.missing === 'ignore'
}
