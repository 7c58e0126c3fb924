/** The door: a definition becomes a machine. Nothing of a plugin, a host or a clock goes in. */
import type { Definition, State, Transition } from '../definition/definition.ts'
import { type Compilation, compileClosing, compileState } from './compile-state.ts'
import type { MachineConfig, StateConfig } from './machine-config.ts'
import { type NodeIds, openEvent, regionKey } from './machine-names.ts'

/** A process as it runs: its definition, and the config XState moves it by. */
export interface Machine {
  readonly definition: Definition
  readonly config: MachineConfig
  readonly ids: NodeIds
  /** By `Transition.index`. */
  readonly transitions: readonly Transition[]
  /** Final states of the root: the ends of the flow. */
  readonly ends: readonly State[]
}

/** The process as an XState v5 config, with what is needed to find its parts again. */
export function compileMachine(definition: Definition): Machine {
  const { beside } = definition
  const ids: NodeIds = { machine: definition.id, hasBeside: beside.length > 0, beside }
  const compilation: Compilation = { definition, ids }
  const flow = compileState(compilation, '')
  const shape: StateConfig = ids.hasBeside
    ? {
        type: 'parallel',
        states: {
          flow,
          ...Object.fromEntries(beside.map((path) => [regionKey(path), compileBeside(compilation, path)])),
        },
      }
    : flow
  const transitions = [...definition.states.values()]
    .flatMap((state) => state.transitions)
    .sort((a, b) => a.index - b.index)
  const ends = [...definition.states.values()].filter(({ kind, parent }) => kind === 'final' && parent === '')
  return { definition, ids, transitions, ends, config: { id: definition.id, version: definition.version, ...shape } }
}

/** Work beside the flow is a region of its own: closed, or open with everything that follows in it. */
function compileBeside(compilation: Compilation, path: string): StateConfig {
  const region = `${compilation.ids.machine}.${regionKey(path)}`
  return {
    initial: 'closed',
    states: {
      closed: {
        on: {
          [openEvent(path)]: [{ guard: { type: 'otherwise', params: {} }, actions: [], target: `#${region}.open` }],
        },
      },
      open: compileClosing(compilation, path, `#${region}.closed`),
    },
  }
}
