/**
 * YAML text to our nodes: plain values with places, nothing of YAML's own left. The only file that imports `yaml`.
 * Parsing goes in two passes, so that hostile nesting is seen before anything recursive runs.
 */
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  Parser,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { problem } from '../problem/catalog.ts'
import type { Place, Problem } from '../problem/problem.ts'
import { boundedTokens } from './bounded-tokens.ts'
import { keyFault } from './check-key.ts'
import { type FlowPart, flowProblems, plainProblem } from './check-quoting.ts'
import type { Entry, Node } from './node.ts'
import { MAX_DEPTH, type NodeExtents, noteExtent } from './node-extents.ts'
import { inTextOrder } from './order-problems.ts'
import { type Fault, scanTokens } from './scan-tokens.ts'
import { forbiddenCharacter, openSource, type SourceText } from './source-text.ts'
import { noteStumble, type Stumble, type StumbledAt } from './stumble.ts'
import { syntaxProblem } from './syntax-problem.ts'

/** More documents in one file are refused. */
export const MAX_DOCUMENTS = 1000

/** More problems of one file are not told: the first ones help, the rest would only fill memory. */
export const MAX_PROBLEMS = 200

/** What a file holds: the documents that can be read on, faults in them replaced by empty texts, and all faults. */
export interface ParsedYaml {
  readonly documents: Node[]
  readonly problems: Problem[]
}

/** Reads all documents of a file. Never throws; whatever is wrong with the text is among the problems. */
export function parseYaml(file: string, input: string | Uint8Array): ParsedYaml {
  const opened = openSource(file, input)
  if (!opened.ok) return { documents: [], problems: [...opened.problems] }
  const source = opened.value
  const parser = new Parser()
  const tokens = boundedTokens(new Lexer().lex(source.text), parser, source, MAX_DEPTH)
  if (!Array.isArray(tokens)) return { documents: [], problems: [tokens] }
  const faults = scanTokens(tokens, source, MAX_DEPTH)
  if (!Array.isArray(faults)) return { documents: [], problems: [faults] }
  const stumbles: Stumble[] = []
  // The library would make an exception, with its stack, of each.
  const onError = (at: StumbledAt, code: string, message: string) => noteStumble(stumbles, at, code, message)
  const options = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false } as const
  const composer = new Composer(options)
  Reflect.set(composer, 'onError', onError)
  return readDocuments(composer.compose(tokens, true, source.text.length), source, faults, stumbles)
}

function readDocuments(
  composed: Iterable<Document.Parsed>,
  source: SourceText,
  faults: readonly Fault[],
  stumbles: Stumble[],
): ParsedYaml {
  const documents: Node[] = []
  let problems: Problem[] = []
  let from = 0
  let next = 0
  let count = 0
  for (const document of composed) {
    const [start, , to] = document.range
    count += 1
    if (count > MAX_DOCUMENTS) {
      const place = source.place(start)
      return {
        documents: [],
        problems: [problem('definition/too-many-documents', { limit: MAX_DOCUMENTS }, { place })],
      }
    }
    from = next
    while (next < faults.length && (faults[next]?.offset ?? to) < to) next += 1
    const stumbled = [...stumbles.splice(0), ...document.errors]
    const read = readDocument(document, source, faults.slice(from, next), stumbled)
    if (read.node) documents.push(read.node)
    problems = problems.concat(inTextOrder(read.problems))
  }
  return { documents, problems: problems.slice(0, MAX_PROBLEMS) }
}

interface ReadDocument {
  readonly node?: Node
  readonly problems: Problem[]
}

/** A document the parser stumbled over gives its first stumble and the faults before it, and no node. */
function readDocument(
  document: Document.Parsed,
  source: SourceText,
  faults: readonly Fault[],
  stumbles: readonly Stumble[],
): ReadDocument {
  const lines = new Set(faults.map((fault) => fault.problem.place?.line))
  const stumble = stumbles
    .filter(({ pos }) => !lines.has(source.place(pos[0]).line))
    .sort((a, b) => a.pos[0] - b.pos[0])[0]
  const before = faults
    .filter(({ offset }) => stumble === undefined || offset < stumble.pos[0])
    .map((fault) => fault.problem)
  if (stumble) return { problems: [...before, syntaxProblem(stumble, source, new Lexer().lex(source.text))] }
  const at = source.place(document.range[0])
  if (document.contents === null || isEmpty(document.contents)) {
    return { problems: [...before, problem('definition/empty-document', {}, { place: at })] }
  }
  const reading: Reading = { source, anchors: new Map(), extents: new Map(), problems: before }
  const node = readNode(reading, document.contents, at)
  const oversize = reading.oversize
  return oversize ? { problems: [...reading.problems, oversize] } : { node, problems: reading.problems }
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && node.source === ''
}

/** What is known while one document is read. */
interface Reading extends NodeExtents {
  readonly source: SourceText
  problems: Problem[]
  /** Anchors seen so far; undefined while the anchored value itself is being read. */
  readonly anchors: Map<string, Node | undefined>
}

/** `at` is where to show the fault of a value that is not there. */
function readNode(reading: Reading, node: unknown, at: Place): Node {
  if (isAlias(node)) return readAlias(reading, node.source, placeOf(reading, node))
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return readNull(reading, at)
  if (node.anchor) reading.anchors.set(node.anchor, undefined)
  const read = isScalar(node)
    ? readScalar(reading, node, at)
    : isMap(node)
      ? readMap(reading, node)
      : readList(reading, node)
  if (node.anchor) reading.anchors.set(node.anchor, read)
  return read
}

function placeOf({ source }: Reading, node: { range?: [number, number, number] | null | undefined }): Place {
  const [start, end] = node.range ?? [0, 0]
  return source.place(start, end)
}

function readAlias(reading: Reading, alias: string, place: Place): Node {
  const anchored = reading.anchors.get(alias)
  if (anchored) return anchored
  const code = reading.anchors.has(alias) ? 'definition/endless-alias' : 'definition/unknown-alias'
  return faulty(reading, problem(code, { alias }, { place }), place)
}

function readNull(reading: Reading, at: Place, key?: string): Node {
  return faulty(reading, problem('definition/explicit-null', { key }, { place: at }), at)
}

/** Tells the fault and stands in for the value; a fault of shape at the same place is a cascade and is dropped. */
function faulty(reading: Reading, fault: Problem, place: Place): Node {
  reading.problems.push(fault)
  return { kind: 'scalar', value: '', place, style: 'plain' }
}

const styles = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_FOLDED]: 'block',
  [Scalar.BLOCK_LITERAL]: 'block',
} as const

function readScalar(reading: Reading, scalar: Scalar, at: Place): Node {
  const { value, source = '', type = 'PLAIN' } = scalar
  if (value === null) return readNull(reading, source === '' ? at : placeOf(reading, scalar))
  const place = placeOf(reading, scalar)
  if (typeof value === 'boolean') return { kind: 'scalar', value, place, style: 'plain' }
  if (typeof value === 'number') {
    const exact = Number.isFinite(value) && source.replace(/^[-+0.]+|\.|[eE].*$/g, '').length <= 15
    if (exact) return { kind: 'scalar', value, place, style: 'plain' }
    return faulty(reading, problem('definition/number-range', { text: source }, { place }), place)
  }
  const text = String(value)
  const character = forbiddenCharacter(text)
  if (character !== undefined)
    return faulty(reading, problem('definition/control-character', { character }, { place }), place)
  const style = type in styles ? styles[type as keyof typeof styles] : 'plain'
  const [start, end] = scalar.range ?? [0, 0]
  const cut = style === 'plain' ? plainProblem(reading.source, start, end) : undefined
  if (cut) reading.problems.push(cut)
  return { kind: 'scalar', value: text, place, style }
}

function readList(reading: Reading, list: YAMLSeq): Node {
  if (list.flow) {
    const parts = list.items.map((item) => flowPart(item))
    reading.problems = reading.problems.concat(flowProblems(reading.source, ...rangeOf(list), parts))
  }
  const items = list.items.map((item) => readNode(reading, item, placeOf(reading, isNode(item) ? item : list)))
  const node: Node = { kind: 'list', items, place: placeOf(reading, list) }
  noteExtent(reading, node, items)
  return node
}

function readMap(reading: Reading, map: YAMLMap): Node {
  if (map.flow) {
    const parts = map.items.map((pair) => (pair.value === null ? flowPart(pair.key, true) : flowPart(pair.value)))
    reading.problems = reading.problems.concat(flowProblems(reading.source, ...rangeOf(map), parts))
  }
  const seen = new Map<string, Place>()
  const entries = map.items.flatMap((pair) => (map.flow && pair.value === null ? [] : readEntry(reading, pair, seen)))
  const parts = entries.map((entry) => entry.value)
  const node: Node = { kind: 'map', entries, place: placeOf(reading, map) }
  noteExtent(reading, node, parts)
  return node
}

function rangeOf(node: unknown): [number, number] {
  const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0]
  return [start, end]
}

function flowPart(node: unknown, lone = false): FlowPart {
  const [start, end] = rangeOf(node)
  const plain = isScalar(node) && node.type === 'PLAIN' && !lone ? node.source : undefined
  return { start, end, plain, lone }
}

/** One entry, or none where the key is at fault. */
function readEntry(reading: Reading, { key: keyNode, value }: Pair, seen: Map<string, Place>): Entry[] {
  const keyPlace = placeOf(reading, isNode(keyNode) ? keyNode : {})
  const key = keyText(reading, keyNode)
  const fault =
    key === undefined ? problem('definition/key-not-text', {}, { place: keyPlace }) : keyFault(key, keyPlace, seen)
  if (fault) reading.problems.push(fault)
  if (fault || key === undefined) return []
  seen.set(key, keyPlace)
  if (isEmpty(value) || value === null) return [{ key, keyPlace, value: readNull(reading, keyPlace, key) }]
  return [{ key, keyPlace, value: readNode(reading, value, keyPlace) }]
}

/** A key as it is written, so that `1:` and `true:` are words too. */
function keyText(reading: Reading, key: unknown): string | undefined {
  if (isAlias(key)) {
    const anchored = reading.anchors.get(key.source)
    return anchored?.kind === 'scalar' ? String(anchored.value) : undefined
  }
  if (!isScalar(key) || key.value === null) return undefined
  if (key.anchor)
    reading.anchors.set(key.anchor, {
      kind: 'scalar',
      value: String(key.value),
      place: placeOf(reading, key),
      style: 'plain',
    })
  return typeof key.value === 'string' ? key.value : key.source
}
