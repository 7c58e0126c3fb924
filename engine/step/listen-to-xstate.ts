/** Asks XState for a move and hears it in our words: guards of transitions, marks of the tape. */
import type { Transition } from '../definition/definition.ts'
import type { Machine } from '../machine/compile-machine.ts'
import type { Configuration } from './configuration.ts'
import type { Mark } from './mark.ts'
import { enterMachine, type Moved, type Mover, moveMachine } from './xstate-scope.ts'

/** Who hears a move while XState makes it. */
export interface Listener {
  judge(transition: Transition): boolean
  /** `begins`: the first mark after transitions were chosen. */
  pass(mark: Mark, begins: boolean): void
}

/** Lets XState enter the machine, or move it from a configuration by an event. Throws what the listener throws. */
export function listenTo(machine: Machine, from: Configuration | undefined, event: string, listener: Listener): Moved {
  const ear = new Ear(machine, listener)
  try {
    return from ? moveMachine(machine, from, event, ear) : enterMachine(machine, ear)
  } catch (thrown) {
    // XState wraps what a guard throws; the listener's own error says more.
    throw ear.failure ?? thrown
  }
}

class Ear implements Mover {
  failure: unknown
  readonly #machine: Machine
  readonly #listener: Listener
  /** Guards judged since the last mark: XState asks some of them twice. */
  readonly #judged = new Map<Transition, boolean>()
  #choosing = true
  #finished = false

  constructor(machine: Machine, listener: Listener) {
    this.#machine = machine
    this.#listener = listener
  }

  asked(index: number | undefined): boolean {
    if (!this.#choosing) {
      this.#choosing = true
      this.#judged.clear()
    }
    const transition = index === undefined ? undefined : this.#machine.transitions[index]
    if (!transition?.guard) return true
    const known = this.#judged.get(transition)
    if (known !== undefined) return known
    const answer = this.#heard(() => this.#listener.judge(transition))
    this.#judged.set(transition, answer)
    return answer
  }

  marked(type: string, params: Readonly<Record<string, string | number>>): void {
    // XState leaves every state of an ended machine; an ended process stays where it ended.
    if (this.#finished) return
    const mark = markOf(this.#machine, type, params)
    const begins = this.#choosing
    this.#choosing = false
    this.#heard(() => this.#listener.pass(mark, begins))
    this.#finished = endsMachine(this.#machine, mark)
  }

  #heard<T>(hear: () => T): T {
    try {
      return hear()
    } catch (error) {
      this.failure ??= error
      throw error
    }
  }
}

function markOf(
  { transitions, definition }: Machine,
  type: string,
  params: Readonly<Record<string, string | number>>,
): Mark {
  if (type === 'take') {
    const transition = transitions[Number(params.transition)]
    if (!transition) throw new Error(`no transition ${params.transition}`)
    return { kind: 'take', transition }
  }
  const state = definition.states.get(String(params.state))
  if (!state) throw new Error(`no state ${params.state}`)
  return { kind: type === 'leave' ? 'leave' : 'enter', state }
}

function endsMachine({ ids }: Machine, mark: Mark): boolean {
  return mark.kind === 'enter' && mark.state.kind === 'final' && mark.state.parent === '' && !ids.hasBeside
}
