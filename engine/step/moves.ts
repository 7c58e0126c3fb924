/**
 * How a machine is moved. XState chooses every move; whether it is asked each time or once is the difference between
 * `xstateMoves` and `memoisedMoves`, and a test compares the two on everything there is.
 */
import type { Transition } from '../definition/definition.ts'
import type { Machine } from '../machine/compile-machine.ts'
import { type Configuration, configurationOf } from './configuration.ts'
import { listenTo } from './listen-to-xstate.ts'
import type { Mark } from './mark.ts'
import { type Settling, settlingOf } from './settling.ts'

/** Who makes the moves: judges guards and does what a mark asks, at once and in order. */
export interface Walker {
  /** Active states as the walk has left them so far. */
  readonly active: ReadonlySet<string>
  /** Whether the guard of a transition holds now. */
  judge(transition: Transition): boolean
  /** Transitions were chosen: what they do reads the data as it is at this moment. */
  begin(): void
  /** Does what a mark asks for; `active` are the states active after it. */
  pass(mark: Mark, active: ReadonlySet<string>): void
}

/** What became of an event. */
export interface Move {
  /** False where no active state takes it: nothing was passed. */
  readonly moved: boolean
  readonly to: Configuration
  readonly settling: Settling
}

export interface Moves {
  /** The configuration of a stored position. */
  at(machine: Machine, position: Omit<Configuration, 'active'>): Configuration
  /** Enters the initial states. */
  enter(machine: Machine, walker: Walker): Move
  /** Gives the machine an event. Throws what a guard or an operation throws, and where `always` does not come to rest. */
  move(machine: Machine, from: Configuration, event: string, walker: Walker): Move
}

/** Asks XState at every move. */
export const xstateMoves: Moves = {
  at: configurationOf,
  enter: (machine, walker) => moveFrom(machine, undefined, '', walker),
  move: (machine, from, event, walker) => moveFrom(machine, from, event, walker),
}

function moveFrom(machine: Machine, from: Configuration | undefined, event: string, walker: Walker): Move {
  const tape: Mark[] = []
  const moved = listenTo(machine, from, event, {
    judge: (transition) => walker.judge(transition),
    pass: (mark, begins) => {
      tape.push(mark)
      if (begins) walker.begin()
      walker.pass(mark, activeAfter(mark, walker.active))
    },
  })
  const to = from && !moved.moved ? from : configurationOf(machine, moved)
  return { moved: moved.moved, to, settling: settlingOf(machine, from?.active ?? new Set(), to.active, tape) }
}

/** The states active once a mark was passed. */
export function activeAfter(mark: Mark, active: ReadonlySet<string>): ReadonlySet<string> {
  if (mark.kind === 'take') return active
  const after = new Set(active)
  if (mark.kind === 'enter') after.add(mark.state.path)
  else after.delete(mark.state.path)
  return after
}
