/**
 * Patterns of `matches`. They run on the backtracking engine of JavaScript, so only patterns that cannot explode are
 * let in: nothing repeated may repeat inside, few repetitions in all, and the more of them the shorter the text.
 */
export type Pattern =
  | { readonly ok: true; readonly expression: RegExp; readonly longestText: number }
  | { readonly ok: false; readonly detail: string }

/** By the number of repetitions: a text of this length is searched in well under a second at worst. */
const longestTexts = [100_000, 5_000, 500, 150] as const

/** Reads a literal pattern, conservatively. */
export function readPattern(source: string): Pattern {
  if (source.length > 500) return { ok: false, detail: 'more than 500 characters' }
  const repetitions = countRepetitions(source)
  if (typeof repetitions === 'string') return { ok: false, detail: repetitions }
  const longestText = longestTexts[repetitions]
  if (longestText === undefined) return { ok: false, detail: `${repetitions} repetitions` }
  try {
    return { ok: true, expression: new RegExp(source, 'u'), longestText }
  } catch {
    return { ok: false, detail: 'not a regular expression' }
  }
}

/** How often the pattern repeats something, or why it is not let in. */
function countRepetitions(source: string): number | string {
  const bare = source.replace(/\\[^1-9k]/gu, 'a').replace(/\[(?:\\.|[^\]\\])*\]/gu, 'a')
  if (/\\/.test(bare)) return 'a back-reference'
  if (/\(\?(?!:)/.test(bare)) return 'look-around or named groups'
  const opened: number[] = []
  let [seen, count] = [0, 0]
  let [closed, inner] = [false, false]
  for (const [token] of bare.matchAll(/\((?:\?:)?|\)|[*+?|]|\{\d+(?:,\d*)?\}|./gsu)) {
    const isRepetition = /^(?:[*+]|\{)/.test(token) && token !== '{'
    if (isRepetition && closed && inner) return 'a repetition of something that repeats or has a choice'
    if (isRepetition) count++
    if (token.startsWith('(')) opened.push(seen)
    closed = token === ')'
    if (closed) inner = seen > (opened.pop() ?? 0)
    if (isRepetition || token === '?' || token === '|') seen++
  }
  return count
}
