/** UTF-8 to text, strictly. The core may not name `TextDecoder`, which belongs to Node and to browsers. */

/** The text of the bytes; undefined where they are not valid UTF-8 (overlong forms and surrogates are not). */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  const parts: string[] = []
  let codes: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0)
    const code = length === undefined ? undefined : codePoint(bytes, at, length)
    if (length === undefined || code === undefined) return undefined
    codes.push(code)
    at += length
    if (codes.length === 4096) {
      parts.push(String.fromCodePoint(...codes))
      codes = []
    }
  }
  return parts.join('') + String.fromCodePoint(...codes)
}

function sequenceLength(first: number): 1 | 2 | 3 | 4 | undefined {
  if (first < 0x80) return 1
  if (first >= 0xc2 && first < 0xe0) return 2
  if (first >= 0xe0 && first < 0xf0) return 3
  if (first >= 0xf0 && first < 0xf5) return 4
  return undefined
}

/** Smallest code point that needs a sequence of this length. */
const smallest = { 1: 0, 2: 0x80, 3: 0x800, 4: 0x10000 } as const

const leadBits = { 1: 0x7f, 2: 0x1f, 3: 0x0f, 4: 0x07 } as const

function codePoint(bytes: Uint8Array, at: number, length: 1 | 2 | 3 | 4): number | undefined {
  let code = (bytes[at] ?? 0) & leadBits[length]
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0
    if ((byte & 0xc0) !== 0x80) return undefined
    code = code * 64 + (byte & 0x3f)
  }
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code < smallest[length] || code > 0x10ffff || surrogate ? undefined : code
}
