/** The arrows of a picture: transitions between what is visible, those with the same ends merged into one. */
import type { State } from '../definition/definition.ts'
import { arrowLabel } from './arrow-label.ts'
import { breakLines } from './measure-text.ts'
import { sizes } from './palette.ts'
import type { PictureEdge } from './picture-node.ts'
import { descendantsOf, isInside, type Scene, stateAt } from './scene.ts'

/** Most lines of a label; what is more becomes `…`. */
const mostLines = 6

const widestLabel = 230

interface Arrow {
  readonly source: string
  readonly target: string
  readonly label: string
}

/** Arrows among the given states and all that is inside them; the root as one of them stands for the whole flow. */
export function pictureEdges(scene: Scene, roots: readonly string[]): readonly PictureEdge[] {
  const states = roots.flatMap((root) => [stateAt(scene.definition, root), ...descendantsOf(scene.definition, root)])
  const drawn = new Set(states.map(({ path }) => path))
  const arrows = states.flatMap((state) => [...initialArrow(scene, state), ...moveArrows(scene, state, drawn)])
  return merge(arrows)
}

/** The state itself or the folded state it is inside of. */
function visible(scene: Scene, path: string): string {
  for (const member of scene.folds.keys()) if (path === member || isInside(path, member)) return member
  return path
}

function initialArrow(scene: Scene, state: State): readonly Arrow[] {
  if (
    state.kind !== 'compound' ||
    state.initial === undefined ||
    visible(scene, state.initial) === visible(scene, state.path)
  )
    return []
  return [{ source: `initial:${state.path}`, target: visible(scene, state.initial), label: '' }]
}

function moveArrows(scene: Scene, state: State, drawn: ReadonlySet<string>): readonly Arrow[] {
  return state.transitions.flatMap((transition): readonly Arrow[] => {
    if (transition.target === undefined || !drawn.has(transition.target)) return []
    const from = visible(scene, state.path)
    const to = visible(scene, transition.target)
    if (from === to && scene.folds.has(from)) return []
    return [{ ...ends(scene, from, to), label: arrowLabel(scene, transition) }]
  })
}

/** An arrow never joins a box with what it contains: it comes from `anywhere` inside, or leads to where it begins. */
function ends(scene: Scene, from: string, to: string): { readonly source: string; readonly target: string } {
  const contains = stateAt(scene.definition, from).children.length > 0 && !scene.folds.has(from)
  if (from === to && contains) return { source: `anywhere:${from}`, target: `initial:${from}` }
  if (isInside(to, from)) return { source: `anywhere:${from}`, target: to }
  if (isInside(from, to)) return { source: from, target: `initial:${to}` }
  return { source: from, target: to }
}

function merge(arrows: readonly Arrow[]): readonly PictureEdge[] {
  const merged = new Map<string, Arrow[]>()
  for (const arrow of arrows) {
    const key = `${arrow.source} > ${arrow.target}`
    merged.set(key, [...(merged.get(key) ?? []), arrow])
  }
  return [...merged].flatMap(([id, [first, ...others]]) => {
    if (!first) return []
    const labels = [...new Set([first, ...others].map((arrow) => arrow.label).filter(Boolean))]
    const lines = labels.flatMap((text) => breakLines(text, sizes.label, widestLabel))
    return [{ id, source: first.source, target: first.target, lines: shortened(lines) }]
  })
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), '…']
}
