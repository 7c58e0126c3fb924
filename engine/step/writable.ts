/**
 * A value under construction: its fields that may be absent are written after it was made. That costs far less than
 * spreading each of them into it, which tells where one is made at every step.
 */
export type Writable<T> = { -readonly [Field in keyof T]: T[Field] }
