/** JSON in one form for one value: keys sorted, no space, absent fields left out. What hashes are taken over. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? listText(value) : recordText(value)
  return JSON.stringify(value) ?? 'null'
}

function listText(list: readonly unknown[]): string {
  let text = ''
  for (const item of list) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`
  return `[${text}]`
}

function recordText(record: object): string {
  let text = ''
  for (const key of sortedKeys(record)) {
    const inner: unknown = (record as Readonly<Record<string, unknown>>)[key]
    if (inner === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(inner)}`
  }
  return `{${text}}`
}

/** Most records are written in the order of their keys already. */
function sortedKeys(record: object): readonly string[] {
  const keys = Object.keys(record)
  for (let at = 1; at < keys.length; at += 1) {
    if ((keys[at - 1] ?? '') > (keys[at] ?? '')) return keys.sort()
  }
  return keys
}
