/** The version of this package; a test holds it to package.json. */
export const version = '0.1.0'

declare const PICKET_BUILD: string | undefined

/** Names the build this program is, for what one run keeps for the next; only the bundle is one. */
export const build: string | undefined = typeof PICKET_BUILD === 'undefined' ? undefined : PICKET_BUILD
