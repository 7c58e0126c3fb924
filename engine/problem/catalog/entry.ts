/**
 * One entry of the catalogue of problems. `{name}` is a blank; a stretch in square brackets that holds blanks is left
 * out when one of them is not given: `[Did you mean {near}? ]Possible here: {known}.`
 */
export interface CatalogEntry {
  readonly severity: 'error' | 'warning'
  /** What is wrong, or what would happen. */
  readonly sentence: Bilingual
  /** What to do about it. */
  readonly hint: Bilingual
}

/** A text of ours: always in both languages. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

/** A stage's part of the catalogue. */
export type CatalogTable = Readonly<Record<string, CatalogEntry>>
