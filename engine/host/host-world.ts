import { randomBytes } from 'node:crypto'
import type { CrashPoint } from './crash-point.ts'

/** What a host has of the world; tests give their own. */
export interface HostWorld {
  /** Milliseconds since 1970. */
  now(): number
  random(bytes: number): Uint8Array
  /** Rings once, so many milliseconds later, unless what it gives is called. This machine's timers where it is left out. */
  alarm?(after: number, ring: () => void): () => void
  /** Told of each crash point as it is passed; tests end the program there. */
  passed?(point: CrashPoint): void
}

/** Asked for in advance: each asking costs the machine more than the bytes do. */
let pool = Buffer.alloc(0)
const POOL = 4096

function takeRandom(bytes: number): Uint8Array {
  if (pool.length < bytes) pool = randomBytes(Math.max(POOL, bytes))
  const taken = pool.subarray(0, bytes)
  pool = pool.subarray(bytes)
  return taken
}

/** The clock and the randomness of this machine. */
export const realWorld: HostWorld = { now: () => Date.now(), random: takeRandom }

/** The longest that a timer of this machine can wait (ms). */
const LONGEST_ALARM = 2 ** 31 - 1

/** Sets an alarm; call what it gives to call it off. */
export function setAlarm(world: HostWorld, after: number, ring: () => void): () => void {
  if (world.alarm) return world.alarm(after, ring)
  const timer = setTimeout(ring, Math.min(after, LONGEST_ALARM))
  return () => clearTimeout(timer)
}
