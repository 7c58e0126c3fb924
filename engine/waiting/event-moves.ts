/** Events that somebody could send to move a state on, as things stand. */
import type { Transition } from '../definition/definition.ts'
import type { Condition } from '../expression/condition.ts'
import type { Expression } from '../expression/expression.ts'
import type { Json } from '../expression/type.ts'
import { outwards, type Scene, type Thing } from './circumstances.ts'
import { type Asking, findUnmet, valueNow } from './find-unmet.ts'
import type { Move } from './finding.ts'
import { judgeNow } from './judge-now.ts'
import { whoMaySend } from './who-may.ts'

type Sending = Extract<Move, { readonly kind: 'send' }>

/**
 * Moves by event for a state: its own, then of the states around it those that lead away. One that a state further in
 * takes first is none; nor is one that an exception asks more for than can be had.
 */
export function eventMoves(scene: Scene, thing: Thing): readonly Sending[] {
  const taken = new Set<string>()
  return outwards(scene, thing.state).flatMap((path) => {
    const transitions = scene.situation.definition.states.get(path)?.transitions ?? []
    const moves = transitions.flatMap((transition) => moveOf(scene, thing, path, transition, taken) ?? [])
    for (const { event, unmet, fixed } of moves)
      if (unmet.length === 0 && Object.keys(fixed).length === 0) taken.add(event)
    return moves.filter(({ around, unmet, target }) => !around || (unmet.length === 0 && target !== undefined))
  })
}

function moveOf(
  scene: Scene,
  thing: Thing,
  path: string,
  transition: Transition,
  taken: ReadonlySet<string>,
): Sending | undefined {
  const { trigger, guard, target, requires } = transition
  if (trigger.kind !== 'event' || taken.has(trigger.event)) return undefined
  const declared = scene.situation.definition.events[trigger.event]
  const roles = transition.by ?? declared?.by ?? []
  if (!declared || roles.length === 0 || isShadowed(scene, thing, path, transition)) return undefined
  const asking: Asking = { scene, id: thing.id, path }
  const entering = target === undefined ? [] : (scene.situation.definition.states.get(target)?.requires ?? [])
  const unmet = [
    ...(guard ? findUnmet(asking, guard) : []),
    ...judgeNow(asking, requires).unmet,
    ...judgeNow({ ...asking, path: target ?? path }, entering).unmet,
  ]
  return {
    kind: 'send',
    event: trigger.event,
    roles,
    people: whoMaySend(scene.directory, scene.situation.definition, trigger.event, roles),
    fields: declared.with,
    ...dataFor(asking, [guard, ...requires.map(({ that, when, every }) => (when || every ? undefined : that))]),
    around: path !== thing.state,
    ...(target === undefined ? {} : { target }),
    unmet,
  }
}

/** An earlier transition of the same state takes the event whatever is sent with it. */
function isShadowed(scene: Scene, thing: Thing, path: string, { index, trigger }: Transition): boolean {
  const transitions = scene.situation.definition.states.get(path)?.transitions ?? []
  return transitions.some(
    (earlier) =>
      earlier.index < index &&
      earlier.trigger.kind === 'event' &&
      trigger.kind === 'event' &&
      earlier.trigger.event === trigger.event &&
      (!earlier.guard || valueNow({ scene, id: thing.id, path }, earlier.guard) === true),
  )
}

/** What conditions ask of the data: `event.step == 'vision'` fixes a field, `has(event.reason)` wants one given. */
function dataFor(asking: Asking, conditions: readonly (Expression | undefined)[]): DataAsked {
  const fixed: Record<string, Json> = {}
  const choices: Record<string, readonly Json[]> = {}
  const needed: string[] = []
  for (const part of conditions.flatMap((expression) => conjuncts(expression?.condition))) {
    const field = part.kind === 'presence' ? fieldOfEvent(part.path) : undefined
    if (field !== undefined) needed.push(field)
    if (part.kind !== 'comparison') continue
    const [left, right] = [fieldOfEvent(part.left.text), fieldOfEvent(part.right.text)]
    const name = left ?? right
    const value = valueNow(asking, left === undefined ? part.left : part.right)
    if (name === undefined || value === undefined) continue
    if (part.operator === '==') fixed[name] = value
    else if (part.operator === 'in' && left !== undefined && Array.isArray(value)) choices[left] = value
  }
  return { fixed, choices, needed }
}

type DataAsked = Pick<Sending, 'fixed' | 'choices' | 'needed'>

function conjuncts(condition: Condition | undefined): readonly Condition[] {
  if (condition?.kind === 'all') return condition.of.flatMap(conjuncts)
  return condition ? [condition] : []
}

function fieldOfEvent(text: string): string | undefined {
  return /^event\.(\w+)$/.exec(text)?.[1]
}
