/**
 * Finds siblings with the same inner structure, such as the uses of one template, so that the structure is drawn once.
 * It compares keys, kinds and moves, and knows no template. Deep inside, work is work: a task here may be a stage of
 * several tasks there.
 */
import type { Definition, State, Transition } from '../definition/definition.ts'
import { descendantsOf, type Fold, isInside, relativePath, stateAt } from './scene.ts'

/** From here down an outline does not ask how work is done. */
const workDepth = 2

/** Fewest siblings and fewest inner states worth folding. */
const fewestMembers = 3
const fewestInside = 3

/** The outermost groups of alike siblings, by the path of each member. */
export function foldAlike(definition: Definition): ReadonlyMap<string, Fold> {
  const folds = new Map<string, Fold>()
  const visit = (path: string): void => {
    for (const fold of groupsIn(definition, path)) for (const member of fold.members) folds.set(member, fold)
    for (const child of stateAt(definition, path).children) if (!folds.has(child)) visit(child)
  }
  for (const root of ['', ...definition.beside]) visit(root)
  return folds
}

function groupsIn(definition: Definition, parent: string): readonly Fold[] {
  const groups = new Map<string, string[]>()
  for (const child of stateAt(definition, parent).children) {
    const inside = descendantsOf(definition, child)
    if (inside.length < fewestInside) continue
    const outline = shape(definition, child, child, 0, workDepth)
    groups.set(outline, [...(groups.get(outline) ?? []), child])
  }
  return [...groups.values()]
    .filter((members) => members.length >= fewestMembers)
    .map((members) => ({ parent, members, example: commonest(definition, members) }))
}

/** The first of the members whose full shape most of them have. */
function commonest(definition: Definition, members: readonly string[]): string {
  const shapes = members.map((member) => fullShape(definition, member))
  const count = (wanted: string) => shapes.filter((candidate) => candidate === wanted).length
  const most = Math.max(...shapes.map(count))
  return members[shapes.findIndex((candidate) => count(candidate) === most)] ?? members[0] ?? ''
}

/** A text that two states share if everything inside them has the same keys, kinds and moves. */
export function fullShape(definition: Definition, path: string): string {
  return shape(definition, path, path, 0, Number.POSITIVE_INFINITY)
}

function shape(definition: Definition, path: string, base: string, depth: number, limit: number): string {
  const state = stateAt(definition, path)
  const outlined = depth >= limit && isWork(state)
  return JSON.stringify([
    path === base ? '' : state.key,
    outlined ? 'work' : state.kind,
    state.initial && !outlined ? relativePath(state.initial, path) : '',
    state.history ?? '',
    outlined ? [] : state.rhythms.length,
    moves(state, base),
    outlined ? [] : state.children.map((child) => shape(definition, child, base, depth + 1, limit)),
  ])
}

function isWork({ kind }: State): boolean {
  return kind === 'task' || kind === 'action' || kind === 'children' || kind === 'compound'
}

/** Moves within the base, each once; what leads out of it does not belong to its inner structure. */
function moves(state: State, base: string): readonly string[] {
  const inside = state.transitions.filter(({ target }) => target !== undefined && isInside(target, base))
  return [
    ...new Set(
      inside.map((transition) => `${triggerShape(transition)}>${relativePath(transition.target ?? '', base)}`),
    ),
  ]
}

function triggerShape({ trigger }: Transition): string {
  if (trigger.kind === 'done') return 'ending'
  if (trigger.kind !== 'ending') return trigger.kind
  return trigger.ending === 'rejected' || trigger.ending === 'failed' ? trigger.ending : 'ending'
}
