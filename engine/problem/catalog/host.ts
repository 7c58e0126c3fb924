import type { CatalogTable } from './entry.ts'

/** Codes `host/…`: faults of what makes instances durable. */
export const hostCodes = {} as const satisfies CatalogTable
