import { canonicalJson } from '../journal/canonical-json.ts'

/** A character of JSON takes at most so many bytes of UTF-8, or so many when it is escaped. */
const MOST_BYTES = 6
/** No number is written longer. */
const LONGEST_NUMBER = 25

/** Bytes of a value as canonical JSON; for one that is surely no larger than `limit`, only a bound of them. */
export function canonicalSize(value: unknown, limit: number): number {
  const bound = boundOf(value)
  return bound <= limit ? bound : Buffer.byteLength(canonicalJson(value))
}

/** Not fewer bytes than the value has, without writing it. */
function boundOf(value: unknown): number {
  if (typeof value === 'string') return value.length * MOST_BYTES + 2
  if (typeof value !== 'object' || value === null) return LONGEST_NUMBER
  let bytes = 2
  for (const key in value) {
    const inner = (value as Readonly<Record<string, unknown>>)[key]
    bytes += key.length * MOST_BYTES + 4 + boundOf(inner)
  }
  return bytes
}
