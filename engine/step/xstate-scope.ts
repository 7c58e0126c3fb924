/**
 * The only file that calls XState. It moves a machine and tells a `Mover` of every guard asked and every mark passed, in
 * order; nothing else of XState reaches the engine, and no snapshot of it is stored.
 *
 * One inert actor scope is reused for ever: XState's own `transition()` builds an actor and the initial snapshot anew at
 * each call. The context holds the mover and nothing else: guards ask it, marks tell it, XState only carries it. `always`
 * cycles are bounded, delays are never scheduled (they are timers of ours), and no child actor exists.
 */
import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  assign,
  createEmptyActor,
  createMachine,
  type StateNode,
} from 'xstate'
import type { Machine } from '../machine/compile-machine.ts'
import type { StateValue } from './record.ts'

/** Who runs a machine: judges its guards and hears its marks. */
export interface Mover {
  asked(transition: number | undefined): boolean
  marked(type: string, params: Readonly<Record<string, string | number>>): void
}

/** Where a machine stands. */
export interface Position {
  readonly value: StateValue
  readonly history: Readonly<Record<string, readonly string[]>>
}

/** A position and whether XState itself sees the machine as ended. */
export interface Moved extends Position {
  readonly done: boolean
  /** Some transition was taken. */
  readonly moved: boolean
}

const MAX_MICROSTEPS = 1000

const machines = new WeakMap<Machine, AnyStateMachine>()

/** The XState machine of a compiled process; made once. */
function machineOf(machine: Machine): AnyStateMachine {
  const known = machines.get(machine)
  if (known) return known
  const delays = Object.fromEntries(
    machine.transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [[trigger.key, () => 0] as const] : [])),
  )
  const config = {
    ...machine.config,
    options: { maxIterations: MAX_MICROSTEPS },
    context: ({ input }: { input: unknown }) => ({ mover: input }),
  }
  const made: AnyStateMachine = createMachine(config as Parameters<typeof createMachine>[0], {
    guards: {
      guard: ({ context }, params) => moverOf(context).asked(Number((params as { transition: number }).transition)),
      otherwise: ({ context }) => moverOf(context).asked(undefined),
    },
    // An assignment of nothing: a context that XState takes for a new one.
    actions: { write: assign({}) },
    delays,
  })
  machines.set(machine, made)
  return made
}

function moverOf(context: unknown): Mover {
  return (context as { readonly mover: Mover }).mover
}

const self = createEmptyActor()
let current: Mover | undefined

const scope = {
  self,
  system: self.system,
  id: '',
  sessionId: '',
  defer: () => {},
  logger: () => {},
  stopChild: () => {},
  emit: () => {},
  actionExecutor: (action: { type: string; params: unknown }) => {
    if (action.type.startsWith('xstate.')) return
    current?.marked(action.type, action.params as Readonly<Record<string, string | number>>)
  },
} as unknown as AnyActorScope

function within<T>(mover: Mover, move: () => T): T {
  current = mover
  try {
    return move()
  } finally {
    current = undefined
  }
}

/** Enters the machine's initial states. */
export function enterMachine(machine: Machine, mover: Mover): Moved {
  const snapshot = within(mover, () => machineOf(machine).getInitialSnapshot(scope, mover) as AnyMachineSnapshot)
  if (snapshot.status === 'error') throw snapshot.error
  return { ...positionOf(snapshot), moved: true }
}

/** Gives a machine one event. `event` must be one the machine declares: XState memoises every other name for ever. */
export function moveMachine(machine: Machine, position: Position, event: string, mover: Mover): Moved {
  const xstate = machineOf(machine)
  const before = restore(xstate, position, mover)
  if (!xstate.events.includes(event)) return { ...position, done: false, moved: false }
  let taken = false
  const listening: Mover = {
    asked: (transition) => mover.asked(transition),
    marked: (type, params) => {
      taken = true
      mover.marked(type, params)
    },
  }
  const after = within(listening, () => xstate.transition(before, { type: event }, scope) as AnyMachineSnapshot)
  return { ...positionOf(after), moved: taken || after !== before }
}

function restore(xstate: AnyStateMachine, position: Position, mover: Mover): AnyMachineSnapshot {
  const historyValue: Record<string, StateNode[]> = {}
  for (const [id, ids] of Object.entries(position.history)) {
    historyValue[id] = ids.map((node) => xstate.getStateNodeById(node) as unknown as StateNode)
  }
  return xstate.resolveState({ value: position.value, context: { mover }, historyValue } as Parameters<
    AnyStateMachine['resolveState']
  >[0])
}

function positionOf(snapshot: AnyMachineSnapshot): Position & { readonly done: boolean } {
  const history: Record<string, readonly string[]> = {}
  for (const [id, nodes] of Object.entries(snapshot.historyValue as Record<string, readonly StateNode[]>)) {
    history[id] = nodes.map((node) => node.id)
  }
  return { value: snapshot.value as StateValue, history, done: snapshot.status === 'done' }
}
