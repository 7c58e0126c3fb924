/** When the deadlines of one piece of work should be due and fire, through pauses and interruptions. */
import type { Choices } from './choices.ts'
import type { NaiveCalendar } from './naive-calendar.ts'

/** Lengths of time as the language writes them, and one moment. */
export interface Deadlines {
  readonly due: string
  readonly remind: string
  /** From the due time to each step of the ladder. */
  readonly ladder: string
  readonly after: string
  readonly every: string
  readonly when: string
}

export interface DueTimer {
  readonly id: string
  readonly dueAt: number
}

type Control = { readonly operation: 'suspend' } | { readonly operation: 'resume'; readonly keepDates: boolean }

export type Action =
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'restart' | 'complete' }
  | { readonly kind: 'send'; readonly event: 'STOP' | 'BACK' }
  | { readonly kind: 'control'; readonly request: Control }

/** A clerk's ladder: lead, then chief. */
const STEPS = 2

export class DeadlineModel {
  readonly fired: { readonly subject: string; readonly at: number; readonly lateBy: number }[] = []
  readonly #deadlines: Deadlines
  readonly #calendar: NaiveCalendar
  #timers: readonly DueTimer[]
  /** What was put aside, and when. */
  #away: { readonly timers: readonly DueTimer[]; readonly at: number } | undefined
  #suspendedAt: number | undefined
  #isOpen = true
  #level = 0
  /** Time of the last step: it never goes back. */
  #at: number

  constructor(deadlines: Deadlines, calendar: NaiveCalendar, at: number) {
    this.#deadlines = deadlines
    this.#calendar = calendar
    this.#at = at
    const due = calendar.add(at, deadlines.due)
    const remind = calendar.before(due, deadlines.remind)
    this.#timers = [
      { id: `after@active.work:${deadlines.after}`, dueAt: calendar.add(at, deadlines.after) },
      { id: 'at@active.work:0', dueAt: Date.parse(deadlines.when) },
      { id: `every@active.work:${deadlines.every}`, dueAt: calendar.add(at, deadlines.every) },
      ...(remind > at ? [{ id: 'remind@active.work:', dueAt: remind }] : []),
      { id: 'late@active.work:', dueAt: calendar.add(due, deadlines.ladder) },
    ]
  }

  /** Those that run, the next one first. */
  get timers(): readonly DueTimer[] {
    return [...this.#timers].sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
  }

  /** Something that can be done as things stand. */
  any(choices: Choices): Action {
    const minutes = choices.weighted([
      [6, () => choices.upTo(3000)],
      [2, () => choices.upTo(30_000)],
      [1, () => -choices.upTo(2000)],
    ])()
    const pass: Action = { kind: 'pass', minutes }
    if (this.#suspendedAt !== undefined) {
      const resume = { operation: 'resume', keepDates: choices.chance(40) } as const
      return choices.chance(50) ? { kind: 'control', request: resume } : pass
    }
    return choices.weighted<Action>([
      [8, pass],
      [2, { kind: 'restart' }],
      [2, { kind: 'send', event: this.#away ? 'BACK' : 'STOP' }],
      [2, { kind: 'control', request: { operation: 'suspend' } }],
      [1, this.#isOpen && !this.#away ? { kind: 'complete' } : pass],
    ])
  }

  /** What an action does to the deadlines. */
  follow(action: Action, now: number): void {
    if (action.kind === 'pass' || action.kind === 'restart') return
    this.#at = Math.max(this.#at, now)
    if (action.kind === 'complete') {
      this.#isOpen = false
      this.#timers = this.#timers.filter(({ id }) => !/^(late|remind)@/.test(id))
    } else if (action.kind === 'control') this.#pause(action.request)
    else if (this.#away) {
      this.#timers = later(this.#away.timers, this.#at - this.#away.at)
      this.#away = undefined
    } else {
      this.#away = { timers: this.#timers, at: this.#at }
      this.#timers = []
    }
  }

  #pause(request: Control): void {
    if (request.operation === 'suspend') {
      this.#suspendedAt = this.#at
      return
    }
    if (!request.keepDates) this.#timers = later(this.#timers, this.#at - (this.#suspendedAt ?? this.#at))
    this.#suspendedAt = undefined
  }

  /** Everything due by now fires, the earliest first. */
  fireDue(now: number): void {
    for (let next = this.timers[0]; next && next.dueAt <= now; next = this.timers[0]) {
      if (this.#suspendedAt !== undefined) return
      this.#at = Math.max(this.#at, now)
      this.fired.push({ subject: next.id, at: this.#at, lateBy: this.#at - next.dueAt })
      this.#timers = [...this.#timers.filter(({ id }) => id !== next?.id), ...this.#again(next)]
    }
  }

  /** A rhythm beats again, a ladder has another step. */
  #again({ id, dueAt }: DueTimer): readonly DueTimer[] {
    const { every, ladder } = this.#deadlines
    if (id.startsWith('every@')) {
      let next = this.#calendar.add(dueAt, every)
      while (next <= this.#at) next = this.#calendar.add(next, every)
      return [{ id, dueAt: next }]
    }
    if (!id.startsWith('late@')) return []
    this.#level += 1
    return this.#level < STEPS ? [{ id, dueAt: this.#calendar.add(this.#at, ladder) }] : []
  }
}

function later(timers: readonly DueTimer[], by: number): readonly DueTimer[] {
  return timers.map(({ id, dueAt }) => ({ id, dueAt: dueAt + by }))
}
