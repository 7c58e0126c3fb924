/** The door into definitions: the text of a file to its documents, sound in shape, or problems. */
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Place, Problem } from '../problem/problem.ts'
import { foundKind, nameOfKinds } from './kind-names.ts'
import { type MapNode, type Node, toPlain } from './node.ts'
import { inTextOrder } from './order-problems.ts'
import { MAX_PROBLEMS, parseYaml } from './parse-yaml.ts'
import { validateExpanded, validateWritten } from './schema/generated/validators.js'
import { shapeProblems } from './shape-problems.ts'

const documentKinds = ['process', 'template', 'calendar', 'organisation', 'project'] as const

/** What a document is; its first key says so. */
export type DocumentKind = (typeof documentKinds)[number]

/** A document as it is written. `plain` is its JSON value, in text order. */
export interface ReadDocument {
  readonly kind: DocumentKind
  readonly id: string
  readonly node: MapNode
  readonly plain: unknown
}

/** The documents whose kind and identifier could be read, also where they have faults, and all faults of the file. */
export interface ReadDocuments {
  readonly documents: ReadDocument[]
  readonly problems: Problem[]
}

/** Reads a file and checks the shape of its documents as they are written, templates not expanded. Never throws. */
export function readDocuments(file: string, input: string | Uint8Array): ReadDocuments {
  const parsed = parseYaml(file, input)
  const read = parsed.documents.map(readDocument)
  const problems = [...parsed.problems, ...read.flatMap((result) => result.problems)]
  return {
    documents: read.flatMap(({ document }) => (document ? [document] : [])),
    problems: inTextOrder(problems).slice(0, MAX_PROBLEMS),
  }
}

/** Faults of shape of a process whose templates are expanded; each names also where its template was used. */
export function checkExpanded(process: MapNode): Problem[] {
  return shapeProblems(validateExpanded, process)
}

function readDocument(node: Node): { readonly document?: ReadDocument; readonly problems: Problem[] } {
  if (node.kind !== 'map') {
    const blanks = { expected: nameOfKinds(['object']), found: foundKind(node) }
    return { problems: [problem('definition/wrong-kind', blanks, { place: node.place })] }
  }
  const first = node.entries[0]
  const kind = documentKinds.find((candidate) => candidate === first?.key)
  if (kind === undefined) return { problems: [unknownDocument(first?.key ?? '', first?.keyPlace ?? node.place)] }
  const plain = toPlain(node)
  const problems = shapeProblems(validateWritten, node, plain)
  if (first?.value.kind !== 'scalar') return { problems }
  return { document: { kind, id: String(first.value.value), node, plain }, problems }
}

function unknownDocument(key: string, place: Place): Problem {
  const blanks = { key, near: nearestName(key, documentKinds), known: documentKinds }
  return problem('definition/unknown-document', blanks, { place })
}
