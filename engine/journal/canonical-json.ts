/**
 * JSON in one form for one value: keys sorted, no space, absent fields left out. What hashes are taken over.
 *
 * JavaScript writes keys in the order they were made, and most of what is hashed is made in order: only what is not
 * is copied first. Keys that look like whole numbers JavaScript puts first whatever their order; records with such keys
 * are written key by key.
 */
export function canonicalJson(value: unknown): string {
  const sorted = inOrder(value)
  return sorted === PECULIAR ? keyByKey(value) : (JSON.stringify(sorted) ?? 'null')
}

const PECULIAR = Symbol('a key that is not kept in order')
const [ZERO, NINE] = [48, 57]

/** The value, every record in it with its keys in order; the same object where it is so already. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? listInOrder(value) : recordInOrder(value as Readonly<Record<string, unknown>>)
}

function listInOrder(list: readonly unknown[]): unknown {
  let copy: unknown[] | undefined
  for (let at = 0; at < list.length; at += 1) {
    const item = inOrder(list[at])
    if (item === PECULIAR) return PECULIAR
    if (item === list[at]) continue
    copy ??= [...list]
    copy[at] = item
  }
  return copy ?? list
}

function recordInOrder(record: Readonly<Record<string, unknown>>): unknown {
  let last = ''
  let isSorted = true
  let changed: Record<string, unknown> | undefined
  for (const key in record) {
    if (isPeculiar(key)) return PECULIAR
    if (key < last) isSorted = false
    last = key
    const inner = inOrder(record[key])
    if (inner === PECULIAR) return PECULIAR
    if (inner === record[key]) continue
    changed ??= {}
    changed[key] = inner
  }
  if (isSorted) return changed ? { ...record, ...changed } : record
  const sorted: Record<string, unknown> = {}
  for (const key of Object.keys(record).sort()) sorted[key] = changed?.[key] ?? record[key]
  return sorted
}

/** Not kept in the order it was made: a whole number, or what JavaScript means otherwise. */
function isPeculiar(key: string): boolean {
  const first = key.charCodeAt(0)
  return (first >= ZERO && first <= NINE) || key === '__proto__'
}

function keyByKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(keyByKey).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const record = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(record).filter((key) => record[key] !== undefined)
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${keyByKey(record[key])}`)
    .join(',')}}`
}
