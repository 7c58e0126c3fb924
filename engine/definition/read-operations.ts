/** What a transition, an entry or an exit does besides moving: `assign start send notify open escalate`. */
import type { Expression } from '../expression/expression.ts'
import type { Field } from '../expression/type.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Operation, Write } from './definition.ts'
import { child, type Entry, type Node } from './node.ts'
import { readPhrase } from './read-phrase.ts'
import { itemsOf, type Reading, readExpression, report, rolesOf, type Standing, textOf, wordsOf } from './reading.ts'
import { parentPath } from './state-name.ts'

/** Reads the operations a map holds, in text order. */
export function readOperations(reading: Reading, standing: Standing, node: Node | undefined): readonly Operation[] {
  if (node?.kind !== 'map') return []
  return node.entries.flatMap((entry) => readOperation(reading, standing, entry))
}

function readOperation(reading: Reading, standing: Standing, { key, value }: Entry): readonly Operation[] {
  switch (key) {
    case 'assign':
      return [{ kind: 'assign', writes: readWrites(reading, standing, value) }]
    case 'start':
      return itemsOf(value).map((item) => readStart(reading, standing, item))
    case 'send':
      return itemsOf(value).map((item) => readSend(reading, standing, item))
    case 'notify':
      return itemsOf(value).map((item) => readNotify(reading, standing, item))
    case 'open':
      return itemsOf(value).flatMap((item) => readOpen(reading, standing, item))
    case 'escalate':
      return rolesOf(reading, value).map((to) => ({ kind: 'escalate', to }))
    default:
      return []
  }
}

function readWrites(reading: Reading, standing: Standing, node: Node): readonly Write[] {
  if (node.kind !== 'map') return []
  return node.entries.flatMap(({ key, keyPlace, value }) => {
    const isOwn = key.startsWith('own.')
    const record = isOwn ? standing.skeleton?.own : undefined
    const fields = isOwn ? (record === undefined ? [] : (reading.records[record]?.fields ?? [])) : reading.data.fields
    const name = isOwn ? key.slice('own.'.length) : key
    const field = fields.find((candidate) => candidate.name === name)
    if (!field) {
      const near = nearestName(
        name,
        fields.map((candidate) => candidate.name),
      )
      report(reading, 'definition/unknown-field', { name: key, near }, { ...value, place: keyPlace })
      return []
    }
    const expression = readExpression(reading, standing, value, { expected: field.type, allowAbsent: true })
    return expression ? [{ field: name, value: expression, ...(record === undefined ? {} : { record }) }] : []
  })
}

/** Reads `with:` against the fields it fills; undefined fields mean that any name may stand. */
export function readInput(
  reading: Reading,
  standing: Standing,
  node: Node | undefined,
  fields: readonly Field[] | undefined,
  at: Node,
): Readonly<Record<string, Expression>> {
  const input: Record<string, Expression> = {}
  const entries = node?.kind === 'map' ? node.entries : []
  for (const { key, keyPlace, value } of entries) {
    const field = fields?.find((candidate) => candidate.name === key)
    if (fields && !field) {
      const near = nearestName(
        key,
        fields.map((candidate) => candidate.name),
      )
      report(reading, 'definition/unknown-input', { name: key, near }, { ...value, place: keyPlace })
      continue
    }
    const expression = readExpression(reading, standing, value, {
      allowAbsent: true,
      ...(field ? { expected: field.type } : {}),
    })
    if (expression) input[key] = expression
  }
  const missing = (fields ?? []).filter((field) => !field.optional && field.default === undefined)
  for (const { name } of missing) {
    if (!entries.some((entry) => entry.key === name)) report(reading, 'definition/missing-input', { name }, node ?? at)
  }
  return input
}

/** The declared input of a process, its own included; undefined after reporting that there is none of that name. */
export function inputOf(reading: Reading, node: Node): readonly Field[] | undefined {
  const name = textOf(node) ?? ''
  if (name === reading.processId) return reading.input
  const known = reading.environment.processes.get(name)
  if (known) return known.input
  const near = nearestName(name, [...reading.environment.processes.keys(), reading.processId])
  report(reading, 'definition/unknown-process', { name, near }, node)
  return undefined
}

function readStart(reading: Reading, standing: Standing, node: Node): Operation {
  const process = child(node, 'process')
  const key = child(node, 'key')
  const keyExpression = key && readExpression(reading, standing, key, { expected: { kind: 'string' } })
  return {
    kind: 'start',
    process: textOf(process) ?? '',
    input: readInput(reading, standing, child(node, 'with'), process ? inputOf(reading, process) : undefined, node),
    ...(keyExpression ? { key: keyExpression } : {}),
  }
}

function readSend(reading: Reading, standing: Standing, node: Node): Operation {
  return {
    kind: 'send',
    event: textOf(child(node, 'event')) ?? '',
    to: textOf(child(node, 'to')) === 'children' ? 'children' : 'parent',
    data: readInput(reading, standing, child(node, 'with'), undefined, node),
    missing: textOf(child(node, 'missing')) === 'ignore' ? 'ignore' : 'problem',
    place: node.place,
  }
}

function readNotify(reading: Reading, standing: Standing, node: Node): Operation {
  const text = child(node, 'text')
  return {
    kind: 'notify',
    role: rolesOf(reading, node.kind === 'scalar' ? node : child(node, 'role'))[0] ?? '',
    ...(text ? { text: readPhrase(reading, standing, 'text', text) } : {}),
  }
}

/** `open: NAME`: the work beside the flow of the nearest state around that declares it. */
function readOpen(reading: Reading, standing: Standing, node: Node): readonly Operation[] {
  const [name] = wordsOf(node)
  if (name === undefined) return []
  // Work beside the flow stands in no state, but it was declared in one: from there on it is looked up likewise.
  const from = (standing.skeleton?.path ?? '').replace('~', '')
  for (let at: string | undefined = from; at !== undefined; at = parentPath(at)) {
    const path = at === '' ? `~${name}` : `~${at}.${name}`
    if (reading.skeletons.has(path)) return [{ kind: 'open', task: path }]
  }
  const beside = [...reading.skeletons.keys()]
    .filter((path) => path.startsWith('~'))
    .map((path) => path.slice(1).split('.').at(-1) ?? path)
  report(reading, 'definition/unknown-beside', { name, near: nearestName(name, beside) }, node)
  return []
}
