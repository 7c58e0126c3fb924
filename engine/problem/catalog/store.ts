import type { CatalogTable } from './entry.ts'

/** Codes `store/…`: faults of the database. */
export const storeCodes = {} as const satisfies CatalogTable
