/**
 * The wait for other programs. SQLite's own wait sleeps longer and longer, up to a tenth of a second, and can miss every
 * gap of a program that commits without pause; asked for every few milliseconds, a gap is found soon.
 */
import { isBusy } from './storage-fault.ts'

/** Between two tries (ms). */
const PAUSE = 2

/** A place that nobody writes to: waiting for it to change is waiting. */
const still = new Int32Array(new SharedArrayBuffer(4))

/**
 * Does something with the file, again and again while another program holds it, for at most `wait` milliseconds;
 * then the driver's fault is thrown. Only for what may simply be done again: one statement, or the begin of a transaction.
 */
export function patiently<T>(wait: number, work: () => T): T {
  for (let end: number | undefined; ; ) {
    try {
      return work()
    } catch (thrown) {
      end ??= performance.now() + wait
      if (!isBusy(thrown) || performance.now() >= end) throw thrown
      Atomics.wait(still, 0, 0, PAUSE)
    }
  }
}
