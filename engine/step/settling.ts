/**
 * What a move brings, as far as it follows from the definition alone: whose work is closed, what opens. Worked out once
 * for each distinct move; `settle.ts` does it on the data of an instance.
 */
import type { Definition, State } from '../definition/definition.ts'
import type { Machine } from '../machine/compile-machine.ts'
import type { Mark } from './mark.ts'

export interface Settling {
  /** States left that were active before the move, in the order they were left. */
  readonly leaving: readonly Leaving[]
  /** States entered that are active after it, in the order they were entered. */
  readonly entering: readonly Entering[]
  /** States entered that hold a history: what was put aside below them is given up. */
  readonly renewed: readonly string[]
}

export interface Entering {
  readonly state: State
  /** A history led back to it: what was put aside of it goes on. */
  readonly returns: boolean
}

export interface Leaving {
  readonly path: string
  /** It may come back through a history: its work is put aside. */
  readonly returns: boolean
  /** What becomes of its open children. */
  readonly leave: 'cancel' | 'keep'
}

export function settlingOf(
  { definition }: Machine,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  tape: readonly Mark[],
): Settling {
  const left = new Set(tape.flatMap((mark) => (mark.kind === 'leave' ? [mark.state.path] : [])))
  const entered = enteredBy(definition, tape)
  const leaving = [...left].filter((path) => before.has(path))
  return {
    leaving: leaving.map((path) => ({
      path,
      returns: mayReturn(definition, path, new Set(leaving)),
      leave: leaveOf(definition, path, tape),
    })),
    entering: entered.filter(({ state: { path } }) => after.has(path) && (!before.has(path) || left.has(path))),
    renewed: entered.filter(({ state }) => holdsHistory(definition, state)).map(({ state }) => state.path),
  }
}

/** States entered, each once, and whether a history led to it the last time: it may have been left again meanwhile. */
function enteredBy(definition: Definition, tape: readonly Mark[]): readonly Entering[] {
  const entered = new Map<State, boolean>()
  let parents: string[] = []
  let entering = false
  for (const mark of tape) {
    if (mark.kind === 'enter')
      entered.set(
        mark.state,
        parents.some((parent) => isWithin(mark.state.path, parent)),
      )
    // What is left or taken after an entry belongs to the next transitions.
    else if (entering) parents = [...returnOf(definition, mark)]
    else parents.push(...returnOf(definition, mark))
    entering = mark.kind === 'enter'
  }
  return [...entered].map(([state, returns]) => ({ state, returns }))
}

/** What becomes of children: as the transition taken says, else as their state says. */
export function leaveOf(definition: Definition, path: string, tape: readonly Mark[]): 'cancel' | 'keep' {
  for (const mark of tape) {
    if (mark.kind !== 'take') continue
    const { source, leave } = mark.transition
    if (leave && isWithin(path, source)) return leave
  }
  const work = definition.states.get(path)?.work
  return work?.kind === 'children' ? work.leave : 'cancel'
}

/** Whether a path is that of the state or of one inside it. */
export function isWithin(path: string, state: string): boolean {
  return state === '' || path === state || path.startsWith(`${state}.`)
}

/** A state left together with one that holds a history may come back through it. */
function mayReturn(definition: Definition, path: string, leaving: ReadonlySet<string>): boolean {
  const { states } = definition
  for (let state = states.get(path); state; state = state.parent === undefined ? undefined : states.get(state.parent)) {
    if (leaving.has(state.path) && holdsHistory(definition, state)) return true
  }
  return false
}

function holdsHistory({ states }: Definition, { children }: State): boolean {
  return children.some((child) => states.get(child)?.kind === 'history')
}

/** The parent of the history state a transition leads to. */
function returnOf({ states }: Definition, mark: Mark): readonly string[] {
  const target = mark.kind === 'take' ? mark.transition.target : undefined
  const state = target === undefined ? undefined : states.get(target)
  return state?.kind === 'history' && state.parent !== undefined ? [state.parent] : []
}
