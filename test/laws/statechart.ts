/**
 * A plain statechart interpreter, written from the documented semantics (SCXML, and XState where the two differ) to be
 * read, not to be fast. It knows nothing of our machine or our step: only states, transitions and whoever judges guards
 * and does what is asked.
 *
 * Where XState differs from SCXML, this follows XState:
 * - the domain of a transition may be a parallel state: between two regions the regions are left and entered anew, the
 *   state around them is not;
 * - where a region takes an event, a transition without target of the states around the regions is not taken as well;
 * - transitions without an event are chosen in the order in which states were entered, not in text order, as far as they
 *   were entered in the same step;
 * - a step without an event that changed nothing is not followed by another look for one.
 */

export interface Node {
  readonly name: string
  readonly kind: 'atomic' | 'final' | 'compound' | 'parallel' | 'history'
  readonly parent?: Node
  readonly children: Node[]
  /** Place in the text. */
  readonly order: number
  readonly transitions: Move[]
  initial?: Node
  deep?: boolean
}

export interface Move {
  readonly source: Node
  /** What it is taken by; undefined without an event. */
  readonly event: string | undefined
  readonly target?: Node
  /** The source is left and entered again, though the target lies within it or is it. */
  readonly again: boolean
  /** What is done on the way writes data. */
  readonly writes: boolean
  holds(): boolean
  take(): void
}

/** Who hears what is left and entered. */
export interface Ear {
  /** Transitions were chosen. */
  chosen(): void
  /** Answers whether data was written. */
  left(node: Node): boolean
  entered(node: Node): boolean
}

const MOST_MICROSTEPS = 1000

export class Endless extends Error {}

export class Statechart {
  readonly #root: Node
  readonly #ear: Ear
  /** In the order in which they were entered. */
  #active: Node[] = []
  #history = new Map<Node, readonly Node[]>()
  #queue: string[] = []
  #ended = false

  constructor(root: Node, ear: Ear) {
    this.#root = root
    this.#ear = ear
  }

  get active(): readonly Node[] {
    return this.#active
  }

  /** A copy of where it stands, to go back to. */
  keep(): () => void {
    const [active, history, ended] = [[...this.#active], new Map(this.#history), this.#ended]
    return () => {
      this.#active = active
      this.#history = history
      this.#ended = ended
      this.#queue = []
    }
  }

  /** Enters the initial states. */
  enter(): void {
    this.#ear.chosen()
    this.#enterAll(inTextOrder([this.#root, ...completion(this.#root, new Set())]))
    this.#settle()
  }

  /** Answers whether something took the event. */
  send(event: string): boolean {
    // What was entered in an earlier step is looked at in text order.
    this.#active = inTextOrder(this.#active)
    const chosen = this.#choose(this.#root, event)
    if (chosen.length > 0) this.#microstep(chosen)
    // Also where nothing took it: a form handed in may let something happen without an event.
    this.#settle()
    return chosen.length > 0
  }

  /** Moves without an event first, then what ended inside, until nothing is left to do. */
  #settle(): void {
    let look = true
    for (let count = 0; !this.#ended; count += 1) {
      if (count >= MOST_MICROSTEPS) throw new Endless()
      const free = look ? this.#chooseFree() : []
      if (free.length > 0) {
        look = this.#microstep(free)
        continue
      }
      const done = this.#queue.shift()
      if (done === undefined) return
      const chosen = this.#choose(this.#root, done)
      if (chosen.length > 0) this.#microstep(chosen)
      look = true
    }
  }

  /** Innermost first: a state is asked where nothing inside it takes the event; regions each by themselves. */
  #choose(node: Node, event: string): readonly Move[] {
    const inside = node.children.filter((child) => this.#active.includes(child))
    const chosen = inside.flatMap((child) => this.#choose(child, event))
    if (chosen.length > 0) return chosen
    const own = node.transitions.find((move) => move.event === event && move.holds())
    return own ? [own] : []
  }

  #chooseFree(): readonly Move[] {
    const chosen = new Set<Move>()
    for (const node of this.#active.filter(isAtomic)) {
      for (let at: Node | undefined = node; at; at = at.parent) {
        const own = at.transitions.find((move) => move.event === undefined && move.holds())
        if (own) chosen.add(own)
        if (own) break
      }
    }
    return [...chosen]
  }

  /** One round of transitions; answers whether anything has changed. */
  #microstep(chosen: readonly Move[]): boolean {
    this.#ear.chosen()
    const moves = this.#withoutConflicts(chosen)
    const leaving = inTextOrder([...new Set(moves.flatMap((move) => this.#leftBy(move)))]).reverse()
    const before = new Set(this.#active)
    let changed = this.#remember(leaving)
    for (const node of leaving) changed = this.#ear.left(node) || changed
    this.#active = this.#active.filter((node) => !leaving.includes(node))
    for (const move of moves) {
      move.take()
      changed ||= move.writes
    }
    const entering = new Set(moves.flatMap((move) => this.#enteredBy(move)))
    changed = this.#enterAll(inTextOrder([...entering])) || changed
    return changed || before.size !== this.#active.length || this.#active.some((node) => !before.has(node))
  }

  /** Of two that leave the same state the inner one wins, else the first. */
  #withoutConflicts(chosen: readonly Move[]): readonly Move[] {
    let kept: Move[] = []
    for (const move of chosen) {
      const mine = this.#leftBy(move)
      const rivals = kept.filter((other) => this.#leftBy(other).some((node) => mine.includes(node)))
      if (rivals.some((other) => !isInside(move.source, other.source))) continue
      kept = [...kept.filter((other) => !rivals.includes(other)), move]
    }
    return kept
  }

  #leftBy(move: Move): readonly Node[] {
    if (!move.target) return []
    const domain = this.#domainOf(move)
    return this.#active.filter((node) => isInside(node, domain))
  }

  #enteredBy(move: Move): readonly Node[] {
    if (!move.target) return []
    const domain = this.#domainOf(move)
    const wanted = new Set<Node>()
    for (const target of this.#targetsOf(move.target))
      for (let node: Node | undefined = target; node && node !== domain; node = node.parent) wanted.add(node)
    return completion(domain, wanted)
  }

  /** The state inside which everything happens. */
  #domainOf({ source, target, again }: Move): Node {
    const targets = target ? this.#targetsOf(target) : []
    if (!again && targets.every((node) => node === source || isInside(node, source))) return source
    let around: Node | undefined = source.parent
    while (around && !targets.every((node) => isInside(node, around as Node))) around = around.parent
    return around ?? this.#root
  }

  #targetsOf(target: Node): readonly Node[] {
    if (target.kind !== 'history') return [target]
    const parent = target.parent as Node
    return this.#history.get(target) ?? (parent.initial ? [parent.initial] : parent.children)
  }

  /** What histories of states to be left shall lead back to; answers whether there are any. */
  #remember(leaving: readonly Node[]): boolean {
    const histories = leaving.flatMap((node) => historiesOf.get(node) ?? [])
    for (const history of histories) {
      const inside = this.#active.filter((node) =>
        history.deep ? isAtomic(node) && isInside(node, history.parent as Node) : node.parent === history.parent,
      )
      this.#history.set(history, inside)
    }
    return histories.length > 0
  }

  /** Enters states in text order; answers whether data was written. */
  #enterAll(nodes: readonly Node[]): boolean {
    let wrote = false
    for (const node of nodes) {
      this.#active.push(node)
      wrote = this.#ear.entered(node) || wrote
      if (node.kind === 'final') this.#complete(node)
      if (this.#ended) break
    }
    return wrote
  }

  /** A final state ends its parent, and the parallel states around that whose regions have all ended. */
  #complete({ parent }: Node): void {
    if (parent?.kind === 'compound') this.#queue.push(doneOf(parent))
    if (parent === this.#root) this.#ended = true
    let around = parent?.kind === 'parallel' ? parent : parent?.parent
    for (; around?.kind === 'parallel' && this.#hasEnded(around); around = around.parent)
      this.#queue.push(doneOf(around))
  }

  #hasEnded(node: Node): boolean {
    if (node.kind === 'compound')
      return node.children.some((child) => child.kind === 'final' && this.#active.includes(child))
    if (node.kind === 'parallel') return node.children.every((child) => this.#hasEnded(child))
    return node.kind === 'final'
  }
}

/** The history states of a state: they are no children, since they are never active. */
export const historiesOf = new WeakMap<Node, Node[]>()

/** The event that a compound or parallel state has ended. */
export function doneOf({ name }: Node): string {
  return `done.state.${name}`
}

function isAtomic({ kind }: Node): boolean {
  return kind === 'atomic' || kind === 'final'
}

function isInside(node: Node, around: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at === around) return true
  return false
}

function inTextOrder(nodes: readonly Node[]): Node[] {
  return [...nodes].sort((a, b) => a.order - b.order)
}

/** Everything that is entered inside a state, where some states are wanted and the rest begins as it does by itself. */
function completion(node: Node, wanted: ReadonlySet<Node>): readonly Node[] {
  const inside =
    node.kind === 'parallel'
      ? node.children
      : [node.children.find((child) => wanted.has(child)) ?? node.initial].filter((child) => child !== undefined)
  return inside.flatMap((child) => [child, ...completion(child, wanted)])
}
