import { canonicalJson } from '../journal/canonical-json.ts'

/** A character of JSON takes at most so many bytes of UTF-8. */
const MOST_BYTES = 3

/** Bytes of a value as canonical JSON. Exact above `limit`, and where the quick bound does not show that it is below. */
export function canonicalSize(value: unknown, limit: number): number {
  // The order of keys changes nothing about the size.
  const text = JSON.stringify(value) ?? 'null'
  if (text.length * MOST_BYTES <= limit) return text.length
  return Buffer.byteLength(canonicalJson(value))
}
