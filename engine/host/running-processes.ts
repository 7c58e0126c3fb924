/** The compiled processes of a host by the hash instances are pinned to: of the project, or of the store. */
import type { Calendar } from '../calendar/calendar.ts'
import type { JsonObject } from '../expression/type.ts'
import type { LoadedProcess, Project } from '../project/project.ts'
import type { RunningProcess } from '../step/draft.ts'
import type { InstanceRecord } from '../step/record.ts'
import { hashOf } from './definition-hash.ts'
import type { Ledger } from './ledger.ts'
import { calculateAction } from './perform-action.ts'
import { environmentAsJson, recompile } from './recompile.ts'

export class RunningProcesses {
  readonly #project: Project
  readonly #ledger: Ledger
  readonly #digest: (text: string) => string
  readonly #byHash = new Map<string, { readonly loaded: LoadedProcess; readonly params: JsonObject }>()
  /** As instances run on them: by hash of the definition, on the calendar asked for last. */
  readonly #running = new Map<string, RunningProcess>()
  readonly #answer: NonNullable<RunningProcess['answer']>

  constructor(project: Project, ledger: Ledger, digest: (text: string) => string) {
    this.#project = project
    this.#ledger = ledger
    this.#digest = digest
    this.#answer = (name, input) => {
      const action = project.actions.get(name)
      return action?.calculate && calculateAction(action, name, input)
    }
    for (const loaded of project.processes.values()) this.#remember(loaded, loaded.params)
  }

  /** Ids of the project's processes. */
  names(): readonly string[] {
    return [...this.#project.processes.keys()]
  }

  /** The process as it is on disk now, with some of its figures changed. */
  current(process: string, params: JsonObject = {}): RunningProcess | undefined {
    const loaded = this.#project.processes.get(process)
    if (!loaded) return undefined
    const figures = { ...loaded.params, ...params }
    return this.#runningOn(loaded, this.#remember(loaded, figures), figures, this.#calendarOf(loaded))
  }

  /** The process an instance is pinned to, on today's calendar of that name. */
  pinned(record: InstanceRecord): RunningProcess | undefined {
    const known = this.#known(record.definition)
    if (!known) return undefined
    const calendar = this.#calendarOf(known.loaded) ?? this.#ledger.calendar(record.calendar)
    return this.#runningOn(known.loaded, record.definition, known.params, calendar)
  }

  /** The process exactly as an entry was made with it. It works nothing out: what was answered stands in the entry. */
  asOf(definition: string, calendar: string): RunningProcess | undefined {
    const known = this.#known(definition)
    if (!known) return undefined
    const { loaded, params } = known
    const current = this.#calendarOf(loaded)
    const then = current?.hash === calendar ? current : this.#ledger.calendar(calendar)
    return then && { machine: loaded.machine, hash: definition, params, calendar: then }
  }

  /** Keeps what an instance is pinned to; inside the transaction of its step. */
  keep(process: RunningProcess, at: number): void {
    const calendar = process.calendar.hash ?? process.calendar.id
    const known = this.#known(process.hash)
    if (!known || this.#ledger.keeps(process.hash, calendar)) return
    const { definition, source, environment } = known.loaded
    this.#ledger.saveCalendar(calendar, process.calendar)
    this.#ledger.saveDefinition(
      {
        hash: process.hash,
        process: definition.id,
        version: definition.version,
        name: definition.name?.text ?? definition.title,
        source,
        expanded: definition.expanded,
        params: process.params,
        interfaces: environmentAsJson(environment),
      },
      at,
    )
  }

  /** Hash of a definition with figures: what instances of it are pinned to. */
  #remember(loaded: LoadedProcess, params: JsonObject): string {
    const hash = hashOf(loaded.definition, params, this.#digest)
    if (!this.#byHash.has(hash)) this.#byHash.set(hash, { loaded, params })
    return hash
  }

  #known(hash: string) {
    const known = this.#byHash.get(hash)
    if (known) return known
    const stored = this.#ledger.definition(hash)
    const loaded = stored && recompile(stored)
    if (!stored || !loaded) return undefined
    const read = { loaded, params: stored.params }
    this.#byHash.set(hash, read)
    return read
  }

  #calendarOf({ definition }: LoadedProcess): Calendar | undefined {
    return this.#project.calendars.get(definition.calendar)
  }

  #runningOn(
    { machine }: LoadedProcess,
    hash: string,
    params: JsonObject,
    calendar: Calendar | undefined,
  ): RunningProcess | undefined {
    if (!calendar) return undefined
    const known = this.#running.get(hash)
    if (known?.calendar === calendar) return known
    const made = { machine, hash, params, calendar, answer: this.#answer }
    this.#running.set(hash, made)
    return made
  }
}
