/** Which states can follow which. Guards are not judged: what may happen, happens. */
import type { Definition, State, Transition } from '../definition/definition.ts'

/** The state at a path and those around it, from the innermost out. */
export function withAncestors(definition: Definition, path: string): readonly State[] {
  const found: State[] = []
  for (let at: string | undefined = path; at !== undefined; ) {
    const state = definition.states.get(at)
    if (!state) break
    found.push(state)
    at = state.parent
  }
  return found
}

/** Whether a state can come to its own end: a final state, a compound that holds one, a parallel whose regions all can. */
export function canFinish(definition: Definition, path: string): boolean {
  const state = definition.states.get(path)
  if (!state) return false
  if (state.kind === 'parallel') return state.children.every((region) => canFinish(definition, region))
  if (state.kind !== 'compound') return state.kind === 'final'
  return state.children.some((child) => definition.states.get(child)?.kind === 'final')
}

/** The root of the flow a state stands in: `''`, or that of the work beside the flow. */
export function flowRoot(definition: Definition, path: string): string {
  return withAncestors(definition, path).at(-1)?.path ?? ''
}

/** States that become active with this one: what is entered inside it, and for a history state what was left. */
export function enteredWith(definition: Definition, state: State): readonly string[] {
  if (state.kind === 'parallel') return state.children
  if (state.kind === 'compound') return state.initial === undefined ? [] : [state.initial]
  if (state.kind === 'history' && state.parent !== undefined) {
    const parent = definition.states.get(state.parent)
    return parent ? parent.children.filter((child) => child !== state.path) : []
  }
  return []
}

/** Transitions that may be taken while this state is the innermost active one: its own and those of the states around. */
export function movesFrom(definition: Definition, path: string): readonly Transition[] {
  return withAncestors(definition, path).flatMap((state, distance) =>
    state.transitions.filter(({ trigger }) => {
      if (trigger.kind !== 'done') return true
      return distance > 0 && endsWith(definition, path, state.path)
    }),
  )
}

/** Whether the state at `path` is final and `around` ends with it, alone or with its other regions. */
export function endsWith(definition: Definition, path: string, around: string): boolean {
  const [innermost, ...outer] = withAncestors(definition, path)
  if (innermost?.kind !== 'final') return false
  for (const [distance, state] of outer.entries()) {
    if (distance > 0 && state.kind !== 'parallel') return false
    if (!canFinish(definition, state.path)) return false
    if (state.path === around) return true
  }
  return false
}

/** All paths that can be come to from some, these included. */
export function closure(start: Iterable<string>, next: (path: string) => Iterable<string>): Set<string> {
  const found = new Set(start)
  for (const path of found) for (const follower of next(path)) found.add(follower)
  return found
}

/** Whether a state is another one or stands inside it. */
export function isWithin(path: string, around: string): boolean {
  return path === around || (around === '' ? !path.startsWith('~') : path.startsWith(`${around}.`))
}

/** The innermost state around two, which may be one of them. */
export function commonAncestor(definition: Definition, a: string, b: string): State | undefined {
  return withAncestors(definition, a).find(({ path }) => isWithin(b, path))
}

/** Whether two states may be active at once: one stands in the other, or they stand in two regions. */
export function mayBeActiveTogether(definition: Definition, a: string, b: string): boolean {
  if (isWithin(a, b) || isWithin(b, a)) return true
  return commonAncestor(definition, a, b)?.kind === 'parallel'
}

/** Whether a transition leaves a state while it is active. */
export function leaves(definition: Definition, { source, target }: Transition, path: string): boolean {
  if (target === undefined || !mayBeActiveTogether(definition, source, path)) return false
  const goesInside = target !== source && isWithin(target, source)
  const anew = isWithin(source, target)
  // What stays: the source itself where the target is inside it; else the innermost state around both that is neither.
  const stays = goesInside
    ? source
    : anew
      ? definition.states.get(target)?.parent
      : commonAncestor(definition, source, target)?.path
  return stays === undefined ? true : path !== stays && isWithin(path, stays)
}
