import type { Definition, Operation, State, Transition } from '../../definition/definition.ts'
import { partsOf } from '../../expression/parts-of.ts'
import { type Condition, contradict } from '../contradiction.ts'
import { guardOf } from '../guards.ts'
import { defineRule } from '../rule.ts'
import { withAncestors } from '../state-graph.ts'

/** A move by `always` from an innermost state to the next, and what must hold and must not for it. */
interface Leap {
  readonly from: State
  readonly to: State
  readonly move: Transition
  readonly missed: readonly Transition[]
}

/** States that move on without end the moment they are entered: nothing on the way changes what their guards read. */
export const endlessAlways = defineRule('lint/endless-always', (definition, _environment, report) => {
  const told = new Set<string>()
  for (const state of definition.states.values()) {
    if (told.has(state.path)) continue
    const circle = circleFrom(definition, state)
    const [first] = circle ?? []
    if (!circle || !first) continue
    for (const { from } of circle) told.add(from.path)
    const { usedAt } = definition.states.get(first.move.source) ?? state
    report({ state: state.key }, { place: first.move.place, usedAt })
  }
})

const LONGEST = 12
const MOST_LEAPS = 2000

/** The first circle of leaps from a state back to it that surely has no end. */
function circleFrom(definition: Definition, start: State): readonly Leap[] | undefined {
  const waiting: (readonly Leap[])[] = leapsFrom(definition, start).map((leap) => [leap])
  for (const [index, way] of waiting.entries()) {
    const last = way.at(-1)
    if (!last || index > MOST_LEAPS) return undefined
    if (last.to.path === start.path) {
      if (isEndless(definition, way)) return way
    } else if (way.length < LONGEST && !way.some(({ from }) => from.path === last.to.path)) {
      waiting.push(...leapsFrom(definition, last.to).map((leap) => [...way, leap]))
    }
  }
  return undefined
}

/** What may happen by itself where this is the innermost active state: its own `always` are tried first. */
function leapsFrom(definition: Definition, from: State): readonly Leap[] {
  if (from.kind === 'compound' || from.kind === 'parallel' || from.kind === 'history') return []
  const moves = withAncestors(definition, from.path).flatMap(({ transitions }) => transitions.filter(isAlways))
  return moves.flatMap((move, index) => {
    // Without a target nothing is left, and the same move may be taken again.
    const to = move.target === undefined ? from : innermost(definition, move.target)
    return to ? [{ from, to, move, missed: moves.slice(0, index) }] : []
  })
}

function isAlways({ trigger }: Transition): boolean {
  return trigger.kind === 'always'
}

/** The innermost state once a target is entered; undefined where there are several, or it cannot be known. */
function innermost(definition: Definition, target: string): State | undefined {
  let entered = definition.states.get(target)
  while (entered?.kind === 'compound') {
    entered = entered.initial === undefined ? undefined : definition.states.get(entered.initial)
  }
  return entered?.kind === 'parallel' || entered?.kind === 'history' ? undefined : entered
}

/** All guards on the way can hold together, and nothing on the way changes what they read. */
function isEndless(definition: Definition, way: readonly Leap[]): boolean {
  const conditions = way.flatMap(({ move, missed }): Condition[] => [
    guardOf(definition, move, true),
    ...missed.map((other) => guardOf(definition, other, false)),
  ])
  const guards = way.flatMap(({ move, missed }) => [move, ...missed].flatMap(({ guard }) => guard ?? []))
  const written = writtenOn(definition, way)
  const mayChange = guards.some(
    ({ syntax, reads }) =>
      !syntax ||
      reads.some((path) => written.has(path) || written.has(path.split('.', 1)[0] ?? path)) ||
      [...partsOf(syntax)].some((part) => part.kind === 'call' && (part.name === 'active' || part.name === 'tagged')),
  )
  return !mayChange && areIndependent(guards) && !contradict(conditions)
}

/** Different guards may exclude each other in ways that cannot be shown, where they read the same things. */
function areIndependent(guards: readonly { readonly text: string; readonly reads: readonly string[] }[]): boolean {
  const byText = [...new Map(guards.map((guard) => [guard.text.replaceAll(/[\s!()]/g, ''), guard])).values()]
  const all = byText.flatMap(({ reads }) => [...new Set(reads)])
  const usesValues = all.some((path) => path.startsWith('values'))
  return byText.length < 2 || (!usesValues && new Set(all).size === all.length)
}

/** Paths that the moves, and the states they leave and enter, assign; `own` stands for every record. */
function writtenOn(definition: Definition, way: readonly Leap[]): ReadonlySet<string> {
  const states = way.flatMap(({ from, to }) => [from, to].flatMap(({ path }) => withAncestors(definition, path)))
  const operations: readonly Operation[] = [
    ...way.flatMap(({ move }) => move.operations),
    ...states.flatMap(({ entry, exit }) => [...entry, ...exit]),
  ]
  const writes = operations.flatMap((operation) => (operation.kind === 'assign' ? operation.writes : []))
  const anything = writes.length > 0 ? ['values'] : []
  return new Set([
    ...anything,
    ...writes.flatMap(({ record, field }) => (record === undefined ? [`data.${field}`] : ['own', `data.${record}`])),
  ])
}
