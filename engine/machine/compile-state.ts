/** One state of a definition as a node of the machine. */
import type { Definition, Operation, State, Transition } from '../definition/definition.ts'
import { workEndings } from '../definition/work-endings.ts'
import {
  enterMark,
  leaveMark,
  type Named,
  type StateConfig,
  type TransitionConfig,
  takeMark,
  WRITE,
} from './machine-config.ts'
import { endingEvent, momentEvent, type NodeIds, nodeId } from './machine-names.ts'

export interface Compilation {
  readonly definition: Definition
  readonly ids: NodeIds
}

/** The guard of a transition without one: it always holds. */
const OTHERWISE: Named = { type: 'otherwise', params: {} }

/** Compiles a state and everything in it. */
export function compileState(compilation: Compilation, path: string): StateConfig {
  const { definition } = compilation
  const state = definition.states.get(path)
  if (!state) return {}
  if (state.kind === 'history') return compileHistory(compilation, state)
  const children = Object.fromEntries(
    state.children.map((child) => [definition.states.get(child)?.key ?? child, compileState(compilation, child)]),
  )
  const initial = state.initial === undefined ? undefined : definition.states.get(state.initial)?.key
  return {
    ...(state.kind === 'parallel' || state.kind === 'final' ? { type: state.kind } : {}),
    ...(initial === undefined ? {} : { initial }),
    ...(state.tags.length > 0 ? { tags: state.tags } : {}),
    entry: [enterMark(path), ...writing(state.entry)],
    exit: [leaveMark(path), ...writing(state.exit)],
    ...compileTransitions(compilation, state),
    ...(state.children.length > 0 ? { states: children } : {}),
  }
}

/**
 * A history that remembers nothing yet leads to where its parent begins. Of a parallel state XState would leave and enter
 * the parent itself, and forget half of that where the move comes from inside: a region is named instead, and with it
 * the others are entered.
 */
function compileHistory({ definition: { states } }: Compilation, { history, parent }: State): StateConfig {
  const around = parent === undefined ? undefined : states.get(parent)
  const regions = (around?.children ?? []).flatMap((path) => states.get(path) ?? [])
  const region = regions.find(({ kind }) => kind !== 'history')
  return {
    type: 'history',
    ...(history ? { history } : {}),
    ...(around?.kind === 'parallel' && region ? { target: region.key } : {}),
  }
}

function compileTransitions(compilation: Compilation, state: State): StateConfig {
  const on: Record<string, TransitionConfig[]> = {}
  const after: Record<string, TransitionConfig[]> = {}
  const always: TransitionConfig[] = []
  const onDone: TransitionConfig[] = []
  for (const transition of state.transitions) {
    const config = compileTransition(compilation, transition)
    const { trigger } = transition
    if (trigger.kind === 'always') always.push(config)
    else if (trigger.kind === 'done') onDone.push(config)
    else if (trigger.kind === 'after') push(after, trigger.key, config)
    else push(on, eventName(state.path, transition), config)
  }
  return {
    ...(Object.keys(on).length > 0 ? { on } : {}),
    ...(Object.keys(after).length > 0 ? { after } : {}),
    ...(always.length > 0 ? { always } : {}),
    ...(onDone.length > 0 ? { onDone } : {}),
  }
}

function push(into: Record<string, TransitionConfig[]>, key: string, config: TransitionConfig): void {
  const existing = into[key]
  if (existing) existing.push(config)
  else into[key] = [config]
}

function eventName(path: string, { trigger }: Transition): string {
  switch (trigger.kind) {
    case 'event':
      return trigger.event
    case 'ending':
      return endingEvent(path, trigger.ending)
    case 'rhythm-ending':
      return endingEvent(path, trigger.ending, trigger.key)
    case 'at':
    case 'every':
      return momentEvent(trigger.kind, path, trigger.key)
    default:
      return ''
  }
}

function compileTransition({ definition, ids }: Compilation, transition: Transition): TransitionConfig {
  const { target, source, guard, index } = transition
  const again = target !== undefined && entersAnew(definition, source, target)
  return {
    guard: guard ? { type: 'guard', params: { transition: index, text: guard.text } } : OTHERWISE,
    actions: [takeMark(index), ...writing(transition.operations)],
    ...(target === undefined ? {} : { target: `#${nodeId(ids, target)}` }),
    ...(again ? { reenter: true as const } : {}),
  }
}

/** Says that operations write data, where they do. */
function writing(operations: readonly Operation[]): readonly Named[] {
  return operations.some(({ kind }) => kind === 'assign') ? [WRITE] : []
}

/**
 * A target that is the source or contains it is left and entered anew. So is a source inside the parent of the history it
 * leads to, which may stand for the source itself.
 */
function entersAnew({ states }: Definition, source: string, target: string): boolean {
  const state = states.get(target)
  const parent = state?.kind === 'history' ? state.parent : undefined
  if (parent !== undefined) return source !== parent && isWithin(source, parent)
  return isWithin(source, target)
}

function isWithin(path: string, state: string): boolean {
  return state === '' || path === state || path.startsWith(`${state}.`)
}

/** An ending of work beside the flow closes it, whatever else its own transition does. */
export function compileClosing(compilation: Compilation, path: string, closed: string): StateConfig {
  const state = compilation.definition.states.get(path)
  const config = compileState(compilation, path)
  if (!state) return config
  const close: TransitionConfig = { guard: OTHERWISE, actions: [], target: closed }
  if (state.kind === 'compound' || state.kind === 'parallel') {
    return { ...config, onDone: (config.onDone ?? [close]).map((done) => ({ ...done, target: closed })) }
  }
  const on: Record<string, readonly TransitionConfig[]> = { ...config.on }
  for (const ending of endingsOf(state)) {
    const name = endingEvent(path, ending)
    on[name] = [...(on[name] ?? []).map((own) => ({ ...own, target: own.target ?? closed })), close]
  }
  return { ...config, on }
}

/** The endings of a state's work. Where nothing takes `failed` of an action, it is no ending but an incident. */
function endingsOf({ work, transitions }: State): readonly string[] {
  const endings = work ? workEndings(work) : []
  const takesFailed = transitions.some(({ trigger }) => trigger.kind === 'ending' && trigger.ending === 'failed')
  return work?.kind === 'action' && !takesFailed ? endings.filter((ending) => ending !== 'failed') : endings
}
