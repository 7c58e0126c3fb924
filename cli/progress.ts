/** Says what takes long on one line of the terminal, which is wiped when the work is over. Never in JSON, never in a pipe. */
import type { Session } from './session.ts'

/** Work is told of once it has taken so long (ms) ... */
const patience = 1000
/** ... and then not more often than this. */
const pause = 250

export class Progress {
  readonly #session: Pick<Session, 'now' | 'overwrite'>
  readonly #since: number
  #toldAt = Number.NEGATIVE_INFINITY

  constructor(session: Pick<Session, 'now' | 'overwrite'>) {
    this.#session = session
    this.#since = session.now()
  }

  /** What is being done now. `isLong`: it is known to take more than a moment, and nothing can be told while it lasts. */
  tell(text: () => string, isLong = false): void {
    const { now, overwrite } = this.#session
    if (overwrite === undefined) return
    const at = now()
    if (!isLong && (at - this.#since < patience || at - this.#toldAt < pause)) return
    this.#toldAt = at
    overwrite(text())
  }

  /** The work is over. */
  end(): void {
    if (this.#toldAt === Number.NEGATIVE_INFINITY) return
    this.#toldAt = Number.NEGATIVE_INFINITY
    this.#session.overwrite?.('')
  }
}
