/** One state: everything its map says, compiled. */
import type { Expression } from '../expression/expression.ts'
import type { State, StateKind } from './definition.ts'
import { child, type Node } from './node.ts'
import { readEstimate } from './read-deadline.ts'
import { noteText } from './read-fields.ts'
import { readOperations } from './read-operations.ts'
import { readPhrase } from './read-phrase.ts'
import { readRequirements } from './read-requirements.ts'
import { childrenVariable, readRhythms, readTransitions } from './read-transitions.ts'
import { readWork } from './read-work.ts'
import { type Reading, readExpression, report, type Standing, type StateSkeleton, textOf, wordsOf } from './reading.ts'
import { joinPath } from './state-name.ts'
import type { Work } from './work.ts'

export function readState(reading: Reading, skeleton: StateSkeleton): State {
  const { node, path } = skeleton
  const kind = kindOf(skeleton)
  const children = [...(reading.childKeys.get(path) ?? [])].map((key) => joinPath(path, key))
  const bare: Standing = { skeleton, variables: {} }
  const titleNode = path === '' ? undefined : child(node, 'title')
  const isPeoples = kind === 'task' || kind === 'approval'
  const work = readWork(
    reading,
    skeleton,
    titleNode && isPeoples ? readPhrase(reading, bare, 'title', titleNode) : undefined,
  )
  const standing: Standing = { skeleton, variables: childrenVariable(work) }
  const title = titleNode && readPhrase(reading, standing, 'title', titleNode)
  const rhythms = readRhythms(reading, skeleton)
  const moving = { skeleton, composite: kind === 'compound' || kind === 'parallel', work }
  const summary = child(node, 'summary')
  const waits = child(node, 'waits')
  return {
    path,
    key: skeleton.key,
    kind,
    children,
    tags: wordsOf(child(node, 'tags')),
    metrics: readExpressions(reading, standing, child(node, 'metric')),
    requires: readRequirements(reading, bare, child(node, 'requires')),
    entry: readOperations(reading, bare, child(node, 'entry')),
    exit: readOperations(reading, standing, child(node, 'exit')),
    transitions: readTransitions(reading, moving, rhythms),
    rhythms,
    output: kind === 'final' ? readExpressions(reading, bare, child(node, 'output')) : {},
    place: node.place,
    ...(skeleton.parent === undefined ? {} : { parent: skeleton.parent }),
    ...(skeleton.own === undefined ? {} : { own: skeleton.own }),
    ...initialOf(reading, skeleton, kind, children),
    ...historyOf(node),
    ...(title ? { title } : {}),
    ...(summary ? { summary: noteText(reading, 'summary', summary) } : {}),
    ...(waits ? { waits: readPhrase(reading, standing, 'waits', waits) } : {}),
    ...(work ? { work } : {}),
    ...(node.text?.usedAt ? { usedAt: node.text.usedAt } : {}),
    ...readEstimate(reading, child(node, 'estimate')),
  }
}

const WORK_KINDS: readonly (readonly [key: string, kind: Work['kind']])[] = [
  ['task', 'task'],
  ['approval', 'approval'],
  ['action', 'action'],
  ['process', 'children'],
]

function kindOf({ node, path }: StateSkeleton): StateKind {
  const type = textOf(child(node, 'type'))
  if (type === 'final' || type === 'parallel') return type
  if (child(node, 'history')) return 'history'
  if (child(node, 'states')) return 'compound'
  const found = path === '' ? undefined : WORK_KINDS.find(([key]) => child(node, key))
  return found ? found[1] : 'wait'
}

function historyOf(node: Node): { readonly history?: 'shallow' | 'deep' } {
  const history = textOf(child(node, 'history'))
  return history === 'shallow' || history === 'deep' ? { history } : {}
}

function initialOf(
  reading: Reading,
  { node, path }: StateSkeleton,
  kind: StateKind,
  children: readonly string[],
): { readonly initial?: string } {
  if (kind !== 'compound') return {}
  const initialNode = child(node, 'initial')
  const initial = joinPath(path, textOf(initialNode) ?? '')
  if (initialNode && children.includes(initial)) return { initial }
  if (initialNode)
    report(reading, 'definition/unknown-target', { name: textOf(initialNode) ?? '', near: undefined }, initialNode)
  const [first] = children
  return first === undefined ? {} : { initial: first }
}

/** A map of expressions: `metric:` and `output:`. */
function readExpressions(
  reading: Reading,
  standing: Standing,
  node: Node | undefined,
): Readonly<Record<string, Expression>> {
  if (node?.kind !== 'map') return {}
  const found: Record<string, Expression> = {}
  for (const { key, value } of node.entries) {
    const expression = readExpression(reading, standing, value, { allowAbsent: true })
    if (expression) found[key] = expression
  }
  return found
}
