/** What those who work off due work share: the parts of their host, who acts, and how long a claim holds. */
import type { ActionCatalog } from '../plugin/action-catalog.ts'
import { sentenceOf } from '../problem/fill-blanks.ts'
import type { Problem } from '../problem/problem.ts'
import type { Actor } from '../step/instance-event.ts'
import type { HostWorld } from './host-world.ts'
import type { Lease, Ledger, PendingWork } from './ledger.ts'
import type { RunningProcesses } from './running-processes.ts'
import type { StepWriter } from './step-writer.ts'
import type { WriterQueue } from './writer-queue.ts'

/** How long a claim holds others off (ms). */
export const LEASE = 60_000

export interface WorkParts {
  /** Who claims: another name for each host, also within one process. */
  readonly name: string
  readonly ledger: Ledger
  readonly queue: WriterQueue
  readonly writer: StepWriter
  readonly processes: RunningProcesses
  readonly actions: ActionCatalog
  readonly world: HostWorld
}

/** What became of a piece of work. `later`: it is put off, or another does it. */
export type Outcome = 'done' | 'later' | 'incident'

export const ENGINE: Actor = { id: 'picket', roles: [], via: 'engine', proved: true }

/** A claim from now on. */
export function leaseFrom({ name, world }: WorkParts): Lease {
  return { by: name, until: world.now() + LEASE }
}

/**
 * Keeps work that failed for good as an incident of its instance, until a retry. Runs inside a transaction. An instance
 * whose definition is lost to this program cannot say so: another program may know it, and tries again.
 */
export function keepFailed(parts: WorkParts, { effect, instance, attempts }: PendingWork, error: Failed): Outcome {
  const { ledger, writer, world } = parts
  const at = world.now()
  const moved = writer.advance(instance, { kind: 'effect-failed', effect: effect.id, error, at, actor: ENGINE })
  if (!moved.ok) {
    ledger.retryEffect(effect.id, at + LEASE, attempts, error.message)
    return 'later'
  }
  ledger.failEffect(effect.id, { id: effect.id, state: '', at, ...error })
  return 'incident'
}

/** How work failed, in the words of an incident. */
export interface Failed {
  readonly code: string
  readonly message: string
}

/** Problems in the words of an incident. */
export function failedBy(problems: readonly Problem[]): Failed {
  return { code: problems[0]?.code ?? '', message: problems.map((found) => sentenceOf(found, 'en')).join(' ') }
}

export function hasCode(problems: readonly Problem[], ...codes: readonly string[]): boolean {
  return problems.some(({ code }) => codes.includes(code))
}
