/** Fires timers that are due: the earliest of all instances first, each once, each a step of its own. */
import { escalationOf } from '../people/escalation-of.ts'
import { type EffectBody, isRow } from '../step/effect.ts'
import type { InstanceRecord, Timer } from '../step/record.ts'
import { ENGINE, failedBy, hasCode, leaseFrom, type WorkParts } from './work-parts.ts'

/** At most so many timers share a transaction. */
const TOGETHER = 64

export interface Fired {
  readonly fired: number
  readonly incidents: number
}

/**
 * Fires due timers, inside one transaction, until none is left or one has asked for something beyond its own instance:
 * that is to happen before a timer that was due later. An instance that can do nothing keeps its claim for a while, and
 * does not keep the others from theirs.
 */
export function fireTimers(parts: WorkParts): Fired {
  const { ledger, world } = parts
  let fired = 0
  let incidents = 0
  for (let turn = 0; turn < TOGETHER; turn += 1) {
    const [due] = ledger.claimInstances(world.now(), leaseFrom(parts), 1)
    if (!due) break
    world.passed?.('timer/claimed')
    const { outcome, reaches } = fireFirst(parts, due.id)
    if (outcome === 'fired') fired += 1
    if (outcome === 'incident') incidents += 1
    world.passed?.('timer/fired')
    if (reaches) break
  }
  return { fired, incidents }
}

/** Fires the timer of an instance that was due first. */
function fireFirst(
  { ledger, processes, writer, world }: WorkParts,
  id: string,
): { readonly outcome: 'fired' | 'incident' | 'nothing'; readonly reaches: boolean } {
  const record = ledger.instance(id)?.record
  const at = world.now()
  const timer = record && firstDue(record, at)
  const definition = record && processes.pinned(record)?.machine.definition
  if (!record || !timer || !definition) return NOTHING
  const escalation = escalationOf(ledger.directory(), definition, record, timer)
  const happened = { at, actor: ENGINE }
  const moved = writer.advance(id, {
    kind: 'timer',
    timer: timer.id,
    ...happened,
    ...(escalation ? { escalation } : {}),
  })
  if (moved.ok) {
    const more = moved.value.record.incidents.length > record.incidents.length
    const reaches = moved.value.entries.some(({ effects }) => effects.some((kind) => !isRow({ kind } as EffectBody)))
    return { outcome: more ? 'incident' : 'fired', reaches }
  }
  if (hasCode(moved.problems, 'step/suspended', 'step/ended')) return NOTHING
  // What no step can take stands on the record, with its reason; the timer waits for a retry.
  const error = failedBy(moved.problems)
  const kept = writer.advance(id, { kind: 'effect-failed', effect: timer.id, error, ...happened })
  return kept.ok ? { outcome: 'incident', reaches: false } : NOTHING
}

const NOTHING = { outcome: 'nothing', reaches: false } as const

/** A timer that failed waits for a retry, not for its time. */
function firstDue({ timers, incidents }: InstanceRecord, now: number): Timer | undefined {
  return timers.find(({ id, dueAt }) => dueAt <= now && !incidents.some((incident) => incident.id === id))
}
