/** A text in the project's languages; at least one is there. */
export interface Text {
  readonly en?: string
  readonly zh?: string
}

/** A language that everything people read is in. */
export type Locale = 'en' | 'zh'
