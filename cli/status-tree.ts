/**
 * Where an instance stands, as a tree of the states its definition names. It knows nothing of what they are for: states
 * that the process itself writes are shown one by one; the inner life a template gives to one is told in a word.
 */
import type { State } from '../engine/definition/definition.ts'
import type { JournalEntry } from '../engine/journal/journal-entry.ts'
import type { Place } from '../engine/problem/problem.ts'
import type { Page } from './page.ts'
import { activeLeaves, type Standing, titleOf } from './state-titles.ts'

/** A state of the tree. */
export interface StatusNode {
  readonly path: string
  readonly title: string
  readonly mark: 'ahead' | 'open' | 'done'
  /** What of its inner life is active, if that is not shown as nodes. */
  readonly inside: readonly string[]
  readonly children: readonly StatusNode[]
}

interface Walk {
  readonly standing: Standing
  readonly left: ReadonlySet<string>
  readonly page: Page
}

/** The states below the root; what is active is opened, what is not is named once. */
export function statusTree(standing: Standing, journal: readonly JournalEntry[], page: Page): readonly StatusNode[] {
  const left = new Set(journal.flatMap((entry) => entry.left))
  const root = standing.definition.states.get('')
  return root === undefined ? [] : nodesIn({ standing, left, page }, root)
}

/** The nearest state above (or at) a path that the tree shows. */
export function shownAbove(nodes: readonly StatusNode[], path: string): StatusNode | undefined {
  const node = nodes.find((each) => path === each.path || path.startsWith(`${each.path}.`))
  return node && (shownAbove(node.children, path) ?? node)
}

function nodesIn(walk: Walk, state: State): StatusNode[] {
  return childrenOf(walk.standing, state)
    .filter((child) => isShown(walk, child))
    .map((child) => nodeOf(walk, child))
}

function nodeOf(walk: Walk, state: State): StatusNode {
  const { standing, page } = walk
  const isActive = standing.active.has(state.path)
  const inner = childrenOf(standing, state)
  const isFolded = inner.length > 0 && inner.every(({ usedAt }) => usedAt !== undefined && isSame(usedAt, state.usedAt))
  return {
    path: state.path,
    title: titleOf(standing, state, page),
    mark: markOf(walk, state, isFolded),
    inside: isActive && isFolded ? insideOf(standing, state).map((leaf) => titleOf(standing, leaf, page)) : [],
    children: isActive && !isFolded ? nodesIn(walk, state) : [],
  }
}

function childrenOf({ definition }: Standing, state: State): State[] {
  return state.children.flatMap((path) => definition.states.get(path) ?? [])
}

/** Ends, memories and nameless junctions are shown only while they are active. */
function isShown({ standing }: Walk, state: State): boolean {
  if (standing.active.has(state.path)) return true
  return state.kind !== 'final' && state.kind !== 'history' && (state.title !== undefined || state.work !== undefined)
}

function markOf({ standing, left }: Walk, state: State, isFolded: boolean): StatusNode['mark'] {
  const { active, definition, record } = standing
  if (!active.has(state.path)) return left.has(state.path) ? 'done' : 'ahead'
  const leaves = insideOf(standing, state)
  if ([state, ...leaves].some(({ kind }) => kind === 'final')) return 'done'
  // What a sequence is in is under way. A region is always active: its inner life tells how far it is.
  const isRegion = definition.states.get(state.parent ?? '')?.kind === 'parallel'
  if (!isRegion || !isFolded || record.waits.some((wait) => isInside(wait.state, state.path))) return 'open'
  if (leaves.some((leaf) => state.initial === leaf.path) && !left.has(state.initial ?? '')) return 'ahead'
  return leaves.some(movesByItself) ? 'open' : 'done'
}

/** Whether somebody or the clock can move a state on; what only waits for others has nothing left to do. */
function movesByItself(leaf: State): boolean {
  return leaf.work !== undefined || leaf.transitions.some(({ trigger }) => trigger.kind !== 'always')
}

function insideOf(standing: Standing, state: State): State[] {
  return activeLeaves(standing).filter(({ path }) => path !== state.path && isInside(path, state.path))
}

/** Whether two states were brought in by the same use of a template. */
function isSame(a: Place, b: Place | undefined): boolean {
  return a.file === b?.file && a.line === b.line && a.column === b.column
}

function isInside(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`)
}
