/**
 * The candidate a writer most likely meant by `word`, undefined if none is near: at most one slip (a letter missing,
 * extra, wrong, or two swapped) in three letters. Case is not counted. Of equals the first.
 */
export function nearestName(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let nearest: string | undefined
  let least = limit + 1
  if (word.length > 100) return undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    const slips = distance(word.toLowerCase(), candidate.toLowerCase())
    if (slips < least && slips < Math.max(word.length, candidate.length)) {
      least = slips
      nearest = candidate
    }
  }
  return nearest
}

/** Damerau-Levenshtein distance, each stretch edited once. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(at(last, column) + 1, at(next, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1)
      next.push(least)
    }
    beforeLast = last
    last = next
  }
  return at(last, b.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0
}
