/** Chance that repeats: the same seed gives the same numbers for ever (mulberry32). A rehearsal asks no other source. */
export class Chance {
  #state: number

  constructor(seed: number) {
    // Neighbouring seeds should not give neighbouring numbers.
    this.#state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** One of the candidates by relative weight; undefined where none weighs anything. */
  pick<T>(candidates: readonly { readonly weight: number; readonly item: T }[]): T | undefined {
    const weighing = candidates.filter(({ weight }) => weight > 0)
    let left = this.next() * weighing.reduce((sum, { weight }) => sum + weight, 0)
    for (const { weight, item } of weighing) {
      left -= weight
      if (left < 0) return item
    }
    return weighing.at(-1)?.item
  }

  /** A figure between `least` and `most` of the triangular distribution that is highest at `likely`. */
  triangular(least: number, likely: number, most: number): number {
    const share = this.next()
    if (most <= least) return least
    const peak = Math.min(Math.max(likely, least), most)
    const before = (peak - least) / (most - least)
    return share < before
      ? least + Math.sqrt(share * (most - least) * (peak - least))
      : most - Math.sqrt((1 - share) * (most - least) * (most - peak))
  }
}
