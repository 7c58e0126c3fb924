/** A definition as a plain statechart. Work beside the flow is a region of its own, closed until it is opened. */
import type { Definition, State, Transition } from '../../engine/definition/definition.ts'
import { doneOf, historiesOf, type Move, type Node } from './statechart.ts'

/** How transitions are judged and taken. */
export interface Judge {
  holds(transition: Transition): boolean
  take(transition: Transition): void
}

/** The event that the work of a state ends; `rhythm` names the task of an `every:`. */
export function endingOf(path: string, ending: string, rhythm?: string): string {
  return rhythm === undefined ? `${ending}@${path}` : `${ending}@${path}#${rhythm}`
}

/** The root of the chart.  */
export function chartOf(definition: Definition, judge: Judge): Node {
  return new Charting(definition, judge).root()
}

class Charting {
  readonly #definition: Definition
  readonly #judge: Judge
  readonly #nodes = new Map<string, Node>()
  #order = 0

  constructor(definition: Definition, judge: Judge) {
    this.#definition = definition
    this.#judge = judge
  }

  root(): Node {
    const { beside } = this.#definition
    const top = beside.length > 0 ? this.#node('(top)', 'parallel', undefined) : undefined
    const flow = this.#grow('', top)
    if (top) top.children.push(flow, ...beside.map((path) => this.#region(path, top)))
    for (const [path, state] of this.#definition.states) this.#addMoves(path, state)
    for (const path of beside) this.#closeByEndings(path)
    return top ?? flow
  }

  #node(name: string, kind: Node['kind'], parent: Node | undefined): Node {
    this.#order += 1
    const made: Node = { name, kind, children: [], order: this.#order, transitions: [], ...(parent ? { parent } : {}) }
    this.#nodes.set(name, made)
    return made
  }

  #grow(path: string, parent: Node | undefined): Node {
    const state = this.#stateOf(path)
    const node = this.#node(path, kindOf(state), parent)
    if (state.kind === 'history') node.deep = state.history === 'deep'
    const inner = state.children.map((child) => this.#grow(child, node))
    node.children.push(...inner.filter(({ kind }) => kind !== 'history'))
    historiesOf.set(
      node,
      inner.filter(({ kind }) => kind === 'history'),
    )
    const initial = state.initial === undefined ? undefined : this.#nodes.get(state.initial)
    if (initial) node.initial = initial
    return node
  }

  /** `(region)` holds `(closed)` and the work itself. */
  #region(path: string, top: Node): Node {
    const region = this.#node(`(region)${path}`, 'compound', top)
    const closed = this.#node(`(closed)${path}`, 'atomic', region)
    const work = this.#grow(path, region)
    region.children.push(closed, work)
    region.initial = closed
    closed.transitions.push(plainMove(closed, `open@${path}`, work))
    return region
  }

  #addMoves(path: string, state: State): void {
    const node = this.#nodeOf(path)
    for (const transition of state.transitions) node.transitions.push(this.#moveOf(node, transition))
  }

  #moveOf(source: Node, transition: Transition, otherwise?: Node): Move {
    const target = transition.target === undefined ? otherwise : this.#nodeOf(transition.target)
    const { operations } = transition
    return {
      source,
      event: eventOf(source, transition),
      ...(target ? { target } : {}),
      again: target !== undefined && target !== otherwise && entersAnew(source, target),
      writes: operations.some(({ kind }) => kind === 'assign'),
      holds: () => this.#judge.holds(transition),
      take: () => this.#judge.take(transition),
    }
  }

  /** The ending of work beside the flow closes it, whatever else its transitions do. */
  #closeByEndings(path: string): void {
    const state = this.#stateOf(path)
    const node = this.#nodeOf(path)
    const closed = this.#nodeOf(`(closed)${path}`)
    const isEnding = ({ trigger }: Transition) => trigger.kind === 'ending' || trigger.kind === 'done'
    const own = state.transitions.filter(isEnding)
    const others = node.transitions.filter((_move, index) => !isEnding(state.transitions[index] as Transition))
    const composite = node.kind === 'compound' || node.kind === 'parallel'
    const closing = own.map((transition): Move => {
      const move = this.#moveOf(node, transition, closed)
      return composite ? { ...move, target: closed, again: false } : move
    })
    const endings = composite
      ? [doneOf(node)]
      : ['done', 'failed', 'approved', 'rejected', ...endingsOf(state)].map((ending) => endingOf(path, ending))
    const rest = endings.filter((event) => !composite || closing.length === 0 || event === undefined)
    const failedIsNone =
      state.kind === 'action' && !own.some(({ trigger }) => 'ending' in trigger && trigger.ending === 'failed')
    const closers = rest
      .filter((event) => !(failedIsNone && event === endingOf(path, 'failed')))
      .map((event) => plainMove(node, event, closed))
    node.transitions.splice(0, node.transitions.length, ...others, ...closing, ...closers)
  }

  #stateOf(path: string): State {
    const state = this.#definition.states.get(path)
    if (!state) throw new Error(`no state ${path}`)
    return state
  }

  #nodeOf(name: string): Node {
    const node = this.#nodes.get(name)
    if (!node) throw new Error(`no node ${name}`)
    return node
  }
}

function plainMove(source: Node, event: string, target: Node): Move {
  return { source, event, target, again: false, writes: false, holds: () => true, take: () => {} }
}

function kindOf({ kind }: State): Node['kind'] {
  return kind === 'compound' || kind === 'parallel' || kind === 'final' || kind === 'history' ? kind : 'atomic'
}

/** Names of its own that the work of a state ends with. */
function endingsOf({ work }: State): readonly string[] {
  const late = work && 'deadline' in work ? work.deadline?.late?.end : undefined
  return [...(work?.kind === 'task' ? [work.ending] : []), ...(late === undefined ? [] : [late])]
}

/** What a transition is taken by. */
function eventOf(source: Node, { trigger }: Transition): string | undefined {
  switch (trigger.kind) {
    case 'event':
      return trigger.event
    case 'ending':
      return endingOf(source.name, trigger.ending)
    case 'rhythm-ending':
      return endingOf(source.name, trigger.ending, trigger.key)
    case 'done':
      return doneOf(source)
    case 'always':
      return undefined
    default:
      return `${trigger.kind}:${trigger.key}@${source.name}`
  }
}

/** A target that is the source or contains it is entered anew; so is a source that a history beside or around it may mean. */
function entersAnew(source: Node, target: Node): boolean {
  const around = target.kind === 'history' ? target.parent : target
  if (target.kind !== 'history' && around === source) return true
  for (let node = source.parent; node; node = node.parent) if (node === around) return true
  return false
}
