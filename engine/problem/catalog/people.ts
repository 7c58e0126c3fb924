import type { CatalogTable } from './entry.ts'

/** Codes `people/…`: who acts, and what they may not do. */
export const peopleCodes = {} as const satisfies CatalogTable
