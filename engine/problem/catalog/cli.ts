import type { CatalogTable } from './entry.ts'

/** Codes `cli/…`: faults of a command line. */
export const cliCodes = {} as const satisfies CatalogTable
