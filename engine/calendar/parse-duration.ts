import { type Duration, type DurationUnit, durationUnits } from './duration.ts'

/** The largest amount of one unit: it keeps every sum exact and every search short. */
const largestAmount = 1_000_000

/** Both spellings of each unit. A map and not an object, so that `constructor` is no unit. */
const unitByWord: ReadonlyMap<string, DurationUnit> = new Map(
  durationUnits.flatMap((unit): [string, DurationUnit][] => [
    [unit, unit],
    [unit.slice(0, -1), unit],
  ]),
)

/** The longest text that names every unit once, with room to spare: no longer one is remembered. */
const longestText = 128

/** Texts whose length is remembered. */
const mostTexts = 1024

/** A process writes few lengths and asks for them at every step; what a text means never changes. */
const remembered = new Map<string, Duration | undefined>()

/**
 * Reads a length such as `24 hours` or `1 week 2 hours`: whole amounts up to a million, each unit at most once, in any
 * order. Amounts of zero are left out of the answer, but for `0 workdays`, the close of the day. Undefined for every other text.
 */
export function parseDuration(text: string): Duration | undefined {
  if (text.length > longestText) return undefined
  const known = remembered.get(text)
  if (known !== undefined || remembered.has(text)) return known
  if (remembered.size >= mostTexts) remembered.clear()
  const duration = readDuration(text)
  remembered.set(text, duration)
  return duration
}

function readDuration(text: string): Duration | undefined {
  const words = text.split(' ')
  if (words.length % 2 !== 0 || words.length > durationUnits.length * 2) return undefined
  const duration: { [unit in DurationUnit]?: number } = {}
  const seen = new Set<DurationUnit>()
  for (let i = 0; i < words.length; i += 2) {
    const amount = parseAmount(words[i] ?? '')
    const unit = unitByWord.get(words[i + 1] ?? '')
    if (amount === undefined || unit === undefined || seen.has(unit)) return undefined
    seen.add(unit)
    if (amount > 0 || unit === 'workdays') duration[unit] = amount
  }
  return duration
}

function parseAmount(word: string): number | undefined {
  if (!/^[0-9]{1,7}$/.test(word)) return undefined
  const amount = Number(word)
  return amount <= largestAmount ? amount : undefined
}
