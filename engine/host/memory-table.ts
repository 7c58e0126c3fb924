/** Rows in memory that can be taken back: what a transaction changed is undone where it throws. */

/** What a transaction has to do, last first, to undo its changes. */
export class UndoList {
  #steps: (() => void)[] | undefined

  /** Runs work as one: all its changes stay, or none where it throws. Not to be nested. */
  transaction<T>(work: () => T): T {
    this.#steps = []
    try {
      return work()
    } catch (thrown) {
      for (const undo of this.#steps.reverse()) undo()
      throw thrown
    } finally {
      this.#steps = undefined
    }
  }

  /** Notes how a change is undone; outside a transaction it simply stands. */
  note(undo: () => void): void {
    this.#steps?.push(undo)
  }
}

/** Immutable rows by key, numbered in the order they were added. */
export class MemoryTable<Row extends object> {
  readonly #rows = new Map<string, Row>()
  readonly #undo: UndoList

  constructor(undo: UndoList) {
    this.#undo = undo
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key)
  }

  all(): Row[] {
    return [...this.#rows.values()]
  }

  put(key: string, row: Row): void {
    const before = this.#rows.get(key)
    this.#undo.note(() => (before === undefined ? this.#rows.delete(key) : this.#rows.set(key, before)))
    this.#rows.set(key, row)
  }

  /** Changes some fields of a row; false where there is none, or where `when` does not hold of it. */
  change(key: string, change: Partial<Row>, when: (row: Row) => boolean = () => true): boolean {
    const row = this.#rows.get(key)
    if (row === undefined || !when(row)) return false
    this.put(key, { ...row, ...change })
    return true
  }

  drop(key: string): void {
    const before = this.#rows.get(key)
    if (before === undefined) return
    this.#undo.note(() => this.#rows.set(key, before))
    this.#rows.delete(key)
  }
}
