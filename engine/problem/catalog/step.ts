import type { CatalogTable } from './entry.ts'

/** Codes `step/…`: refusals of an event, a task or a start. */
export const stepCodes = {} as const satisfies CatalogTable
