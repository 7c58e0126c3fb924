/** One line of the bench: what was measured, and what was aimed at. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly target: number
  /** What value and target are in; `x` for a ratio. */
  readonly unit: string
  /** Whether the value must reach the target, or stay within it. */
  readonly aim: 'at least' | 'at most'
}

/** The middle one of several measurements; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN
}
