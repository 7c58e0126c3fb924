/**
 * One writer a process: commits take turns, and everything that arrived while the last one was written goes into the
 * next transaction together. Each job computes before it writes; one that is refused takes no part. Between commits the
 * queue yields, so that other processes get in.
 */
import { isEngineError } from '../problem/engine-error.ts'

interface Job {
  readonly work: () => unknown
  readonly done: (result: unknown) => void
  readonly failed: (reason: unknown) => void
}

/** Faults of the whole file: what is tried again alone would fail alike, each after a wait of its own. */
const OF_STORE = ['store/locked', 'store/read-only', 'store/gone', 'store/damaged', 'store/cannot-open']

function isFaultOfStore(error: unknown): boolean {
  return isEngineError(error) && OF_STORE.includes(error.problem.code)
}

/** Commits follow each other without a pause for no longer than this (ms): a turn costs as much as a small commit. */
const LONGEST_TURN = 5

/** At most so many jobs share a transaction. */
const GROUP = 256

export class WriterQueue {
  readonly #transaction: <T>(work: () => T) => T
  #waiting: Job[] = []
  #running = false
  /** When the program last had a turn between commits. */
  #turnedAt = 0

  constructor(transaction: <T>(work: () => T) => T) {
    this.#transaction = transaction
  }

  /** Runs synchronous work inside a transaction; settles only after the commit. */
  submit<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, done: (result) => resolve(result as T), failed: reject })
      if (!this.#running) void this.#run()
    })
  }

  /** Settles when nothing waits to be written any more. It asks for no lock: who only reads may leave at once. */
  async idle(): Promise<void> {
    while (this.#running) await new Promise<void>((resume) => setImmediate(resume))
  }

  async #run(): Promise<void> {
    this.#running = true
    // Everything asked for in this turn of the event loop shares the first transaction.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      if (performance.now() - this.#turnedAt > LONGEST_TURN) await this.#letOthersIn()
      this.#commit(this.#waiting.splice(0, GROUP))
    }
    this.#running = false
  }

  /** Lets everything else of the program, and other programs, have their turn. */
  async #letOthersIn(): Promise<void> {
    await new Promise<void>((resume) => setImmediate(resume))
    this.#turnedAt = performance.now()
  }

  /** If one job throws, nothing of the group is written; the others are then tried one by one. */
  #commit(group: readonly Job[]): void {
    try {
      const results = this.#transaction(() => group.map((job) => job.work()))
      for (const [index, job] of group.entries()) job.done(results[index])
    } catch (error) {
      const [only, ...others] = group
      if (only && others.length === 0) only.failed(error)
      else if (isFaultOfStore(error)) for (const job of group) job.failed(error)
      else for (const job of group) this.#commit([job])
    }
  }
}
