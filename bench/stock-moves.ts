/**
 * The same moves by XState's own `transition()`, as its documentation has it used: a snapshot restored from what is
 * stored, the event, the next snapshot. Guards and operations are the step's own, so that both sides do the same.
 */
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  assign,
  createMachine,
  initialTransition,
  transition,
} from 'xstate'
import type { Machine } from '../engine/machine/compile-machine.ts'
import { type Configuration, configurationOf } from '../engine/step/configuration.ts'
import type { Mark } from '../engine/step/mark.ts'
import { activeAfter, type Move, type Moves, type Walker } from '../engine/step/moves.ts'
import type { StateValue } from '../engine/step/record.ts'
import { settlingOf } from '../engine/step/settling.ts'

/** Who hears the marks of the transition under way. */
interface Ride {
  readonly machine: Machine
  readonly walker: Walker
  readonly tape: Mark[]
  choosing: boolean
  finished: boolean
}

interface Context {
  readonly ride: Ride
}

const machines = new WeakMap<Machine, AnyStateMachine>()

function stockOf(machine: Machine): AnyStateMachine {
  const known = machines.get(machine)
  if (known) return known
  const delays = Object.fromEntries(
    machine.transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [[trigger.key, () => 0] as const] : [])),
  )
  const mark = (kind: Mark['kind']) =>
    assign(({ context }: { context: Context }, params: Readonly<Record<string, string | number>>) => {
      hear(context.ride, kind, params)
      return {}
    })
  const config = { ...machine.config, context: ({ input }: { input: Ride }) => ({ ride: input }) }
  const made: AnyStateMachine = createMachine(config as unknown as Parameters<typeof createMachine>[0], {
    guards: {
      guard: ({ context }, params) =>
        judge((context as Context).ride, Number((params as { transition: number }).transition)),
      otherwise: ({ context }) => judge((context as Context).ride, undefined),
    },
    actions: { take: mark('take'), enter: mark('enter'), leave: mark('leave') } as never,
    delays,
  })
  machines.set(machine, made)
  return made
}

function judge(ride: Ride, index: number | undefined): boolean {
  ride.choosing = true
  const chosen = index === undefined ? undefined : ride.machine.transitions[index]
  return chosen?.guard === undefined || ride.walker.judge(chosen)
}

function hear(ride: Ride, kind: Mark['kind'], params: Readonly<Record<string, string | number>>): void {
  if (ride.finished) return
  const { machine, walker, tape } = ride
  const mark = markOf(machine, kind, params)
  tape.push(mark)
  if (ride.choosing) walker.begin()
  ride.choosing = false
  walker.pass(mark, activeAfter(mark, walker.active))
  ride.finished =
    mark.kind === 'enter' && mark.state.kind === 'final' && mark.state.parent === '' && !machine.ids.hasBeside
}

function markOf(machine: Machine, kind: Mark['kind'], params: Readonly<Record<string, string | number>>): Mark {
  const taken = machine.transitions[Number(params.transition)]
  if (kind === 'take' && taken) return { kind, transition: taken }
  const state = machine.definition.states.get(String(params.state))
  if (kind === 'take' || !state) throw new Error('a mark of nothing')
  return { kind, state }
}

function ended(machine: Machine, from: Configuration | undefined, ride: Ride, snapshot: AnyMachineSnapshot): Move {
  if (from && ride.tape.length === 0)
    return { moved: false, to: from, settling: settlingOf(machine, from.active, from.active, []) }
  const history = Object.fromEntries(
    Object.entries(snapshot.historyValue as Record<string, { id: string }[]>).map(([id, nodes]) => [
      id,
      nodes.map((node) => node.id),
    ]),
  )
  const to = configurationOf(machine, { value: snapshot.value as StateValue, history })
  return { moved: true, to, settling: settlingOf(machine, from?.active ?? new Set(), to.active, ride.tape) }
}

function rideOf(machine: Machine, walker: Walker): Ride {
  return { machine, walker, tape: [], choosing: true, finished: false }
}

/** Moves by stock XState. */
export const stockMoves: Moves = {
  at: configurationOf,
  enter: (machine, walker) => {
    const ride = rideOf(machine, walker)
    const [snapshot] = initialTransition(stockOf(machine), ride)
    return ended(machine, undefined, ride, snapshot as AnyMachineSnapshot)
  },
  move: (machine, from, event, walker) => {
    const stock = stockOf(machine)
    const ride = rideOf(machine, walker)
    const historyValue = Object.fromEntries(
      Object.entries(from.history).map(([id, nodes]) => [id, nodes.map((node) => stock.getStateNodeById(node))]),
    )
    const before = stock.resolveState({ value: from.value, context: { ride }, historyValue } as never)
    const [snapshot] = transition(stock, before, { type: event })
    return ended(machine, from, ride, snapshot as AnyMachineSnapshot)
  },
}
