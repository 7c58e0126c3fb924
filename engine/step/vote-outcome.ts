/** When an approval ends: as soon as its outcome can no longer change. A silence is never a yes. */
import type { ApprovalWork, Quorum } from '../definition/work.ts'
import type { Seat } from './record.ts'

export interface Votes {
  readonly approved: number
  readonly rejected: number
  readonly seats: number
}

export function countVotes(seats: readonly Seat[]): Votes {
  return {
    approved: seats.filter(({ vote }) => vote?.approved === true).length,
    rejected: seats.filter(({ vote }) => vote?.approved === false).length,
    seats: seats.length,
  }
}

/** How many approvals a quorum needs of so many seats. */
export function votesNeeded(quorum: Quorum, seats: number): number {
  switch (quorum.kind) {
    case 'all':
      return seats
    case 'any':
      return Math.min(1, seats)
    case 'majority':
      return Math.floor(seats / 2) + 1
    case 'count':
      return quorum.count
    case 'share':
      return Math.ceil((seats * quorum.percent) / 100)
  }
}

/** `approved` or `rejected`, or undefined while either is still possible. A rejection by a role with a veto ends it. */
export function voteOutcome(work: ApprovalWork, seats: readonly Seat[]): 'approved' | 'rejected' | undefined {
  const vetoed = seats.some(
    ({ role, vote }) => vote?.approved === false && role !== undefined && work.veto.includes(role),
  )
  if (vetoed) return 'rejected'
  const { approved, rejected } = countVotes(seats)
  const needed = votesNeeded(work.quorum, seats.length)
  const vetoOpen = seats.some(({ role, vote }) => vote === undefined && role !== undefined && work.veto.includes(role))
  if (approved >= needed && !vetoOpen) return 'approved'
  return seats.length - rejected < needed ? 'rejected' : undefined
}
