/**
 * The XState v5 config of a process, as plain JSON that opens in Stately. It says where to move and nothing else: guards
 * and actions are names with parameters; what they mean stands in the definition. Every transition has a guard and every
 * state marks its entry and exit, so that whoever runs the machine sees each move in order.
 */

/** A name with its parameters. */
export interface Named {
  readonly type: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface TransitionConfig {
  readonly target?: string
  readonly reenter?: true
  readonly guard: Named
  readonly actions: readonly Named[]
}

export interface StateConfig {
  readonly type?: 'parallel' | 'final' | 'history'
  readonly history?: 'shallow' | 'deep'
  /** Of a history: where it leads while it remembers nothing. */
  readonly target?: string
  readonly initial?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly entry?: readonly Named[]
  readonly exit?: readonly Named[]
  readonly on?: Readonly<Record<string, readonly TransitionConfig[]>>
  readonly always?: readonly TransitionConfig[]
  readonly after?: Readonly<Record<string, readonly TransitionConfig[]>>
  readonly onDone?: readonly TransitionConfig[]
  readonly states?: Readonly<Record<string, StateConfig>>
}

/** An XState v5 config of plain JSON, as Stately opens it. */
export interface MachineConfig extends StateConfig {
  readonly id: string
  readonly version: string
}

/** The marks of the tape: XState calls them in the order of its moves. */
export function leaveMark(state: string): Named {
  return { type: 'leave', params: { state } }
}

export function enterMark(state: string): Named {
  return { type: 'enter', params: { state } }
}

export function takeMark(transition: number): Named {
  return { type: 'take', params: { transition } }
}

/**
 * Data is written here. XState looks again for moves without an event only where something has changed, and cannot see
 * our data.
 */
export const WRITE: Named = { type: 'write', params: {} }
