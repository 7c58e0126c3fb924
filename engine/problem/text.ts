/** A text in the project's languages; at least one is there. */
export interface Text {
  readonly en?: string
  readonly zh?: string
}

export type Locale = 'en' | 'zh'
