/**
 * How many cases a property is held against: always the same ones, and `LAW_RUNS` times as many where that is set. A
 * case that fails is made smaller, which takes minutes, only with `LAW_SHRINK`.
 */
export function runs(usual: number): {
  readonly seed: number
  readonly numRuns: number
  readonly endOnFailure: boolean
} {
  const { LAW_RUNS, LAW_SHRINK, LAW_SEED } = process.env
  return {
    seed: Number(LAW_SEED ?? 20_260_105),
    numRuns: Math.ceil(usual * Number(LAW_RUNS ?? 1)),
    endOnFailure: LAW_SHRINK === undefined,
  }
}
