/** Documents of one kind and one identifier: the second would take the place of the first. */
import type { ReadDocument } from '../definition/read-documents.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'

/** Kinds that go by their identifiers in the whole project. */
const named = new Set(['process', 'template', 'calendar'])

/** Each that stands twice, at the later one. */
export function documentsTwice(documents: readonly ReadDocument[]): readonly Problem[] {
  const seen = new Map<string, ReadDocument>()
  return documents.flatMap((document) => {
    const { kind, id, node } = document
    const first = seen.get(`${kind} ${id}`)?.node.place
    if (!named.has(kind)) return []
    if (first) {
      const blanks = { kind, id, file: first.file, line: first.line }
      return [problem('definition/document-twice', blanks, { place: node.place })]
    }
    seen.set(`${kind} ${id}`, document)
    return []
  })
}
