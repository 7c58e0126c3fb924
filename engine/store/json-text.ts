/** JSON as the text of a column. What the store wrote itself is trusted to have the shape it was written in. */

/** The text of a value. */
export function toText(value: unknown): string {
  return JSON.stringify(value)
}

/** The text of a value, null for an absent one. */
export function toTextOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

/** The value of a text the store wrote. */
export function fromText<T>(text: string): T {
  const value: T = JSON.parse(text)
  return value
}
