/** Public ids of instances: text, safe in a shell and a file name, without personal data. */
const ID = /^[a-z0-9][a-z0-9._-]{0,127}$/
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

export function isInstanceId(id: string): boolean {
  return ID.test(id)
}

/** `<process>-<key>` where the key reads well as an id, in lower case with dashes for spaces; undefined where it does not. */
export function idOfKey(process: string, key: string): string | undefined {
  const slug = key.trim().toLowerCase().replace(/\s+/g, '-')
  const id = `${process}-${slug}`
  return slug !== '' && isInstanceId(id) ? id : undefined
}

/** `<process>-<12 random base32>`. */
export function randomId(process: string, bytes: Uint8Array): string {
  const text = [...bytes.slice(0, 12)].map((byte) => BASE32[byte % 32] ?? 'a').join('')
  return `${process}-${text}`
}
