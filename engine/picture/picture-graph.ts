/** From a definition to what is drawn of it: boxes for states, dots where a stage begins, arrows for transitions. */
import type { State } from '../definition/definition.ts'
import { twinsOf } from './arrow-label.ts'
import { describeTrigger } from './describe-transition.ts'
import { breakLines, textWidth } from './measure-text.ts'
import { openerRows } from './opener-rows.ts'
import { sizes } from './palette.ts'
import { pictureEdges } from './picture-edges.ts'
import type { Activity, BoxKind, PictureEdge, PictureGraph, PictureNode, Row } from './picture-node.ts'
import { stateTitle } from './say-text.ts'
import { counterpart, descendantsOf, type Scene, stateAt } from './scene.ts'
import { stateRows, workParts } from './state-rows.ts'

/** The states inside a state, without a box around them. */
export function drawInside(scene: Scene, path: string): PictureGraph {
  const edges = pictureEdges(scene, [path])
  return { nodes: innerNodes(scene, stateAt(scene.definition, path), edges), edges }
}

/** The given states, each with its own box. */
export function drawStates(scene: Scene, paths: readonly string[]): PictureGraph {
  const edges = pictureEdges(scene, paths)
  return { nodes: paths.map((path) => stateNode(scene, stateAt(scene.definition, path), edges)), edges }
}

function innerNodes(scene: Scene, state: State, edges: readonly PictureEdge[]): readonly PictureNode[] {
  const dot = (kind: 'initial' | 'anywhere'): readonly PictureNode[] => {
    const id = `${kind}:${state.path}`
    return edges.some(({ source, target }) => source === id || target === id) ? [dotNode(id, kind)] : []
  }
  const inner = state.children.map((child) => stateNode(scene, stateAt(scene.definition, child), edges))
  return [...dot('anywhere'), ...dot('initial'), ...inner]
}

function dotNode(id: string, kind: BoxKind): PictureNode {
  return { id, kind, title: '', lines: [], rows: [], children: [], gallery: false, region: false, active: 'no' }
}

function stateNode(scene: Scene, state: State, edges: readonly PictureEdge[]): PictureNode {
  const folded = scene.folds.has(state.path)
  const title = stateTitle(state, scene.locale)
  const rows = folded ? foldedRows(scene, state) : [...stateRows(scene, state), ...openerRows(scene, state)]
  const mark = scene.marks.get(state.path)
  const parent = state.parent === undefined ? undefined : scene.definition.states.get(state.parent)
  return {
    id: state.path,
    kind: folded ? 'folded' : state.kind,
    title,
    lines:
      state.kind === 'history' ? [state.history === 'deep' ? 'H*' : 'H'] : breakLines(title, sizes.title, sizes.widest),
    rows: rows.flatMap(brokenRow),
    children: folded ? [] : innerNodes(scene, state, edges),
    gallery: !folded && isGallery(scene, state, edges),
    region: parent?.kind === 'parallel',
    active: folded ? foldedActivity(scene, state) : scene.active.has(state.path) ? 'yes' : 'no',
    ...(mark ? { mark } : {}),
  }
}

/** A long row goes on in the next line, if it can between two of its parts. */
function brokenRow(row: Row): readonly Row[] {
  const lines: string[] = []
  for (const part of row.text.split(' · ')) {
    const last = lines.pop()
    const joined = last === undefined ? part : `${last} · ${part}`
    if (last !== undefined && textWidth(joined, sizes.row) > sizes.widest) lines.push(last, ...breakRow(part))
    else lines.push(...breakRow(joined))
  }
  const [first = '', ...rest] = lines
  return [{ ...row, text: first }, ...rest.map((text): Row => ({ text, indented: row.glyph !== undefined }))]
}

function breakRow(text: string): readonly string[] {
  return breakLines(text, sizes.row, sizes.widest)
}

/** Folded states that no arrow touches need no layout but a grid. */
function isGallery(scene: Scene, state: State, edges: readonly PictureEdge[]): boolean {
  const { children } = state
  const touched = new Set(edges.flatMap(({ source, target }) => [source, target]))
  return children.length > 0 && children.every((child) => scene.folds.has(child) && !touched.has(child))
}

/** What tells a member of a group from the others, and the active states inside it. */
function foldedRows(scene: Scene, state: State): readonly Row[] {
  const inside = descendantsOf(scene.definition, state.path)
  const rows = inside.flatMap((inner): readonly Row[] => {
    if (!hasGlyph(inner.kind)) return []
    const text = ownParts(scene, state.path, inner).join(' · ')
    return text === '' ? [] : [{ glyph: inner.kind, text }]
  })
  const timers = inside.flatMap((inner) => ownTimers(scene, state.path, inner))
  return [...unique([...rows, ...timers]), ...activeLeaves(scene, state).map((leaf) => activeRow(scene, state, leaf))]
}

function activeLeaves(scene: Scene, state: State): readonly State[] {
  const inside = descendantsOf(scene.definition, state.path)
  return inside.filter(({ path, children }) => scene.active.has(path) && children.length === 0)
}

function foldedActivity(scene: Scene, state: State): Activity {
  const leaves = activeLeaves(scene, state)
  if (leaves.length === 0) return scene.active.has(state.path) ? 'yes' : 'no'
  if (leaves.some(({ work }) => work !== undefined)) return 'yes'
  return leaves.some(({ path }) => path !== state.initial) ? 'quiet' : 'no'
}

/** Where a folded state is; without a sign while it is only where it begins. */
function activeRow(scene: Scene, state: State, leaf: State): Row {
  const text = stateTitle(leaf, scene.locale)
  return leaf.path === state.initial && leaf.work === undefined ? { text } : { glyph: 'active', text }
}

function hasGlyph(kind: State['kind']): kind is 'task' | 'approval' | 'action' | 'children' {
  return kind === 'task' || kind === 'approval' || kind === 'action' || kind === 'children'
}

/** Of a state's work what is not the same in every member of the group. */
function ownParts(scene: Scene, member: string, inner: State): readonly string[] {
  const { members = [] } = scene.folds.get(member) ?? {}
  const twins = members.map((other) => scene.definition.states.get(counterpart(inner.path, member, other)))
  const others = twins.map((twin) => twin && workParts(scene, twin))
  return workParts(scene, inner).filter(
    (part, index) => part !== '' && !others.every((other) => other?.[index] === part),
  )
}

/** Timers inside a member whose length is not the same in every member. */
function ownTimers(scene: Scene, member: string, inner: State): readonly Row[] {
  const { definition, locale, folds } = scene
  const fold = folds.get(member)
  if (!fold) return []
  const pattern = { ...fold, example: member }
  return inner.transitions.flatMap((transition): readonly Row[] => {
    if (transition.trigger.kind !== 'after') return []
    const text = describeTrigger(transition, definition, locale)
    const twins = twinsOf({ ...scene, pattern }, transition)
    return twins.every((twin) => describeTrigger(twin, definition, locale) === text) ? [] : [{ glyph: 'wait', text }]
  })
}

function unique(rows: readonly Row[]): readonly Row[] {
  return rows.filter(
    (row, index) => rows.findIndex(({ text, glyph }) => text === row.text && glyph === row.glyph) === index,
  )
}
