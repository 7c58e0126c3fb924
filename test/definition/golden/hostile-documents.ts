/** Documents that cannot stand in a text file, or are too large to. */

/** By name; each is made when it is judged. */
export const hostileDocuments: Readonly<Record<string, () => string | Uint8Array>> = {}
