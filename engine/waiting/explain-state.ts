/** Why a state without work of its own waits: for an event, a condition, the clock, or for others around it. */
import type { Definition, State, Transition } from '../definition/definition.ts'
import { outwards, type Scene, type Thing, waitingIn } from './circumstances.ts'
import type { Explained } from './explain-work.ts'
import { findUnmet } from './find-unmet.ts'
import type { Move, Reason, Unmet } from './finding.ts'

/** A way on by itself, and what it lacks. */
interface Conditional {
  readonly transition: Transition
  readonly unmet: readonly Unmet[]
}

/** Conditions, events of other processes, and others to be done; the caller adds what people and the clock can do. */
export function explainState(scene: Scene, thing: Thing, state: State): Explained {
  const conditions = conditionsOf(scene, thing, state)
  const onward = conditions.flatMap((condition) => (fallsBack(scene, condition) ? [] : condition.unmet))
  const follow = [...new Set(onward.flatMap(({ findings }) => findings))].map(
    (finding): Move => ({ kind: 'follow', finding }),
  )
  const events = eventsNamed(scene, state)
  const others = scene.resting.has(thing.id) ? [{ kind: 'others', findings: waitingAround(scene, thing) } as const] : []
  return {
    reasons: [...others, ...events, ...conditions.map(({ unmet }) => ({ kind: 'condition', unmet }) as const)],
    moves: [
      ...follow,
      ...others.flatMap(({ findings }) => findings).map((finding): Move => ({ kind: 'follow', finding })),
      ...(events.some(({ roles }) => roles.length === 0) ? relatives(scene) : []),
    ],
  }
}

function unmetOf(scene: Scene, thing: Thing, { guard, source }: Transition): readonly Unmet[] {
  return guard ? findUnmet({ scene, id: thing.id, path: source }, guard) : []
}

function eventsNamed({ situation }: Scene, state: State): readonly Extract<Reason, { kind: 'event' }>[] {
  const names = new Map<string, readonly string[]>()
  for (const { trigger, by } of state.transitions) {
    if (trigger.kind !== 'event') continue
    const roles = by ?? situation.definition.events[trigger.event]?.by ?? []
    names.set(trigger.event, [...new Set([...(names.get(trigger.event) ?? []), ...roles])])
  }
  return [...names].map(([event, roles]) => ({ kind: 'event', event, roles }))
}

/**
 * A condition that holds as soon as states are no longer as they are, on a way that comes round to the same state again,
 * leads back, not on: a step that is passed falls back when one it builds on is opened again.
 */
function fallsBack(scene: Scene, { transition, unmet }: Conditional): boolean {
  const isUndoing = unmet.length > 0 && unmet.every((part) => part.kind === 'states' && !part.must)
  return isUndoing && comesBack(scene.situation.definition, transition)
}

/** Whether a state is entered again from where a transition of it leads. */
function comesBack({ states }: Definition, { source, target }: Transition): boolean {
  const reached = new Set<string>()
  const next = target === undefined ? [] : [target]
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (path === source) return true
    if (reached.has(path)) continue
    reached.add(path)
    const state = states.get(path)
    next.push(...(state?.children ?? []), ...(state?.transitions.flatMap((each) => each.target ?? []) ?? []))
  }
  return false
}

function hasOwnWay(scene: Scene, state: State, conditions: readonly Conditional[]): boolean {
  const byItself = conditions.some((condition) => !fallsBack(scene, condition))
  return byItself || state.transitions.some(({ trigger, target }) => trigger.kind !== 'always' && target !== undefined)
}

/** What else waits in the nearest state around it in which something else has something to do. */
function waitingAround(scene: Scene, thing: Thing): readonly string[] {
  const [, ...around] = outwards(scene, thing.state)
  for (const path of around) {
    const found = waitingIn(scene, path, thing.id).filter((id) => !scene.resting.has(id))
    if (found.length > 0) return found
  }
  return []
}

/** Ids of states that only others move on: they have no way out of their own but one back. */
export function restingIn(scene: Scene): readonly string[] {
  return scene.things.flatMap((thing) => {
    const state = thing.kind === 'state' ? scene.situation.definition.states.get(thing.state) : undefined
    return state && !hasOwnWay(scene, state, conditionsOf(scene, thing, state)) ? [thing.id] : []
  })
}

function conditionsOf(scene: Scene, thing: Thing, { transitions }: State): readonly Conditional[] {
  const always = transitions.filter(({ trigger }) => trigger.kind === 'always')
  return always.map((transition) => ({ transition, unmet: unmetOf(scene, thing, transition) }))
}

/** Processes that may send it something: the one it is part of, and those it has started. */
function relatives({ situation, children }: Scene): readonly Move[] {
  const { parent } = situation.record
  const instances = [...(parent ? [parent.instance] : []), ...children.keys()]
  return instances.map((instance) => ({ kind: 'look', instance }))
}
