/** A clock that only a test moves, and a randomness that is the same in every run. */
import type { HostWorld } from '../../engine/host/host-world.ts'
import type { Clock } from './opened-host.ts'

export interface SimulatedWorld {
  readonly clock: Clock
  readonly world: HostWorld
}

export function simulatedWorld(startAt: number): SimulatedWorld {
  let now = startAt
  let state = 1
  return {
    clock: {
      now: () => now,
      set: async (at) => {
        now = at
      },
      advance: async (by) => {
        now += by
      },
    },
    world: {
      now: () => now,
      random: (bytes) =>
        Uint8Array.from({ length: bytes }, () => {
          state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
          return (state >>> 16) & 255
        }),
    },
  }
}
