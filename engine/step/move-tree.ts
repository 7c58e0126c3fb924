/** The tree of a move: what was asked and passed, in order, with a branch for each answer seen so far. */
import type { Transition } from '../definition/definition.ts'
import type { Mark } from './mark.ts'
import { activeAfter, type Move, type Walker } from './moves.ts'

export type Node =
  | { readonly kind: 'ask'; readonly transition: Transition; holds?: Node; fails?: Node }
  | {
      readonly kind: 'pass'
      readonly begins: boolean
      readonly mark: Mark
      readonly active: ReadonlySet<string>
      next?: Node
    }
  | { readonly kind: 'rest'; readonly move: Move }

/** One walk along a tree: what was answered and passed, so that XState can be led to the same place. */
export class Walk {
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
export class Pen {
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
