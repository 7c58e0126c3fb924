/**
 * XState decides each distinct move once. While it works, every guard it asks and every mark it passes is written down
 * in order, as a tree under (configuration, event): guards branch, a leaf holds where the move ends. Met again, the tree
 * is walked with today's data and XState is not called; a branch not seen yet asks XState and is written down.
 * What makes it sound: guards and operations are pure functions of data and event, and nothing else decides a move.
 */
import type { Transition } from '../definition/definition.ts'
import type { Machine } from '../machine/compile-machine.ts'
import { type Configuration, configurationOf } from './configuration.ts'
import { listenTo } from './listen-to-xstate.ts'
import type { Mark } from './mark.ts'
import { activeAfter, type Move, type Moves, type Walker } from './moves.ts'
import { settlingOf } from './settling.ts'

type Node =
  | { readonly kind: 'ask'; readonly transition: Transition; holds?: Node; fails?: Node }
  | {
      readonly kind: 'pass'
      readonly begins: boolean
      readonly mark: Mark
      readonly active: ReadonlySet<string>
      next?: Node
    }
  | { readonly kind: 'rest'; readonly move: Move }

/** A configuration with the moves known from it, by event. */
interface Known extends Configuration {
  readonly trees: Map<string, Node>
  generation: number
}

/** How often a move was known, over the life of a machine. */
export interface MemoFigures {
  readonly asked: number
  readonly known: number
}

/** So many configurations, or nodes of trees, make a generation; the one before the last is forgotten. */
const CONFIGURATIONS = 1024
const NODES = 100_000
/** Of so many moves at least a tenth must be known, or the next so many are not written down. */
const WINDOW = 1000

class Memo {
  asked = 0
  known = 0
  readonly #machine: Machine
  /** Records that came from here hold the very history of their configuration, an object of its own for each. */
  readonly #byHistory = new WeakMap<object, Known>()
  #young = new Map<string, Known>()
  #old = new Map<string, Known>()
  #generation = 0
  #nodes = 0
  #knownInWindow = 0
  #writes = true

  constructor(machine: Machine) {
    this.#machine = machine
  }

  at(position: Omit<Configuration, 'active'>): Known {
    const same = this.#byHistory.get(position.history)
    if (same?.value === position.value) return this.#touch(same)
    const key = keyOf(position)
    const known = this.#young.get(key) ?? this.#old.get(key)
    if (known) return this.#touch(known, key)
    const made = { ...configurationOf(this.#machine, position), trees: new Map(), generation: this.#generation }
    this.#keep(key, made)
    return made
  }

  move(from: Configuration | undefined, event: string, walker: Walker): Move {
    const { trees } = this.at(from ?? NOT_ENTERED)
    this.#count()
    const walk = new Walk(walker)
    const move = walk.along(trees.get(event))
    if (move) {
      this.known += 1
      this.#knownInWindow += 1
      return move
    }
    return this.#ask(trees, from, event, walk)
  }

  /** Lets XState make the move. What was walked already is not done again: XState is told the same answers. */
  #ask(trees: Map<string, Node>, from: Configuration | undefined, event: string, walk: Walk): Move {
    const pen = new Pen(trees, event, this.#writes)
    const tape: Mark[] = []
    const heard = listenTo(this.#machine, from, event, {
      judge: (transition) => pen.ask(transition, walk.judge(transition)),
      pass: (mark, begins) => {
        tape.push(mark)
        pen.pass(mark, begins, walk.pass(mark, begins))
      },
    })
    const to = from && !heard.moved ? from : this.at(heard)
    const before = from?.active ?? NOT_ENTERED.active
    const move: Move = { moved: heard.moved, to, settling: settlingOf(this.#machine, before, to.active, tape) }
    pen.rest(move)
    this.#nodes += pen.written
    return move
  }

  #touch(known: Known, key?: string): Known {
    if (known.generation === this.#generation) return known
    known.generation = this.#generation
    this.#keep(key ?? keyOf(known), known)
    return known
  }

  #keep(key: string, known: Known): void {
    if (this.#young.size >= CONFIGURATIONS || this.#nodes >= NODES) this.#age()
    known.generation = this.#generation
    this.#young.set(key, known)
    this.#byHistory.set(known.history, known)
  }

  /** Least recently used goes: what was not met in a whole generation. */
  #age(): void {
    for (const known of this.#old.values()) if (known.generation !== this.#generation) known.trees.clear()
    this.#old = this.#young
    this.#young = new Map()
    this.#generation += 1
    this.#nodes = 0
  }

  #count(): void {
    this.asked += 1
    if (this.asked % WINDOW !== 0) return
    this.#writes = !this.#writes || this.#knownInWindow >= WINDOW / 10
    this.#knownInWindow = 0
  }
}

const NOT_ENTERED: Configuration = { value: '', history: {}, active: new Set() }

function keyOf({ value, history }: Omit<Configuration, 'active'>): string {
  return JSON.stringify([value, history])
}

/** One walk along a tree: what was answered and passed, so that XState can be led to the same place. */
class Walk {
  readonly #walker: Walker
  readonly #answers: boolean[] = []
  #passed = 0
  #answered = 0
  #met = 0

  constructor(walker: Walker) {
    this.#walker = walker
  }

  /** The move at the end of what is known; undefined where a branch was not seen yet. */
  along(tree: Node | undefined): Move | undefined {
    let node = tree
    while (node) {
      if (node.kind === 'rest') return node.move
      if (node.kind === 'ask') {
        const answer = this.#walker.judge(node.transition)
        this.#answers.push(answer)
        node = answer ? node.holds : node.fails
      } else {
        if (node.begins) this.#walker.begin()
        this.#walker.pass(node.mark, node.active)
        this.#passed += 1
        node = node.next
      }
    }
    return undefined
  }

  judge(transition: Transition): boolean {
    if (transition.guard?.statesOnly) return this.#walker.judge(transition)
    const answer = this.#answers[this.#answered]
    this.#answered += 1
    return answer ?? this.#walker.judge(transition)
  }

  /** Answers the states active after the mark. */
  pass(mark: Mark, begins: boolean): ReadonlySet<string> {
    this.#met += 1
    if (this.#met <= this.#passed) return this.#walker.active
    if (begins) this.#walker.begin()
    const active = activeAfter(mark, this.#walker.active)
    this.#walker.pass(mark, active)
    return active
  }
}

/** Writes a move down where its tree does not hold it yet. */
class Pen {
  written = 0
  /** Where the next node hangs: what is there, and how to hang something. */
  #next: () => Node | undefined
  #hang: (node: Node) => void
  readonly #writes: boolean

  constructor(trees: Map<string, Node>, event: string, writes: boolean) {
    this.#next = () => trees.get(event)
    this.#hang = (node) => void trees.set(event, node)
    this.#writes = writes
  }

  ask(transition: Transition, answer: boolean): boolean {
    // Where it stands is part of the tree: such a guard has one answer here, for ever.
    if (transition.guard?.statesOnly) return answer
    const node = this.#at('ask', () => ({ kind: 'ask', transition }))
    const branch = answer ? 'holds' : 'fails'
    this.#next = () => node[branch]
    this.#hang = (next) => {
      node[branch] = next
    }
    return answer
  }

  pass(mark: Mark, begins: boolean, active: ReadonlySet<string>): void {
    const node = this.#at('pass', () => ({ kind: 'pass', mark, begins, active }))
    this.#next = () => node.next
    this.#hang = (next) => {
      node.next = next
    }
  }

  rest(move: Move): void {
    this.#at('rest', () => ({ kind: 'rest', move }))
  }

  #at<K extends Node['kind']>(kind: K, make: () => Extract<Node, { kind: K }>): Extract<Node, { kind: K }> {
    const there = this.#next()
    if (there?.kind === kind) return there as Extract<Node, { kind: K }>
    const node = make()
    if (this.#writes) {
      this.written += 1
      this.#hang(node)
    }
    return node
  }
}

const memos = new WeakMap<Machine, Memo>()

function memoOf(machine: Machine): Memo {
  const known = memos.get(machine)
  if (known) return known
  const made = new Memo(machine)
  memos.set(machine, made)
  return made
}

/** Asks XState once for each distinct move of a machine. Bounded: what is not met any more is forgotten. */
export const memoisedMoves: Moves = {
  at: (machine, position) => memoOf(machine).at(position),
  enter: (machine, walker) => memoOf(machine).move(undefined, '', walker),
  move: (machine, from, event, walker) => memoOf(machine).move(from, event, walker),
}

/** How often the moves of a machine were known already. */
export function memoFigures(machine: Machine): MemoFigures {
  const { asked, known } = memoOf(machine)
  return { asked, known }
}
