/**
 * Decisions drawn one after another from a tape of numbers. Zero is always the simplest decision, and so is everything
 * after the end of a tape: whatever fast-check cuts off or makes smaller leaves a smaller, simpler case.
 */
import fc from 'fast-check'

export class Choices {
  readonly #tape: readonly number[]
  #at = 0

  constructor(tape: readonly number[]) {
    this.#tape = tape
  }

  /** Whether the tape is used up: from here on everything is at its simplest. */
  get over(): boolean {
    return this.#at >= this.#tape.length
  }

  /** A whole number from 0 up to and including `most`. */
  upTo(most: number): number {
    const drawn = this.#tape[this.#at] ?? 0
    this.#at += 1
    return drawn % (most + 1)
  }

  /** True in so many of a hundred cases; false where nothing is drawn any more. */
  chance(percent: number): boolean {
    return this.upTo(99) >= 100 - percent
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.upTo(items.length - 1)] ?? items[0]
  }

  /** One of a list that may be empty. */
  any<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : items[this.upTo(items.length - 1)]
  }

  /** A pick where some are drawn more often than others. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T {
    const total = items.reduce((sum, [weight]) => sum + weight, 0)
    let left = this.upTo(total - 1)
    for (const [weight, item] of items) {
      if (left < weight) return item
      left -= weight
    }
    throw new Error('nothing to choose from')
  }
}

/** A tape of at most so many numbers. Without a bias to small ones, which would make every case a simple one. */
export function anyTape(longest: number): fc.Arbitrary<readonly number[]> {
  return fc.noBias(fc.array(fc.nat({ max: 0xffff }), { minLength: longest / 4, maxLength: longest, size: 'max' }))
}
