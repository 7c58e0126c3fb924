/**
 * XState decides each distinct move once. While it works, every guard it asks and every mark it passes is written down
 * in order, as a tree under (configuration, event): guards branch, a leaf holds where the move ends. Met again, the tree
 * is walked with today's data and XState is not called; a branch not seen yet asks XState and is written down.
 * What makes it sound: guards and operations are pure functions of data and event, and nothing else decides a move.
 */
import type { Machine } from '../machine/compile-machine.ts'
import { type Configuration, configurationOf } from './configuration.ts'
import { listenTo } from './listen-to-xstate.ts'
import type { Mark } from './mark.ts'
import { type Node, Pen, Walk } from './move-tree.ts'
import type { Move, Moves, Walker } from './moves.ts'
import { settlingOf } from './settling.ts'

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
