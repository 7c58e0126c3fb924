/**
 * The moments of commit and effect work between which a program may be killed, each with a name. A world may ask to be
 * told of each that is passed: that is how tests end a program at exactly this point. Nothing else hangs on them.
 */
import type { HostWorld } from './host-world.ts'
import type { Ledger } from './ledger.ts'

export const crashPoints = [
  // A transaction: of a step or of any other write, each of them with the others of its group.
  'commit/before',
  'commit/begun',
  'commit/written',
  'commit/done',
  // A step, after each of the tables it writes.
  'step/instance',
  'step/journal',
  'step/tasks',
  'step/pending',
  // A timer, inside the transaction of its step, and after it.
  'timer/claimed',
  'timer/fired',
  'timer/after',
  // An effect that reaches another instance.
  'message/claimed',
  'message/reached',
  'message/after',
  // An action: its end is written together with the step it makes.
  'action/claimed',
  'action/before',
  'action/performed',
  'action/ended',
  'action/after',
  // Operations of the store, before their commit.
  'task/changed',
  'evidence/attached',
] as const

export type CrashPoint = (typeof crashPoints)[number]

/** Transactions of a ledger that tell the world how far they came. */
export function watchedTransaction(ledger: Ledger, world: HostWorld): Ledger['transaction'] {
  return (work) => {
    world.passed?.('commit/before')
    const answer = ledger.transaction(() => {
      world.passed?.('commit/begun')
      const made = work()
      world.passed?.('commit/written')
      return made
    })
    world.passed?.('commit/done')
    return answer
  }
}
