/** What stays the same during a step: figures, time, identity, calendar. */
import type { Calendar } from '../calendar/calendar.ts'
import { datetimeText } from '../calendar/datetime-text.ts'
import { makeWorldCalendar, type WorldCalendar } from '../calendar/world-calendar.ts'
import type { Definition } from '../definition/definition.ts'
import type { JsonObject } from '../expression/type.ts'

export interface Identity {
  readonly instance: string
  readonly key?: string
  readonly startedAt: number
}

/** Texts of moments are made when an expression first asks for them. */
export class Surroundings {
  readonly definition: Definition
  readonly params: JsonObject
  readonly calendar: WorldCalendar
  readonly #at: number
  readonly #identity: Identity
  #now: string | undefined
  #instance: JsonObject | undefined

  constructor(definition: Definition, params: JsonObject, calendar: Calendar, at: number, identity: Identity) {
    this.definition = definition
    this.params = params
    this.calendar = worldCalendarOf(calendar)
    this.#at = at
    this.#identity = identity
  }

  /** ISO, UTC. */
  get now(): string {
    this.#now ??= datetimeText(this.#at)
    return this.#now
  }

  /** The variable `instance` of expressions. */
  get instance(): JsonObject {
    const { instance: id, key, startedAt } = this.#identity
    this.#instance ??= { id, startedAt: datetimeText(startedAt), ...(key === undefined ? {} : { key }) }
    return this.#instance
  }
}

const calendars = new WeakMap<Calendar, WorldCalendar>()

function worldCalendarOf(calendar: Calendar): WorldCalendar {
  const known = calendars.get(calendar)
  if (known) return known
  const made = makeWorldCalendar(calendar)
  calendars.set(calendar, made)
  return made
}
