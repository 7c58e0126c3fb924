/** Programs killed from outside, at moments that a seed decides; each goes on where the one before was killed. */
import type { CrashSite } from './run-driver.ts'

export interface RandomKills {
  readonly kills: number
  /** Orders there are at a time; when all have ended, as many others begin. */
  readonly orders: number
  readonly rounds: number
  readonly seed: number
  /** A program is killed at most so many milliseconds after it has opened the store. */
  readonly longest: number
  /** Told after each kill how many there were. */
  readonly killed?: (kills: number) => Promise<void>
}

/** How many programs there were: those that were killed, and those that had ended before. */
export interface Killed {
  readonly kills: number
  readonly programs: number
}

/** Kills programs, then lets one work everything off. Throws where a program ends in any other way. */
export async function killAtRandom(site: CrashSite, asked: RandomKills): Promise<Killed> {
  const random = randomOf(asked.seed)
  let kills = 0
  let programs = 0
  let cohort = 0
  const orders = () => Array.from({ length: asked.orders }, (_, number) => `order-${cohort}-${number}`)
  while (kills < asked.kills) {
    const ended = await site.run({ orders: orders(), rounds: asked.rounds }, random() * asked.longest)
    programs += 1
    if (ended.signal === 'SIGKILL') {
      kills += 1
      await asked.killed?.(kills)
    } else if (ended.code === 0) cohort += 1
    else throw new Error(`a program ended with ${ended.code}: ${ended.said}`)
  }
  const last = await site.run({ orders: orders(), rounds: asked.rounds })
  if (last.code !== 0) throw new Error(`the last program ended with ${last.code ?? last.signal}: ${last.said}`)
  return { kills, programs: programs + 1 }
}

/** Numbers from 0 to 1, the same for a seed in every run. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
