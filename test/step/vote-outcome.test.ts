import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApprovalWork, Quorum } from '../../engine/definition/work.ts'
import type { Seat } from '../../engine/step/record.ts'
import { countVotes, voteOutcome, votesNeeded } from '../../engine/step/vote-outcome.ts'

const all: Quorum = { kind: 'all' }
const any: Quorum = { kind: 'any' }
const majority: Quorum = { kind: 'majority' }
const twoOfThree: Quorum = { kind: 'count', count: 2 }
const most: Quorum = { kind: 'share', percent: 80 }

function work(quorum: Quorum, veto: readonly string[] = []): ApprovalWork {
  return {
    kind: 'approval',
    title: { text: { en: 'Decide' }, arguments: {} },
    seats: [],
    quorum,
    veto,
    notBy: [],
    requires: [],
    odds: {},
    place: { file: 'a.yaml', line: 1, column: 1 },
  }
}

/** Seats as letters: `y` approved, `n` rejected, `-` silent; capitals (`Y N _`) sit for the role `chief`. */
function seats(votes: string): Seat[] {
  return [...votes].map((letter, index): Seat => {
    const role = letter === '_' || (letter !== '-' && letter === letter.toUpperCase()) ? 'chief' : 'member'
    const open = { task: `a/1/0.${index}`, role }
    if (letter === '-' || letter === '_') return open
    return { ...open, vote: { by: `person-${index}`, approved: letter.toLowerCase() === 'y', at: 0 } }
  })
}

describe('an approval', () => {
  test.each([
    ['all', all, 'yy-', undefined],
    ['all', all, 'yyy', 'approved'],
    ['all', all, 'y-n', 'rejected'],
    ['any', any, '---', undefined],
    ['any', any, 'nn-', undefined],
    ['any', any, '-y-', 'approved'],
    ['any', any, 'nnn', 'rejected'],
    ['majority', majority, 'yy--', undefined],
    ['majority', majority, 'yyy-', 'approved'],
    ['majority', majority, 'yynn', 'rejected'],
    ['majority', majority, 'nn--', 'rejected'],
    ['majority', majority, 'yy-', 'approved'],
    ['2 of 3', twoOfThree, 'y--', undefined],
    ['2 of 3', twoOfThree, 'yn-', undefined],
    ['2 of 3', twoOfThree, 'yny', 'approved'],
    ['2 of 3', twoOfThree, 'nn-', 'rejected'],
    ['80%', most, 'yyy--', undefined],
    ['80%', most, 'yyyy-', 'approved'],
    ['80%', most, 'n----', undefined],
    ['80%', most, 'yyynn', 'rejected'],
    ['80%', most, 'yyy-', undefined],
    ['80%', most, 'yyyn', 'rejected'],
  ] as const)('by %s with %o and votes %s gives %s', (_name, quorum, votes, outcome) => {
    expect(voteOutcome(work(quorum), seats(votes))).toBe(outcome)
  })

  test.each([
    ['a veto ends it against any number of votes', any, 'yyN', 'rejected'],
    ['a veto ends it while others are silent', majority, 'N----', 'rejected'],
    ['a quorum waits for a veto that may still come', any, 'yy_', undefined],
    ['a quorum with the one who might veto is enough', any, '--Y', 'approved'],
    ['a rejection without a veto is one vote', majority, 'ynY', 'approved'],
    ['the quorum is still asked of a holder of the veto', all, '-Y', undefined],
    ['what can no longer be reached waits for nobody', all, 'n_', 'rejected'],
  ] as const)('%s', (_name, quorum, votes, outcome) => {
    expect(voteOutcome(work(quorum, ['chief']), seats(votes))).toBe(outcome)
  })

  test('a silence is neither a yes nor a no', () => {
    expect(countVotes(seats('yn--Y_'))).toEqual({ approved: 2, rejected: 1, seats: 6 })
  })

  test.each([
    ['all', all, [1, 2, 3, 4, 5]],
    ['any', any, [1, 1, 1, 1, 1]],
    ['majority', majority, [1, 2, 2, 3, 3]],
    ['2 of 3', twoOfThree, [2, 2, 2, 2, 2]],
    ['80%', most, [1, 2, 3, 4, 4]],
  ] as const)('by %s needs of one to five seats', (_name, quorum, needed) => {
    expect([1, 2, 3, 4, 5].map((count) => votesNeeded(quorum, count))).toEqual(needed)
  })
})

describe('an outcome', () => {
  const anyVotes = fc.array(fc.constantFrom('y', 'n', '-', 'Y', 'N', '_'), { minLength: 1, maxLength: 7 })
  const anyQuorum = fc.oneof(
    fc.constantFrom(all, any, majority),
    fc.integer({ min: 1, max: 7 }).map((count): Quorum => ({ kind: 'count', count })),
    fc.integer({ min: 1, max: 100 }).map((percent): Quorum => ({ kind: 'share', percent })),
  )
  const anyVeto = fc.constantFrom<readonly string[]>([], ['chief'])

  /** Every way the silent seats could still vote. */
  function endings(votes: readonly string[]): string[] {
    return votes.reduce<string[]>(
      (so, letter) => {
        const next = letter === '-' ? ['y', 'n'] : letter === '_' ? ['Y', 'N'] : [letter]
        return so.flatMap((start) => next.map((vote) => start + vote))
      },
      [''],
    )
  }

  test('is there exactly when the silent votes cannot change it any more', () => {
    fc.assert(
      fc.property(anyVotes, anyQuorum, anyVeto, (votes, quorum, veto) => {
        const judged = work(quorum, veto)
        const reachable = new Set(endings(votes).map((full) => voteOutcome(judged, seats(full))))
        expect(reachable.has(undefined)).toBe(false)
        const now = voteOutcome(judged, seats(votes.join('')))
        expect(now).toBe(reachable.size === 1 ? [...reachable][0] : undefined)
      }),
    )
  })
})
