import type { Definition } from '../definition/definition.ts'
import type { JsonObject } from '../expression/type.ts'
import { canonicalJson } from '../journal/canonical-json.ts'

/** The hash of a definition with figures: what instances of it are pinned to. */
export function hashOf({ expanded }: Definition, params: JsonObject, digest: (text: string) => string): string {
  return digest(canonicalJson({ definition: expanded, params }))
}
