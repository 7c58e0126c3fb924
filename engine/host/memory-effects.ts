/** Pending effects in memory, and when they may be claimed: by the store's own rules. */
import type { Incident } from '../step/record.ts'
import { longestPause } from '../store/claim-due-effects.ts'
import { endsTooFar } from '../store/claim-due-instances.ts'
import type { EffectKind, Lease, PendingWork } from './ledger.ts'

export interface MemoryEffect extends PendingWork {
  readonly row: number
  readonly incident: Incident | undefined
  readonly lease: Lease | undefined
}

/** What is claimed, as the ledger was asked. */
export interface ClaimRequest {
  readonly now: number
  readonly lease: Lease
  readonly limit: number
  readonly of: EffectKind | undefined
}

/** Whether nobody holds it, or only by a lease that has run out, or of a clock that was ahead. */
export function isFree(held: Lease | undefined, now: number, lease: Lease): boolean {
  return held === undefined || held.until <= now || held.until > endsTooFar(now, lease)
}

/** The effects that may be claimed, those due first first. */
export function dueEffects(
  effects: readonly MemoryEffect[],
  { now, lease, limit, of }: ClaimRequest,
  isSuspended: (instance: string) => boolean,
): readonly MemoryEffect[] {
  const isOf = ({ effect, instance }: MemoryEffect) =>
    of === undefined ||
    (of === 'action' ? effect.kind === 'perform' && !isSuspended(instance) : effect.kind !== 'perform')
  return effects
    .filter(({ incident, dueAt }) => !incident && (dueAt <= now || dueAt > now + longestPause))
    .filter((effect) => isFree(effect.lease, now, lease) && isOf(effect))
    .sort((a, b) => a.dueAt - b.dueAt || a.row - b.row)
    .slice(0, limit)
}

/** When each of them may be claimed next; an action of a suspended instance waits for its return. */
export function moments(effects: readonly MemoryEffect[], isSuspended: (instance: string) => boolean): number[] {
  return effects
    .filter(({ incident, effect, instance }) => !incident && (effect.kind !== 'perform' || !isSuspended(instance)))
    .map(({ dueAt, lease }) => Math.max(dueAt, lease?.until ?? dueAt))
}
