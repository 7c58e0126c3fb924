/** A figure of the bench: what was measured, and what it has to reach. */
export interface Figure {
  readonly what: string
  readonly value: number
  /** `x` for ratios, else what the value counts: `bytes`, `s`, `MB`. */
  readonly unit: string
  /** Absent where the value is only reported. */
  readonly target?: { readonly least: number } | { readonly most: number }
  /** What the ratio was made of, or what limits it. */
  readonly note?: string
}

export function isMet({ value, target }: Figure): boolean {
  if (target === undefined) return true
  return 'least' in target ? value >= target.least : value <= target.most
}

export function figureLine(figure: Figure): string {
  const { what, value, unit, target, note } = figure
  const wanted =
    target === undefined ? 'reported' : 'least' in target ? `at least ${target.least}` : `at most ${target.most}`
  const verdict = target === undefined ? '   ' : isMet(figure) ? 'ok ' : 'NO '
  return `${verdict} ${what.padEnd(64)} ${rounded(value).padStart(9)} ${unit.padEnd(6)} ${wanted}${note ? `  (${note})` : ''}`
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}

/** The middle of some values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
