import { randomBytes } from 'node:crypto'

/** What a host has of the world; tests give their own. */
export interface HostWorld {
  /** Milliseconds since 1970. */
  now(): number
  random(bytes: number): Uint8Array
}

/** The clock and the randomness of this machine. */
export const realWorld: HostWorld = { now: () => Date.now(), random: (bytes) => randomBytes(bytes) }
