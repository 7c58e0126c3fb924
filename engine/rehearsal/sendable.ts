/** Which events a rehearsal may send for a waiting state, and what it says with them. */
import type { Definition, EventDeclaration, Transition } from '../definition/definition.ts'
import { type ExpressionNode, parseExpression } from '../expression/parse-expression.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import type { Chance } from './chance.ts'

/** A transition that an event of a person takes. */
export interface Sendable {
  readonly event: EventDeclaration
  readonly roles: readonly string[]
  /** Fields that its guard compares with a constant. */
  readonly fixed: JsonObject
  /** Relative; never 0. */
  readonly weight: number
}

const known = new WeakMap<Definition, Map<string, readonly Sendable[]>>()

/**
 * The events a waiting state may be sent, in text order: its own by their odds, or its first where none of them has
 * odds; and those of the states around it that have odds. Odds of 0 mean never, an event only processes send is none.
 */
export function sendablesOf(definition: Definition, path: string): readonly Sendable[] {
  let states = known.get(definition)
  if (!states) {
    states = new Map()
    known.set(definition, states)
  }
  let found = states.get(path)
  if (!found) {
    found = findSendables(definition, path)
    states.set(path, found)
  }
  return found
}

function findSendables(definition: Definition, path: string): readonly Sendable[] {
  const own = eventsOf(definition, path)
  const hasOdds = own.some(({ odds }) => odds !== undefined)
  const chosen = own
    .filter((transition) => rolesOf(definition, transition).length > 0)
    .map((transition, index) => ({ transition, weight: hasOdds ? (transition.odds ?? 0) : index === 0 ? 1 : 0 }))
  const around: typeof chosen = []
  for (let at = definition.states.get(path)?.parent; at !== undefined; at = definition.states.get(at)?.parent) {
    for (const transition of eventsOf(definition, at)) {
      if (rolesOf(definition, transition).length > 0) around.push({ transition, weight: transition.odds ?? 0 })
    }
  }
  return [...chosen, ...around].flatMap(({ transition, weight }) => {
    const sendable = weight > 0 ? sendableOf(definition, transition, weight) : undefined
    return sendable ? [sendable] : []
  })
}

function eventsOf(definition: Definition, path: string): readonly Transition[] {
  return (definition.states.get(path)?.transitions ?? []).filter(({ trigger }) => trigger.kind === 'event')
}

function rolesOf(definition: Definition, { trigger, by }: Transition): readonly string[] {
  return trigger.kind === 'event' ? (by ?? definition.events[trigger.event]?.by ?? []) : []
}

function sendableOf(definition: Definition, transition: Transition, weight: number): Sendable | undefined {
  const event = transition.trigger.kind === 'event' ? definition.events[transition.trigger.event] : undefined
  if (!event) return undefined
  return { event, roles: rolesOf(definition, transition), fixed: constantsOf(transition.guard?.text), weight }
}

/** The event as a script names it, sent for a state: with what the guards around fix of it. */
export function sendableNamed(definition: Definition, path: string, name: string): Sendable | undefined {
  for (let at: string | undefined = path; at !== undefined; at = definition.states.get(at)?.parent) {
    const taking = eventsOf(definition, at).find(({ trigger }) => trigger.kind === 'event' && trigger.event === name)
    if (taking) return sendableOf(definition, taking, 1)
  }
  return undefined
}

/** One by its weight, and the others, which are tried when nothing else can move. */
export function choose(chance: Chance, sendables: readonly Sendable[]): Sendable | undefined {
  return sendables.length === 1 ? sendables[0] : chance.pick(sendables.map((item) => ({ item, weight: item.weight })))
}

/** What `event.step == 'vision'` fixes, either way round and within `&&`. */
export function constantsOf(guard: string | undefined): JsonObject {
  const parsed = guard === undefined ? undefined : parseExpression(guard)
  return parsed?.ok ? Object.fromEntries(equalities(parsed.node)) : {}
}

function equalities(node: ExpressionNode): readonly (readonly [string, Json])[] {
  if (node.kind === 'and') return [...equalities(node.left), ...equalities(node.right)]
  if (node.kind !== 'binary' || node.operator !== '==') return []
  const sides = [node.left, node.right]
  const field = sides.find((side) => side.kind === 'select' && side.of.kind === 'name' && side.of.name === 'event')
  const constant = sides.find((side) => side.kind === 'literal')
  return field?.kind === 'select' && constant?.kind === 'literal' ? [[field.field, constant.value]] : []
}
