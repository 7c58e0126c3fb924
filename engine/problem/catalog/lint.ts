import type { CatalogTable } from './entry.ts'

/** Codes `lint/…`: what a definition would do wrong at run time. */
export const lintCodes = {} as const satisfies CatalogTable
