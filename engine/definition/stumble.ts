/** Where the YAML library cannot go on. */

export interface Stumble {
  readonly code: string
  readonly message: string
  /** Offsets of where it stumbled. */
  readonly pos: readonly [start: number, end: number]
}

/** What the library says of the place: an offset, a stretch, or the token it stands at. */
export type StumbledAt =
  | number
  | readonly [number, number, ...number[]]
  | { readonly offset: number; readonly source?: string }

/** More of one document are not kept: only the first is told. */
const MOST = 1000

/** Notes one more. */
export function noteStumble(stumbles: Stumble[], at: StumbledAt, code: string, message: string): void {
  if (stumbles.length < MOST) stumbles.push({ code, message, pos: stretchOf(at) })
}

function stretchOf(at: StumbledAt): readonly [number, number] {
  if (typeof at === 'number') return [at, at + 1]
  if ('offset' in at) return [at.offset, at.offset + (at.source?.length ?? 1)]
  return [at[0], at[1]]
}
